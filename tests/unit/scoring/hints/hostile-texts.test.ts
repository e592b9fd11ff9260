import { describe, expect, it } from 'vitest';
import { UNKNOWN_PROFILE } from '../../../../lib/model/unit-profile';
import { hintsOf } from '../../../../lib/scoring/hints/hints-of';
import { cpuTime } from '../../../fixtures/cpu-time';
import { indicatorOf, tableOf } from './indicator';
import { progress } from './stages';

const PIECES = [
  '不少于',
  '2条以上',
  '无案件，',
  '没有未完成',
  '每月',
  '（',
  '<p',
  '未完成，',
  '2-',
  '一',
  '《',
  '发生一起',
  '开展2',
];

describe('a cell full of one word', () => {
  it.each(PIECES)('%s is read in bounded time', async piece => {
    const text = piece.repeat(Math.ceil(32_000 / piece.length));
    const spent = await cpuTime(() => {
      hintsOf({
        table: tableOf([indicatorOf(text, text)]),
        progress: new Map([['1.1', progress({ completion: text, selfScore: '4' })]]),
        profile: UNKNOWN_PROFILE,
        today: '2024-01-01',
      });
    });
    expect(spent).toBeLessThan(1_000);
  });
});
