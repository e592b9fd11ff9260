import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../lib/scoring/grammar/folded-text';
import { unfinishedAt } from '../../../../lib/scoring/hints/unfinished-words';

const words = (text: string) => {
  const folded = foldText(text).text;
  const at = unfinishedAt(folded);
  return at && folded.slice(...at);
};

describe('words that say work is left', () => {
  it.each([
    ['任务未完成', '未完成'],
    ['责任书尚未签订', '尚未签订'],
    ['制度正在推进', '正在推进'],
    ['整改56处，未整改1处', '未整改'],
    ['其余3个正在协调', '正在协调'],
    ['2处整改中', '整改中'],
    ['工作有待进一步加强', '有待进一步加强'],
    ['剩余1处计划次年一季度完成', '计划次年'],
    ['没有召开过会议', '没有召开'],
    ['没有未完成的事项，但方案尚未印发', '尚未印发'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each([
    '没有未完成的事项',
    '无未开展情形',
    '不存在未落实的情况',
    '全年尚未发生案件，未出现舆情',
    '未完成0件',
    '未整改数为0',
    '对未完成的3项，已全部整改',
    '未完成的2项已于11月整改到位',
    '未完成事项全部办结',
    '对未落实责任的科室进行通报',
    '督促未完成整改的企业限期整改',
    '关爱未成年人',
    '党建工作进行中国特色教育',
    // still being typed
    '尚未',
    '正在',
    '正在推',
  ])('nothing is left in %s', text => {
    expect(words(text)).toBeNull();
  });
});
