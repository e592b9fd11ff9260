import { describe, expect, it } from 'vitest';
import { guidanceSchema, sampleProgressSchema } from '../../../lib/model/guidance';
import { parseTemplateFile } from '../../../lib/model/template-file';
import { indicators, manifest, templateJson } from './template-folder';

const guidance = parseTemplateFile(guidanceSchema, templateJson('guidance.json'), 'guidance.json');
const samples = parseTemplateFile(sampleProgressSchema, templateJson('sample-progress.json'), 'sample-progress.json');
const codes = indicators.map(each => each.code);

describe('the guidance of the 2023 table', () => {
  it('covers every indicator once, in the order of the table', () => {
    expect(guidance.indicators.map(each => each.code)).toEqual(codes);
    expect(guidance.template).toBe(manifest.id);
  });

  it('says for each indicator which papers prove it, what is often missing and how to put it', () => {
    for (const { code, advice } of guidance.indicators) {
      expect(new Set(advice.map(each => each.topic)), code).toEqual(new Set(['evidence', 'gap', 'wording']));
    }
  });

  it('has papers for every measure and speaks of no measure that the table lacks', () => {
    guidance.indicators.forEach(({ code, advice }, index) => {
      const numbers = indicators[index]!.measures.map((_, measure) => measure + 1);
      const proven = advice.filter(each => each.topic === 'evidence').flatMap(each => each.measures ?? []);
      expect(new Set(proven), code).toEqual(new Set(numbers));
      for (const number of advice.flatMap(each => each.measures ?? [])) expect(numbers, code).toContain(number);
    });
  });

  it('never claims a deduction, because the table states none', () => {
    for (const { text } of guidance.indicators.flatMap(each => each.advice))
      expect(text).not.toMatch(/扣\d|扣分|不得分/);
  });
});

describe('the sample progress of the 2023 table', () => {
  it('answers every indicator in 60 to 200 characters, each marked as a sample', () => {
    expect(samples.indicators.map(each => each.code)).toEqual(codes);
    for (const { code, completion } of samples.indicators) {
      expect(completion, code).toMatch(/^（示例）/);
      expect([...completion].length, code).toBeGreaterThanOrEqual(60);
      expect([...completion].length, code).toBeLessThanOrEqual(200);
    }
  });

  it('scores in half points and never above the weight', () => {
    samples.indicators.forEach(({ code, selfScore }, index) => {
      expect(selfScore * 2, code).toBe(Math.round(selfScore * 2));
      expect(selfScore, code).toBeLessThanOrEqual(indicators[index]!.weight);
    });
  });

  it('names no person by number', () => {
    for (const { completion } of samples.indicators) expect(completion).not.toMatch(/\d{11}/);
  });
});
