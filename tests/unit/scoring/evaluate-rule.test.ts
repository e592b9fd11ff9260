import { describe, expect, it } from 'vitest';
import { evaluateRule } from '../../../lib/scoring/evaluate-rule';

describe('evaluateRule', () => {
  it('calculates in decimals and rounds half up to two digits', () => {
    expect(evaluateRule({ kind: 'deduct_each', amount: 0.1, unit: '次' }, { weight: 1, count: 3 }).score).toBe(0.7);
    expect(evaluateRule({ kind: 'ratio', of: 1 }, { weight: 1, rate: 0.345 }).score).toBe(0.35);
    expect(evaluateRule({ kind: 'ratio', of: 1.005 }, { rate: 1 }).score).toBe(1.01);
  });

  it('asks for what it was not told, with the scores that remain possible', () => {
    expect(evaluateRule({ kind: 'deduct_fixed', amount: 2 }, { weight: 3 })).toEqual({
      score: null,
      range: [1, 3],
      status: 'needs_judgement',
      question: { code: 'missing-input', about: 'hit' },
    });
  });

  it('asks at a boundary that 以下 leaves open, and nowhere else', () => {
    const rule = { kind: 'threshold_zero', op: '<=', value: 90, unit: '%', boundary: 'ask' } as const;
    expect(evaluateRule(rule, { weight: 5, actual: 90 })).toMatchObject({
      range: [0, 5],
      question: { code: 'boundary' },
    });
    expect(evaluateRule(rule, { weight: 5, actual: 89.9 }).score).toBe(0);
    expect(evaluateRule(rule, { weight: 5, actual: 90.1 }).score).toBe(5);
  });

  it('asks whether a steeper rate is for the part beyond or for the whole gap', () => {
    const rule = {
      kind: 'deduct_point',
      target: 96,
      step: 1,
      amount: 0.5,
      // biome-ignore lint/suspicious/noThenProperty: the shape that the rule files of this domain use
      then: { from: 90, amount: 1 },
    } as const;
    expect(evaluateRule(rule, { weight: 10, actual: 94 }).score).toBe(9);
    expect(evaluateRule(rule, { weight: 10, actual: 88 })).toMatchObject({
      range: [2, 5],
      question: { code: 'marginal-or-whole' },
    });
  });

  it('says that nobody has ruled on a value between two bands', () => {
    const bands = [
      { min: 90, effect: { award: 5 } },
      { min: 80, max: 89, maxIncl: true, effect: { award: 3 } },
    ];
    expect(evaluateRule({ kind: 'bands', bands }, { weight: 5, actual: 89.5 }).status).toBe('gap');
    expect(evaluateRule({ kind: 'bands', bands }, { weight: 5, actual: 70 }).score).toBe(0);
  });

  it('gives names it does not know back instead of ignoring them', () => {
    const levels = [{ level: '市级', amount: 2 }];
    expect(evaluateRule({ kind: 'bonus_levels', levels }, { counts: { 部级: 1 } }).question).toEqual({
      code: 'unknown-name',
      about: '部级',
    });
  });

  it('counts ranks from the end only where it knows how many were ranked', () => {
    const rule = { kind: 'rank', table: { '-1': -2 }, delta: true } as const;
    expect(evaluateRule(rule, { weight: 5, rank: 12, of: 12 }).score).toBe(3);
    expect(evaluateRule(rule, { weight: 5, rank: 12 }).question).toEqual({ code: 'missing-input', about: 'of' });
  });

  it('lets a veto stand above every point of a composite', () => {
    const rule = {
      kind: 'composite',
      rules: [
        { key: 'a', kind: 'deduct_fixed', amount: 1 },
        { key: 'b', kind: 'veto', effect: { type: 'disqualify', label: '一票否决' } },
      ],
    } as const;
    expect(evaluateRule({ ...rule, rules: [...rule.rules] }, { weight: 5, hits: { a: true, b: true } })).toMatchObject({
      score: null,
      status: 'veto',
      label: '一票否决',
    });
  });

  it('asks which clause applies when a composite is asked without answers', () => {
    const rule = {
      kind: 'composite' as const,
      rules: [
        { key: 'a', kind: 'zero' as const },
        { key: 'b', kind: 'manual' as const },
      ],
    };
    expect(evaluateRule(rule, { weight: 5 }).question).toEqual({ code: 'missing-input', about: 'hits' });
  });

  it('asks how a clause that changes the others is meant, instead of leaving it out', () => {
    const rule = {
      kind: 'composite' as const,
      rules: [
        { key: 'a', kind: 'deduct_each' as const, amount: 1, unit: '次' },
        { key: 'b', kind: 'multiplier' as const, factor: 2 },
      ],
    };
    expect(evaluateRule(rule, { weight: 5, hits: { a: 2 } }).score).toBe(3);
    expect(evaluateRule(rule, { weight: 5, hits: { a: 2, b: true } })).toMatchObject({
      score: null,
      question: { code: 'how-to-combine', about: 'b' },
    });
  });

  it('takes what goes to the total from the total, beside the clauses of the item', () => {
    const rule = {
      kind: 'composite' as const,
      rules: [
        { key: 'a', kind: 'deduct_fixed' as const, amount: 1 },
        { key: 'b', kind: 'deduct_each' as const, amount: 2, unit: '起', cap: 'none' as const, noBase: true },
        { key: 'c', kind: 'bonus_each' as const, amount: 3, unit: '项' },
        { key: 'd', kind: 'bonus_cap' as const, max: 1 },
      ],
    };
    expect(evaluateRule(rule, { weight: 5, hits: { a: true, b: 2 } })).toEqual({ score: 4, delta: -4, status: 'ok' });
    expect(evaluateRule(rule, { weight: 5, hits: { c: 2 } })).toEqual({ score: 5, delta: 1, status: 'ok' });
  });

  it('never counts NaN or Infinity as a number', () => {
    expect(evaluateRule({ kind: 'deduct_each', amount: 1, unit: '次' }, { weight: 5, count: Number.NaN }).status).toBe(
      'needs_judgement',
    );
  });
});
