import { describe, expect, it } from 'vitest';
import { edit } from '../../../../lib/journal/edit';
import { fold } from '../../../../lib/journal/fold';
import type { Change } from '../../../../lib/model/campaign-journal';
import type { CellValue } from '../../../../lib/model/cells';
import { emptyField, fieldKey, inConflict, type JournalState } from '../../../../lib/model/field-state';
import type { Op } from '../../../../lib/model/op';
import {
  type HandOutRecord,
  headsOf,
  keepHandOut,
  readHandOuts,
  stateThen,
} from '../../../../lib/tasks/hand-out/hand-out-record';
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

  apply(changes: readonly Change[], actor = '我', source?: string): Op[] {
    const before = this.log.length;
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
    return this.log.slice(before);
  }

  type(value: string): void {
    this.apply([{ entity, field, value }]);
  }

  record(): HandOutRecord {
    const files = [{ id: 'a', department: '综合科', name: '' }];
    return { at: 1, by: '我', append: [], files, heads: headsOf(this.state) };
  }

  /** What stood there when it was handed out, as a copy that comes back is compared with. */
  handOut(): JournalState {
    return stateThen(this.record(), this.log);
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
  then: JournalState | null,
  more: Partial<ReturnedCopy> & { id?: string } = {},
): ReturnedCopy {
  const { id = 'a', ...rest } = more;
  return {
    file: '综合科.xlsx',
    department: '综合科',
    saved: { by: '王五', at: '2023-11-02T08:00:00.000Z', isFileTime: false },
    handOut: then && { id, then },
    answers: [{ entity, field, code: '1.1', sheet: 'S', cell: 'G3', before: '初稿', value }],
    ...rest,
  };
}

describe('taking back', () => {
  it('supersedes what was handed out, and taking the same copy again changes nothing', () => {
    const journal = new Journal();
    journal.type('初稿');
    const then = journal.handOut();
    expect(journal.take([copy('交回', then)]).clean).toHaveLength(1);
    expect(journal.values).toEqual(['交回']);
    const again = journal.take([copy('交回', then)]);
    expect(again).toMatchObject({ clean: [], conflicts: [], unchanged: 1, changes: [] });
  });

  it('never overwrites what was edited here since: both stay, as a conflict', () => {
    const journal = new Journal();
    journal.type('初稿');
    const then = journal.handOut();
    journal.type('本机改稿');
    const { conflicts } = journal.take([copy('交回', then)]);
    expect(conflicts).toMatchObject([{ ours: [{ value: '本机改稿', who: '我' }], values: [{ value: '交回' }] }]);
    expect(journal.values).toEqual(['交回', '本机改稿'].sort());
    expect(inConflict(journal.state.get(key))).toBe(true);
    // Settled by a person, the same copy does not open it again.
    journal.type('定稿');
    expect(journal.take([copy('交回', then)]).changes).toEqual([]);
    expect(journal.values).toEqual(['定稿']);
  });

  it('takes a later state of one copy for an answer to its earlier one', () => {
    const journal = new Journal();
    journal.type('初稿');
    const then = journal.handOut();
    journal.take([copy('交回一', then)]);
    expect(journal.take([copy('交回二', then)]).clean).toHaveLength(1);
    expect(journal.values).toEqual(['交回二']);
  });

  it('shows two departments’ different answers side by side, and the same answer once', () => {
    const journal = new Journal();
    journal.type('初稿');
    const then = journal.handOut();
    const other = { id: 'b', file: '园区办.xlsx', department: '园区办' };
    const same = planTakeBack([copy('同', then), copy('同', then, other)], journal.state, journal.log);
    expect(same.clean).toMatchObject([
      { values: [{ value: '同', departments: ['综合科', '园区办'], saved: [{ by: '王五' }, { by: '王五' }] }] },
    ]);
    journal.take([copy('甲', then), copy('乙', then, other)]);
    expect(journal.values).toEqual(['乙', '甲'].sort());
  });

  it('settles a conflict for ours or for theirs when told so', () => {
    for (const [settlement, value] of [
      ['ours', '本机'],
      [0, '交回'],
    ] as const) {
      const journal = new Journal();
      journal.type('初稿');
      const then = journal.handOut();
      journal.type('本机');
      journal.take([copy('交回', then)], settlement);
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
    const then = journal.handOut();
    journal.take([copy('交回', then)]);
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
    expect(journal.take([copy('交回', then)]).changes).toHaveLength(1);
    expect(journal.values).toEqual(['交回']);
  });

  it('compares with what stood there when it was handed out, whichever PC handed out', async () => {
    const [ours, theirs] = [new Journal(), new Journal()];
    ours.type('初稿');
    const record = ours.record();
    await keepHandOut({ apply: async changes => ours.apply(changes) }, record);
    ours.type('本机改稿');
    theirs.log.push(...ours.log);
    const [known] = readHandOuts(theirs.state);
    expect(known).toMatchObject(record);
    const then = stateThen(known!, theirs.log);
    expect(then.get(key)?.heads.map(head => head.value)).toEqual(['初稿']);
    expect(theirs.take([copy('交回', then)]).conflicts).toMatchObject([{ ours: [{ value: '本机改稿' }] }]);
  });

  it('leaves a record alone that a newer version wrote', () => {
    const journal = new Journal();
    journal.apply([{ entity: 'hand-out:1', field: 'record', value: '{"version":2}' }]);
    journal.apply([{ entity: 'hand-out:2', field: 'record', value: 'damaged' }]);
    expect(readHandOuts(journal.state)).toEqual([]);
  });
});
