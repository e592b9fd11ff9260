import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../lib/model/campaign-journal';
import { indicatorEntity } from '../../../../lib/model/entity';
import type { EntryField, EntryList } from '../../../../lib/model/entry';
import { fieldKey } from '../../../../lib/model/field-state';
import { SnapshotGrid } from '../../../../lib/model/sheet-snapshot';
import { progressOfItem } from '../../../../lib/scoring/hints/progress-of-item';
import { AnswerPlaces } from '../../../../lib/tasks/answer-places';
import { campaignItems } from '../../../../lib/tasks/campaign-items';
import { changeList } from '../../../../lib/tasks/change-list';
import { unitOf } from '../../../../lib/tasks/collect/unit-of';
import { catalogue, catalogueCount, catalogueWorkbook } from '../../../../lib/tasks/entries/catalogue';
import { adding, entryValues, newEntry, removal } from '../../../../lib/tasks/entries/entry-changes';
import { EntryIndex } from '../../../../lib/tasks/entries/entry-index';
import { allFindings, findingWorkbook } from '../../../../lib/tasks/entries/finding-list';
import { registerFiles } from '../../../../lib/tasks/entries/register-files';
import { rename } from '../../../../lib/tasks/people/assign';
import { campaignCalendar } from '../../../../lib/tasks/people/calendar';
import { reminderSchedule } from '../../../../lib/tasks/people/reminders';
import { maskingChanges, privateTexts } from '../../../../lib/tasks/private-number-list';
import { countChanges, isLargeMerge } from '../../../../lib/tasks/sharing/merge-size';
import { openWorkbook } from '../../../../lib/workbook/open-workbook';
import { MemoryJournal } from '../memory-journal';
import { gridOf, oneTable } from '../one-table';

const first = indicatorEntity('表', 0, '1.1');
const second = indicatorEntity('表', 0, '1.2');
const table = oneTable();
const grids = [gridOf('表', {})];

class Unit {
  readonly journal = new MemoryJournal();

  write(...changes: Change[]): void {
    for (const change of changes) this.journal.arrive(change);
  }
  add<List extends EntryList>(
    indicator: string,
    list: List,
    values: Partial<Record<EntryField<List>, string>>,
  ): string {
    const entity = newEntry(indicator, list);
    this.write(
      adding(entity, [], () => undefined, this.journal.ops.length),
      ...entryValues(entity, values),
    );
    return entity;
  }
  get items() {
    const { state } = this.journal;
    return campaignItems({
      tables: [table],
      places: new AnswerPlaces([table]),
      grids: new Map([['表', grids[0]!]]),
      entries: new EntryIndex(state.keys()),
      field: key => state.get(key),
      pending: () => undefined,
    });
  }
}
const gridIn = async (bytes: Uint8Array, name: string) =>
  new SnapshotGrid(await (await openWorkbook(bytes)).snapshot(name));
const words = {
  deadline: (code: string) => code,
  finding: (code: string, what: string) => `${code} 整改 ${what}`,
  description: (department: string, person: string) => `${department}/${person}`,
};
const said = { keys: () => [], value: () => undefined };

describe('evidence that was registered', () => {
  it('counts for hints and in the comparison of units, once where the cell names it too', () => {
    const unit = new Unit();
    unit.add(first, 'evidence', { name: '会议纪要' });
    const gone = unit.add(first, 'evidence', { name: '草稿' });
    unit.write(removal(gone, key => unit.journal.state.get(key)));
    unit.write({ entity: first, field: 'evidence', value: '1.会议纪要\n2.通知' });
    const [item] = unit.items;
    expect(progressOfItem(item!).evidenceCount).toBe(1);
    const recognition = { tables: [table], problems: [], questions: [] };
    const { indicators } = unitOf('甲.zip', { grids, recognition, state: unit.journal.state, drafting: null } as never);
    expect(indicators[0]!.evidence).toBe(2);
  });

  it('is listed by the table’s numbers, with what the cell names beside it', async () => {
    const unit = new Unit();
    unit.add(second, 'evidence', { name: '台账', place: '档案柜', date: '2023-11-02', sha256: 'ab'.repeat(32) });
    unit.write({ entity: first, field: 'evidence', value: '1.通知；\n2.方案' });
    const [section] = catalogue(unit.items);
    // The two indicators share the cell; the first owns what is written there.
    expect(section!.items.map(({ code, evidence }) => [code, evidence.map(({ name }) => name)])).toEqual([
      ['1.1', ['通知', '方案']],
      ['1.2', ['台账']],
    ]);
    expect(catalogueCount(catalogue(unit.items))).toBe(3);
    const sheet = await gridIn(catalogueWorkbook(unit.items, '2023-11-20'), '佐证目录');
    const cells = (row: number) => [0, 2, 3, 4, 5].map(column => sheet.cell(row, column)?.text ?? '');
    expect(cells(5)).toEqual(['1.2-1', '台账', '档案柜', '2023-11-02', 'ab'.repeat(32)]);
  });

  it('from files has their name, day and SHA-256; the same content is registered once', async () => {
    const unit = new Unit();
    const file = (name: string, content: string, size = content.length) => ({
      name,
      size,
      lastModified: new Date(2023, 10, 2, 9).getTime(),
      arrayBuffer: async () => new TextEncoder().encode(content).buffer as ArrayBuffer,
    });
    const register = (...files: ReturnType<typeof file>[]) =>
      registerFiles(files, unit.items[0]!, () => undefined, 5, { signal: new AbortController().signal });
    const { changes, count } = await register(file('纪要.pdf', 'hello'), file('副本.pdf', 'hello'));
    expect(count).toBe(1);
    unit.write(...changes);
    expect(unit.items[0]!.entries.evidence[0]!.fields).toMatchObject({
      name: { text: '纪要.pdf' },
      date: { text: '2023-11-02' },
      sha256: { text: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824' },
    });
    const again = await register(
      file('纪要.pdf', '改过'),
      file('另名.pdf', 'hello'),
      file('录像.mp4', '', 600 * 2 ** 20),
    );
    expect(again).toMatchObject({ count: 2, changed: ['纪要.pdf'], known: ['另名.pdf'], large: ['录像.mp4'] });
  });
});

describe('findings', () => {
  it('are listed overdue first, closed ones last, and written as 问题整改清单', async () => {
    const unit = new Unit();
    unit.add(first, 'finding', { text: '已改', deadline: '2023-01-01', closed: '2023-01-02' });
    unit.add(first, 'finding', { text: '无时限' });
    unit.add(first, 'finding', { text: '未到期', deadline: '2023-12-01' });
    unit.add(second, 'finding', { text: '逾期', deadline: '2023-11-01', responsiblePerson: '李敏' });
    const findings = allFindings(unit.items, '2023-11-20');
    expect(findings.map(({ entry, state }) => [entry.fields.text.text, state])).toEqual([
      ['逾期', 'overdue'],
      ['未到期', 'open'],
      ['无时限', 'open'],
      ['已改', 'closed'],
    ]);
    const sheet = await gridIn(findingWorkbook(findings, '2023-11-20'), '问题整改清单');
    const cells = (row: number) => [0, 1, 3, 6, 7, 8].map(column => sheet.cell(row, column)?.text ?? '');
    expect(cells(2)).toEqual(['1', '1.2', '逾期', '李敏', '2023-11-01', '逾期未销号']);
    expect(cells(5)[5]).toBe('已销号\n2023-01-02');
  });

  it('that are open are reminded of, also where the item is filled, and follow a person’s new name', () => {
    const unit = new Unit();
    const entity = unit.add(first, 'finding', {
      text: '缺签字',
      deadline: '2023-12-01',
      responsiblePerson: '李敏、王芳',
    });
    unit.add(first, 'finding', { text: '没有日子' });
    expect(reminderSchedule(said, unit.items, [], 'zh-CN').dates).toEqual([
      { date: '2023-12-01', kind: 'deadline', label: '1.1 问题整改', departments: [], people: ['李敏', '王芳'] },
    ]);
    const ground = { said, items: unit.items, people: [], grids };
    expect(rename('person', '李敏', '李明', ground)).toContainEqual({
      entity,
      field: 'responsiblePerson',
      value: '李明、王芳',
    });
    const calendar = (): string => campaignCalendar({ id: 'c', name: '' }, unit.items, [], words, 0);
    expect(calendar()).toContain('SUMMARY:1.1 整改 缺签字\r\nDESCRIPTION:/李敏、王芳');
    unit.write(...entryValues<'finding'>(entity, { closed: '2023-11-30' }));
    expect(calendar()).not.toContain('SUMMARY');
    expect(reminderSchedule(said, unit.items, [], 'zh-CN').dates).toEqual([]);
  });
});

describe('entries', () => {
  it('are in no change list: they change no cell', () => {
    const unit = new Unit();
    unit.add(first, 'finding', { text: '缺签字', responsiblePerson: '李敏' });
    expect(changeList(unit.journal.state, new AnswerPlaces([table]), grids, () => '')).toEqual([]);
  });

  it('are searched for private numbers like all that is typed, but not their checksums', () => {
    const unit = new Unit();
    const entity = unit.add(first, 'note', { text: '找张三 13805951234' });
    unit.add(first, 'evidence', { name: '名单', sha256: `ab13805951234c${'d'.repeat(50)}` });
    const texts = privateTexts({ state: unit.journal.state, places: new AnswerPlaces([table]), tables: [], grids: [] });
    expect(texts).toMatchObject([{ entity, indicator: '1.1', field: 'text', cell: null }]);
    expect(maskingChanges(texts, new Set(['13805951234']))).toEqual([
      { entity, field: 'text', value: '找张三 138****1234' },
    ]);
  });

  it('of others never ask for a look before a merge; changes to what stands here count one an entry', () => {
    const unit = new Unit();
    const entity = unit.add(first, 'evidence', { name: '纪要', place: '柜', date: '2023-01-01' });
    const fields = [...unit.journal.state.values()];
    expect(countChanges(fields)).toBe(1);
    const size = { indicators: 1, entered: 4 };
    const added = fields.map(after => ({ before: { ...after, heads: [] }, after }));
    expect(isLargeMerge([...added, ...added], size)).toBe(false);
    const changed = fields.map(after => ({ before: after, after }));
    expect(isLargeMerge(changed, { indicators: 1, entered: 5 })).toBe(false);
    expect(isLargeMerge(changed, size)).toBe(true);
    expect(unit.journal.state.has(fieldKey(entity, 'name'))).toBe(true);
  });
});
