import { describe, expect, it } from 'vitest';
import type { Change } from '../../../lib/model/campaign-journal';
import { indicatorEntity } from '../../../lib/model/entity';
import { currentValue, fieldKey } from '../../../lib/model/field-state';
import type { SimpleRule } from '../../../lib/model/rule';
import { AnswerPlaces } from '../../../lib/tasks/answer-places';
import { CampaignHints } from '../../../lib/tasks/campaign-hints';
import { campaignItems } from '../../../lib/tasks/campaign-items';
import { readingChanges, ruleTextChanges, scoringRuleOf } from '../../../lib/tasks/campaign-rules';
import { EntryIndex } from '../../../lib/tasks/entries/entry-index';
import { vetoPlace } from '../../../lib/tasks/whole-table';
import { MemoryJournal } from './memory-journal';
import { gridOf, oneTable } from './one-table';

const entity = indicatorEntity('表', 0, '1.1');

function campaign(scoringRule?: string) {
  const journal = new MemoryJournal();
  const table = oneTable();
  const indicator = table.sections[0]!.indicators[0]!;
  if (scoringRule !== undefined) {
    indicator.scoringRule = scoringRule;
    indicator.cells.scoringRule = 'D3';
  }
  const owner = { table, indicator };
  const read = ({ entity, field }: { entity: string; field: string }) =>
    currentValue(journal.state.get(fieldKey(entity, field)));
  const apply = (changes: readonly Change[]): void => {
    for (const change of changes) journal.arrive(change);
  };
  const items = () =>
    campaignItems({
      tables: [table],
      places: new AnswerPlaces([table]),
      grids: new Map([['表', gridOf('表', {})]]),
      field: key => journal.state.get(key),
      entries: new EntryIndex(),
      pending: () => undefined,
    });
  const hints = new CampaignHints({ tables: [table], problems: [], guidance: new Map() }, read);
  const reading = () => hints.at(items(), '2026-06-01');
  return {
    table,
    read,
    apply,
    rule: () => scoringRuleOf(owner, read),
    type: (text: string) => apply(ruleTextChanges(owner, scoringRuleOf(owner, read), text)),
    correct: (key: string, rule: SimpleRule) => {
      const before = scoringRuleOf(owner, read)!;
      const clauses = before.clauses.map(one =>
        one.key === key ? { ...one, rule, confidence: 1, corrected: true as const } : one,
      );
      apply(readingChanges(owner, before, clauses));
    },
    reread: () => apply(readingChanges(owner, scoringRuleOf(owner, read)!, null)),
    answer: (field: string, value: number | boolean) => apply([{ entity, field, value }]),
    score: () => reading().views.get(entity)!.standing.score.byRule,
    overview: () => {
      const now = reading();
      return hints.overviews(now)[0]!.overview;
    },
  };
}

describe('a scoring rule of a campaign', () => {
  it('gives points as soon as it is there, also for a table that states none', () => {
    const { type, answer, score, rule } = campaign();
    expect(rule()).toBeNull();
    type('未按时完成的每项扣0.5分');
    answer('rule:a', 2);
    expect(rule()).toMatchObject({ origin: 'given', cell: null, corrected: false });
    expect(score()).toBe(30_000);
  });

  it('scores as corrected, and as the words read again when the correction is taken back', () => {
    const { correct, reread, answer, score } = campaign('未按时完成的每项扣0.5分');
    correct('a', { kind: 'deduct_each', amount: 1, unit: '项' });
    answer('rule:a', 2);
    expect(score()).toBe(20_000);
    reread();
    expect(score()).toBe(30_000);
  });

  it('does not score what a person said means no points', () => {
    const { correct, answer, score, rule } = campaign('未制定方案扣1分；未明确责任人扣0.5分');
    correct('a', { kind: 'none' });
    answer('rule:b', true);
    expect(score()).toBe(35_000);
    correct('b', { kind: 'none' });
    expect(rule()!.parsed).toBeNull();
    expect(score()).toBeNull();
  });

  it('forgets an answer that would mean something else now', () => {
    const { correct, answer, read } = campaign('未按时完成的每项扣0.5分');
    answer('rule:a', 2);
    correct('a', { kind: 'deduct_each', amount: 1, unit: '项' });
    expect(read({ entity, field: 'rule:a' })).toBe(2);
    correct('a', { kind: 'late', amount: 1, per: 1, unit: '天' });
    expect(read({ entity, field: 'rule:a' })).toBeUndefined();
  });

  it('leaves each clause its answer and its correction when the words around it change', () => {
    const { correct, type, answer, read, rule } = campaign('未制定方案扣1分；未明确责任人扣0.5分');
    answer('rule:b', true);
    correct('b', { kind: 'deduct_fixed', amount: 2 });
    type('未报送总结扣1分；未明确责任人扣0.5分');
    expect(rule()!.clauses.map(({ key, rule, corrected }) => [key, rule, corrected])).toEqual([
      ['c', { kind: 'deduct_fixed', amount: 1 }, undefined],
      ['b', { kind: 'deduct_fixed', amount: 2 }, true],
    ]);
    expect(read({ entity, field: 'rule:b' })).toBe(true);
  });

  it('is the table’s own again when its words are typed back, and gone when it is emptied', () => {
    const { type, rule, score } = campaign('未制定方案扣1分');
    type('未制定方案扣2分');
    expect(rule()!.origin).toBe('given');
    type('');
    expect(rule()!.clauses).toEqual([]);
    expect(score()).toBeNull();
    type('未制定方案扣1分');
    expect(rule()).toMatchObject({ origin: 'table', cell: 'D3' });
  });

  it('calculates nothing from a reading that it cannot read', () => {
    const { apply, answer, rule, score } = campaign('未制定方案扣1分');
    answer('rule:a', true);
    for (const value of ['{"version":2,"text":"未制定方案扣1分"}', '{', '[]']) {
      apply([{ entity, field: 'ruleReading', value }]);
      expect(rule()).toMatchObject({ unreadable: true, parsed: { rule: { kind: 'unparsed' } } });
      expect(score()).toBeNull();
    }
  });

  it('for the whole table brings grades and vetoes that can be answered', () => {
    const { apply, table, read, overview } = campaign('未制定方案扣1分');
    const owner = { table, indicator: null };
    apply(ruleTextChanges(owner, null, '发生重大安全事故的一票否决。\n7分以上为优秀，5分以上为合格。'));
    apply([{ entity, field: 'selfScore', value: 4 }]);
    expect(overview()).toMatchObject({ vetoes: [{ code: null, applies: null }], grade: { label: null } });
    const [veto] = overview().vetoes;
    apply([{ ...vetoPlace(table, veto!.quote.quote), value: true }]);
    expect(overview().vetoes[0]!.applies).toBe(true);
    expect(scoringRuleOf(owner, read)!.clauses.map(({ rule }) => rule.kind)).toEqual(['veto', 'grade']);
  });
});
