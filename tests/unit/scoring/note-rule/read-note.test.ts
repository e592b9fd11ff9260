import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteRuleOf } from '../../../../lib/scoring/note-rule/read-note';
import { seedTable } from '../hints/seed-table';

const withNote = (text: string) => noteRuleOf({ ...seedTable, notes: [{ cell: 'A21', text }] });

describe('noteRuleOf', () => {
  it('reads both clauses of the 2023 note, with their words and places', () => {
    const rule = noteRuleOf(seedTable)!;
    expect(rule.section).toBe('2');
    expect(rule.cell).toBe('A21');
    expect(rule.asks.map(({ field, label }) => [field, label])).toEqual([
      ['carriesProvincial', '是否承担省对市考评任务'],
      ['keyPointsDuty', '是否《2023年平安建设要点》责任单位'],
    ]);
    expect(
      rule.clauses.map(({ id, basePoints, minItems, joined, onlyThese, ownWeights }) => ({
        id,
        basePoints,
        minItems,
        joined,
        onlyThese,
        ownWeights,
      })),
    ).toEqual([
      { id: 'A', basePoints: [2, 3], minItems: 3, joined: 'all', onlyThese: false, ownWeights: true },
      { id: 'B', basePoints: [3], minItems: 3, joined: 'ambiguous', onlyThese: true, ownWeights: true },
    ]);
    for (const { quote, span } of rule.clauses) expect(rule.text.slice(...span)).toBe(quote);
    expect(rule.clauses[1]!.conditions.map(({ field, holds }) => [field, holds])).toEqual([
      ['carriesProvincial', false],
      ['keyPointsDuty', false],
    ]);
  });

  it('reads a note of another city and year, in other words', () => {
    const rule = withNote(
      '注：“履职尽责成效”部分，没有承担省对市考核任务的单位，对照第二、三条细化，至少5项，自行设定分值；非《2025年法治建设要点》责任单位，仅需对照第三条，不得少于4条，分别确定权重。',
    )!;
    expect(rule.section).toBe('2');
    expect(rule.clauses.map(({ basePoints, minItems }) => [basePoints, minItems])).toEqual([
      [[2, 3], 5],
      [[3], 4],
    ]);
    expect(rule.asks[1]!.label).toBe('是否《2025年法治建设要点》责任单位');
  });

  it('leaves the section open where the table has none of that name', () => {
    const rule = withNote('“平安创新”项目中，未承担省对市考评的单位针对第2点细化，不少于3项，分别设置权重。')!;
    expect(rule.section).toBeNull();
    expect(rule.sectionQuote).toBe('平安创新');
  });

  it('takes 且 for both and 或 for either, and asks about neither', () => {
    const note = (word: string) =>
      withNote(`未承担省对市考评的单位${word}非《要点计划》责任单位，对照第3点，不少于3项。`)!.clauses[0]!.joined;
    expect(note('且')).toBe('all');
    expect(note('或')).toBe('any');
    expect(note('及')).toBe('ambiguous');
  });

  it('takes no other note for a rule', () => {
    for (const text of [
      '【说明：各单位请于12月10日前报送，不少于2份。】',
      '填表说明：自评分由各单位填写，考评分由考评组填写。',
      '注：未承担省对市考评的单位另行通知。',
      '联系人：张三，电话：0595-1234567',
      '',
    ]) {
      expect(withNote(text)).toBeNull();
    }
  });

  it('never throws, whatever a note says', () => {
    const words = fc.constantFrom(
      '未承担',
      '省对市考评',
      '的单位',
      '《2023要点》',
      '责任单位',
      '第2、3点',
      '不少于',
      '3项',
      '；',
      '及',
      '分别设置权重',
      '只需',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 6 })), { maxLength: 40 }), parts => {
        const rule = withNote(parts.join(''));
        for (const { quote, span } of rule?.clauses ?? []) expect(rule!.text.slice(...span)).toBe(quote);
      }),
    );
  });
});
