import { describe, expect, it } from 'vitest';
import { edit } from '../../../../lib/journal/edit';
import { fold } from '../../../../lib/journal/fold';
import type { Change } from '../../../../lib/model/campaign-journal';
import type { CellValue } from '../../../../lib/model/cells';
import { emptyField, fieldKey, inConflict } from '../../../../lib/model/field-state';
import type { Op } from '../../../../lib/model/op';
import { type HandOutRecord, headsOf, stateThen } from '../../../../lib/tasks/hand-out/hand-out-record';
import {
  planTakeBack,
  type ReturnedCopy,
  type Settlement,
  takeBackChanges,
} from '../../../../lib/tasks/take-back/plan-take-back';

const entity = 'indicator:S#0:1.1';
const field = 'completion';
const key = fieldKey(entity, field);

/** A journal in memory, by the same rules as the store's. */
class Journal {
  readonly log: Op[] = [];
  #count = 0;

  get state() {
    return fold(this.log);
  }

  apply(changes: readonly Change[], actor = '我', source?: string): void {
    for (const change of changes) {
      const op = edit(
        this.state.get(fieldKey(change.entity, change.field)) ?? emptyField(change.entity, change.field),
        change,
        {
          actor,
          replica: 'pc',
          newId: () => (++this.#count).toString(16).padStart(32, '0'),
          nextTime: () => ({ time: this.#count, count: 0 }),
          ...(source === undefined ? {} : { source }),
        },
      );
      if (op) this.log.push(op);
    }
  }

  type(value: string): void {
    this.apply([{ entity, field, value }]);
  }

  handOut(): HandOutRecord {
    return { at: 1, append: [], files: [{ id: 'a', department: '综合科', name: '' }], heads: headsOf(this.state) };
  }

  take(copies: readonly ReturnedCopy[], settlement: Settlement = 'all') {
    const plan = planTakeBack(copies, this.state, this.log);
    const changes = takeBackChanges(
      [...plan.clean, ...plan.conflicts],
      ({ ours, values }) => (ours.length > 0 || values.length > 1 ? settlement : 0),
      this.state,
    );
    this.apply(changes, '我', 'workbook');
    return { ...plan, changes };
  }

  get values() {
    return (this.state.get(key)?.heads ?? []).map(head => head.value).sort();
  }
}

function copy(
  value: CellValue,
  record: HandOutRecord | null,
  more: Partial<ReturnedCopy> & { id?: string } = {},
): ReturnedCopy {
  const { id = 'a', ...rest } = more;
  return {
    file: '综合科.xlsx',
    department: '综合科',
    handOut: record && { id, record },
    answers: [{ entity, field, sheet: 'S', cell: 'G3', before: '初稿', value }],
    ...rest,
  };
}

describe('taking back', () => {
  it('supersedes what was handed out, and taking the same copy again changes nothing', () => {
    const journal = new Journal();
    journal.type('初稿');
    const record = journal.handOut();
    expect(journal.take([copy('交回', record)]).clean).toHaveLength(1);
    expect(journal.values).toEqual(['交回']);
    const again = journal.take([copy('交回', record)]);
    expect(again).toMatchObject({ clean: [], conflicts: [], unchanged: 1, changes: [] });
  });

  it('never overwrites what was edited here since: both stay, as a conflict', () => {
    const journal = new Journal();
    journal.type('初稿');
    const record = journal.handOut();
    journal.type('本机改稿');
    const { conflicts } = journal.take([copy('交回', record)]);
    expect(conflicts).toMatchObject([{ ours: [{ value: '本机改稿', who: '我' }], values: [{ value: '交回' }] }]);
    expect(journal.values).toEqual(['交回', '本机改稿'].sort());
    expect(inConflict(journal.state.get(key))).toBe(true);
    // Settled by a person, the same copy does not open it again.
    journal.type('定稿');
    expect(journal.take([copy('交回', record)]).changes).toEqual([]);
    expect(journal.values).toEqual(['定稿']);
  });

  it('takes a later state of one copy for an answer to its earlier one', () => {
    const journal = new Journal();
    journal.type('初稿');
    const record = journal.handOut();
    journal.take([copy('交回一', record)]);
    expect(journal.take([copy('交回二', record)]).clean).toHaveLength(1);
    expect(journal.values).toEqual(['交回二']);
  });

  it('shows two departments’ different answers side by side, and the same answer once', () => {
    const journal = new Journal();
    journal.type('初稿');
    const record = journal.handOut();
    const other = { id: 'b', file: '园区办.xlsx', department: '园区办' };
    const same = planTakeBack([copy('同', record), copy('同', record, other)], journal.state, journal.log);
    expect(same.clean).toMatchObject([{ values: [{ value: '同', departments: ['综合科', '园区办'] }] }]);
    journal.take([copy('甲', record), copy('乙', record, other)]);
    expect(journal.values).toEqual(['乙', '甲'].sort());
  });

  it('settles a conflict for ours or for theirs when told so', () => {
    for (const [settlement, value] of [
      ['ours', '本机'],
      [0, '交回'],
    ] as const) {
      const journal = new Journal();
      journal.type('初稿');
      const record = journal.handOut();
      journal.type('本机');
      journal.take([copy('交回', record)], settlement);
      expect(journal.values).toEqual([value]);
    }
  });

  it('without a known hand-out goes by what the copy was made from', () => {
    const journal = new Journal();
    journal.type('初稿');
    expect(journal.take([copy('交回', null)]).clean).toHaveLength(1);
    expect(journal.values).toEqual(['交回']);
    const edited = new Journal();
    edited.type('别的');
    expect(edited.take([copy('交回', null)]).conflicts).toHaveLength(1);
  });

  it('can be repeated after it was undone', () => {
    const journal = new Journal();
    journal.type('初稿');
    const record = journal.handOut();
    journal.take([copy('交回', record)]);
    const [taken] = [...journal.log].reverse();
    journal.log.push({
      ...taken!,
      id: 'f'.repeat(32),
      parents: [taken!.id],
      value: '初稿',
      source: 'undo',
      undoes: taken!.id,
      restores: journal.log[0]!.id,
    });
    expect(journal.take([copy('交回', record)]).changes).toHaveLength(1);
    expect(journal.values).toEqual(['交回']);
  });

  it('compares with what stood there when it was handed out', () => {
    const journal = new Journal();
    journal.type('初稿');
    const record = journal.handOut();
    journal.type('本机改稿');
    expect(
      stateThen(record, journal.log)
        .get(key)
        ?.heads.map(head => head.value),
    ).toEqual(['初稿']);
  });
});
