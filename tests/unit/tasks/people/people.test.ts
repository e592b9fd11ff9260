import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../lib/journal/fold';
import type { Change } from '../../../../lib/model/campaign-journal';
import { currentValue, fieldKey, type JournalState } from '../../../../lib/model/field-state';
import type { Item } from '../../../../lib/model/item';
import { departmentEntity, LISTED, measureField, personEntity, splitNames } from '../../../../lib/model/people';
import { AnswerPlaces } from '../../../../lib/tasks/answer-places';
import { campaignItems } from '../../../../lib/tasks/campaign-items';
import { EntryIndex } from '../../../../lib/tasks/entries/entry-index';
import {
  assignItems,
  assignMeasure,
  listDepartment,
  listPerson,
  rename,
  unlist,
} from '../../../../lib/tasks/people/assign';
import { taskBreakdown } from '../../../../lib/tasks/people/breakdown';
import { campaignCalendar } from '../../../../lib/tasks/people/calendar';
import { readDirectory } from '../../../../lib/tasks/people/directory';
import { dueState } from '../../../../lib/tasks/people/due';
import { dueReminders, reminderSchedule } from '../../../../lib/tasks/people/reminders';
import { workload } from '../../../../lib/tasks/people/workload';
import { gridOf, oneTable, text } from '../one-table';

/** A unit's answers as a plain map: what the journal would say. */
class Answers {
  private readonly values = new Map<string, unknown>();

  write(changes: readonly Change[]): this {
    for (const { entity, field, value } of changes) {
      const key = fieldKey(entity, field);
      if (value === undefined) this.values.delete(key);
      else this.values.set(key, value);
    }
    return this;
  }

  keys(): Iterable<string> {
    return this.values.keys();
  }

  value({ entity, field }: { entity: string; field: string }) {
    return this.values.get(fieldKey(entity, field)) as string | undefined;
  }

  items(): readonly Item[] {
    const table = oneTable();
    const [first, second] = table.sections[0]!.indicators;
    first!.deadline = {
      text: '2026年6月底',
      clean: '2026年6月底',
      date: '2026-06-30',
      precision: 'month',
      certain: true,
    };
    second!.deadline = {
      text: '2026年底',
      clean: '2026年底',
      date: '2026-12-31',
      precision: 'year-end',
      certain: true,
    };
    return campaignItems({
      tables: [table],
      places: new AnswerPlaces([table]),
      grids: new Map([['表', gridOf('表', { '2,1': text('1.内容1') })]]),
      field: () => undefined,
      entries: new EntryIndex(),
      pending: key => (this.values.has(key) ? { value: this.values.get(key) as string } : undefined),
    });
  }
}

const grids = [gridOf('表', {})];
const today = '2026-07-10';

describe('who does what', () => {
  it('reads one cell with several names as several departments', () => {
    expect(splitNames('综合科、党建办\n纪检组，综合科')).toEqual(['综合科', '党建办', '纪检组']);
    expect(splitNames('李明（综合科）')).toEqual(['李明（综合科）']);
    expect(splitNames(' ')).toEqual([]);
  });

  it('lists the departments that the table names beside those that were added, and their people', () => {
    const answers = new Answers();
    answers.write(assignItems(answers.items().slice(0, 1), { department: '综合科', responsiblePerson: '李明' }, grids));
    answers.write([...listDepartment('纪检组'), ...listPerson('王芳', '党建办')]);
    const directory = readDirectory(answers, answers.items());
    expect([...directory.departments].sort()).toEqual(['党建办', '纪检组', '综合科'].sort());
    expect(directory.people).toContainEqual({ name: '李明', department: '' });
    expect(directory.people).toContainEqual({ name: '王芳', department: '党建办' });
  });

  it('counts what each has, and what of it is overdue', () => {
    const answers = new Answers();
    const items = answers.items();
    answers.write(assignItems(items, { department: '综合科' }, grids));
    answers.write(assignMeasure(answers.items()[0]!, 2, { department: '安保科' }));
    const now = answers.items();
    const load = workload(answers, now, readDirectory(answers, now), today);
    const of = (name: string) => load.departments.find(one => one.name === name);
    expect(of('综合科')).toMatchObject({ items: 2, filled: 0, overdue: 1, listed: false });
    expect(of('安保科')).toMatchObject({ items: 1, overdue: 1 });
    expect(load.unassigned).toBe(0);
  });

  it('gives a measure back to its indicator when the same name is typed', () => {
    const answers = new Answers();
    answers.write(assignItems(answers.items(), { department: '综合科' }, grids));
    const [item] = answers.items();
    expect(assignMeasure(item!, 1, { department: ' 综合科 ' })).toEqual([
      { entity: item!.entity, field: measureField(1, 'department'), value: undefined },
    ]);
  });

  it('renames a department everywhere in one action, other names in the cell untouched', () => {
    const answers = new Answers();
    answers.write([...listDepartment('综合科'), ...listPerson('李明', '综合科')]);
    answers.write(assignItems(answers.items(), { department: '党建办、综合科' }, grids));
    answers.write(assignMeasure(answers.items()[1]!, 1, { department: '综合科' }));
    const items = answers.items();
    const { people } = readDirectory(answers, items);
    answers.write(rename('department', '综合科', '办公室', { said: answers, items, people, grids }));
    const after = readDirectory(answers, answers.items());
    expect([...after.departments].sort()).toEqual(['党建办', '办公室'].sort());
    expect(after.people).toEqual([{ name: '李明', department: '办公室' }]);
    expect(answers.items().map(item => item.answers.department.text)).toEqual(['党建办、办公室', '党建办、办公室']);
    expect(answers.value({ entity: items[1]!.entity, field: measureField(1, 'department') })).toBe('办公室');
  });

  it('takes a name off the list and leaves it where it still has something', () => {
    const answers = new Answers();
    answers.write(listDepartment('综合科')).write(unlist(departmentEntity('综合科')));
    expect(readDirectory(answers, answers.items()).departments).toEqual([]);
    answers.write(assignItems(answers.items().slice(0, 1), { department: '综合科' }, grids));
    expect(readDirectory(answers, answers.items()).departments).toEqual(['综合科']);
  });

  it('unites lists made offline on two PCs without a conflict', () => {
    const op = (replica: string, id: string, entity: string) => ({
      id: id.padStart(32, '0'),
      replica,
      hlc: { time: 1, count: 0 },
      actor: '',
      entity,
      field: LISTED,
      value: true,
      parents: [],
    });
    const state: JournalState = fold([
      op('a', '1', departmentEntity('综合科')),
      op('b', '2', departmentEntity('综合科')),
      op('b', '3', personEntity('李明')),
    ]);
    for (const field of state.values()) expect(currentValue(field)).toBe(true);
    const said = {
      keys: () => state.keys(),
      value: (p: { entity: string; field: string }) => currentValue(state.get(fieldKey(p.entity, p.field))),
    };
    expect(readDirectory(said, []).departments).toEqual(['综合科']);
  });
});

describe('a deadline', () => {
  it.each([
    ['2026-06-29', 'soon'],
    ['2026-06-30', 'soon'],
    ['2026-07-01', 'overdue'],
    ['2026-06-15', 'open'],
  ])('on %s is %s', (day, state) => {
    expect(dueState(new Answers().items()[0]!, day)).toBe(state);
  });

  it('is nobody’s any more once the item is filled', () => {
    const answers = new Answers();
    const [item] = answers.items();
    answers.write([
      { entity: item!.entity, field: 'completion', value: '已完成' },
      { entity: item!.entity, field: 'selfScore', value: 4 },
    ]);
    expect(dueState(answers.items()[0]!, today)).toBe('done');
    expect(reminderSchedule(answers, answers.items(), [], 'zh-CN').dates.map(dated => dated.label)).toEqual(['1.2']);
  });
});

describe('reminders', () => {
  const answers = new Answers();
  answers.write(assignItems(answers.items().slice(0, 1), { department: '综合科' }, grids));
  const schedule = reminderSchedule(
    answers,
    answers.items(),
    [
      { date: '2026-07-12', name: '中期自查' },
      { date: '2026-07-01', name: '已过的节点' },
    ],
    'zh-CN',
  );

  it('tell what is overdue and what comes within the days asked for; a check-point that is over is left alone', () => {
    const due = dueReminders(schedule, { daysBefore: 7, mineOnly: false }, null, today);
    expect(due.overdue.map(dated => dated.label)).toEqual(['1.1']);
    expect(due.upcoming.map(({ dated, days }) => [dated.label, days])).toEqual([['中期自查', 2]]);
  });

  it('leave out what others have, when asked for one’s own', () => {
    const mine = (department: string) =>
      dueReminders(schedule, { daysBefore: 365, mineOnly: true }, { name: '李明', department }, today);
    expect(mine('安保科').overdue).toEqual([]);
    expect(mine('综合科').overdue.map(dated => dated.label)).toEqual(['1.1']);
    // 1.2 was given to nobody: everybody's.
    expect(mine('安保科').upcoming.map(({ dated }) => dated.label)).toEqual(['中期自查', '1.2']);
  });
});

describe('the task breakdown', () => {
  it('has a line per measure, its own department where it has one', () => {
    const answers = new Answers();
    answers.write(assignItems(answers.items(), { department: '综合科', responsiblePerson: '李明' }, grids));
    answers.write(assignMeasure(answers.items()[0]!, 2, { department: '安保科', responsiblePerson: '王芳' }));
    const { sections } = taskBreakdown(answers, answers.items());
    expect(sections.map(section => section.heading)).toEqual(['（一）领导责任（8分）']);
    expect(sections[0]!.tasks[0]).toMatchObject({
      content: '1.内容1',
      deadline: '2026年6月底',
      measures: [
        { text: '1.甲', department: '综合科', responsiblePerson: '李明' },
        { text: '2.乙', department: '安保科', responsiblePerson: '王芳' },
      ],
    });
  });
});

describe('the calendar file', () => {
  const named = (code: string, content: string) => `${code} ${content}`;
  const words = { deadline: named, finding: named, description: () => '' };

  it('holds the open deadlines and check-points as whole days, with ids that stay', () => {
    const campaign = { id: 'c1', name: '平安单位' };
    const at = (now: number) =>
      campaignCalendar(campaign, new Answers().items(), [{ date: '2026-09-30', name: '中期自查' }], words, now);
    const file = at(0);
    expect(file).toContain('DTSTART;VALUE=DATE:20260630\r\nDTEND;VALUE=DATE:20260701');
    expect(file).toContain('SUMMARY:中期自查');
    const ids = (of: string) => of.match(/^UID:.*$/gm);
    expect(ids(at(86_400_000))).toEqual(ids(file));
    expect(ids(file)).toHaveLength(3);
  });

  it('keeps every line within 75 octets and gives back any text when unfolded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), name => {
        const clean = name.replace(/[\u0000-\u001f\u007f]/g, '');
        const file = campaignCalendar({ id: 'c', name: '' }, [], [{ date: '2026-01-31', name: clean }], words, 0);
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const summary = file.replaceAll('\r\n ', '').match(/\r\nSUMMARY:(.*?)\r\n/s)![1]!;
        expect(summary.replace(/\\([\\;,])/g, '$1')).toBe(clean);
      }),
    );
  });
});
