import { describe, expect, it } from 'vitest';
import { OVERLAY_TEXTS } from '../../../../lib/model/overlay-texts';
import type { PageIndicator } from '../../../../lib/model/page-table';
import { factsOf } from '../../../../lib/page/show/field-facts';

const indicator: PageIndicator = {
  code: '1.1',
  number: 1,
  section: '领导责任落实',
  sectionNumber: '一',
  text: '甲',
  measures: '',
  deadline: '',
  weight: 4,
  asked: [],
  clauses: [],
};
const nothing = { limit: null, completion: null };
const find = (text: string): [number, number] | null =>
  text.includes('尚未完成') ? [text.indexOf('尚'), text.indexOf('尚') + 4] : null;
const said = (now: Parameters<typeof factsOf>[0]) =>
  factsOf(now, indicator, OVERLAY_TEXTS['zh-CN'], find).map(({ text, look }) => [text, look]);

describe('what the card says of the field in use', () => {
  it('is the count of letters, and the limit where the page has one', () => {
    expect(said({ ...nothing, role: 'completion', text: '已完成𠮷' })).toEqual([['4 字', undefined]]);
    expect(said({ ...nothing, role: 'completion', text: '已完成', limit: 500 })).toEqual([['3 / 500 字', undefined]]);
    expect(said({ ...nothing, role: 'completion', text: '已完成', limit: 2 })).toEqual([['3 / 2 字', 'bad']]);
    expect(said({ ...nothing, role: 'completion', text: '' })).toEqual([]);
  });

  it('is a score over the weight, or no score at all', () => {
    expect(said({ ...nothing, role: 'selfScore', text: '4.5' })).toEqual([['自评 4.5 分，超过了权重 4 分。', 'bad']]);
    expect(said({ ...nothing, role: 'selfScore', text: '满分' })).toEqual([['“满分”不是分数。', 'bad']]);
    expect(said({ ...nothing, role: 'selfScore', text: '3.5' })).toEqual([]);
  });

  it('is a full score beside a completion text that says otherwise', () => {
    const completion = '制度尚未完成修订';
    const full = said({ role: 'selfScore', text: '4', limit: null, completion });
    expect(full).toEqual([['自评满分，完成情况里却写着“尚未完成”。', 'bad']]);
    expect(said({ role: 'selfScore', text: '3', limit: null, completion })).toEqual([]);
  });
});
