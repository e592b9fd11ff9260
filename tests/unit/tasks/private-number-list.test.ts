import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/journal/fold';
import { indicatorEntity } from '../../../lib/model/entity';
import type { Op } from '../../../lib/model/op';
import { AnswerPlaces } from '../../../lib/tasks/answer-places';
import { maskingChanges, privateTexts, unansweredTexts } from '../../../lib/tasks/private-number-list';

const entity = indicatorEntity('个性指标', 0, '2.3');
const op = (id: string, value: string, parents: string[] = []): Op => ({
  id: id.repeat(32),
  replica: 'a',
  hlc: { time: 1, count: 0 },
  actor: '',
  entity,
  field: 'completion',
  value,
  parents,
});
const ground = (ops: Op[]) => ({ state: fold(ops), places: new AnswerPlaces([]), tables: [], grids: [] });

describe('numbers in what is shared', () => {
  it('are listed with their indicator, and masked as an edit', () => {
    const texts = privateTexts(ground([op('1', '联系人13805951234')]));
    expect(texts).toMatchObject([{ indicator: '2.3', field: 'completion', cell: null, conflict: false }]);
    expect(maskingChanges(texts, new Set(['13805951234']))).toEqual([
      { entity, field: 'completion', value: '联系人138****1234' },
    ]);
    expect(maskingChanges(texts, new Set())).toEqual([]);
  });

  it('are asked about once', () => {
    const texts = privateTexts(ground([op('1', '联系人13805951234')]));
    expect(unansweredTexts(texts, new Set())).toHaveLength(1);
    expect(unansweredTexts(texts, new Set(['13805951234']))).toEqual([]);
  });

  it('are listed in both texts of a conflict, and masking never settles it', () => {
    const texts = privateTexts(ground([op('1', '联系13805951234'), op('2', '没有号码')]));
    expect(texts).toMatchObject([{ text: '联系13805951234', conflict: true }]);
    expect(maskingChanges(texts, new Set(['13805951234']))).toEqual([]);
  });

  it('that were overwritten are of no concern', () => {
    expect(privateTexts(ground([op('1', '13805951234'), op('2', '无', ['1'.repeat(32)])]))).toEqual([]);
  });
});
