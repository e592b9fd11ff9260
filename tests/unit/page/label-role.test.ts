import { describe, expect, it } from 'vitest';
import { COLUMN_SYNONYMS, type ColumnRole } from '../../../lib/model/columns';
import { labelRole, questionWords } from '../../../lib/page/label-role';

/** Headings whose meaning only their surroundings tell, or that a page uses otherwise than a workbook. */
const ELSEWHERE = new Set(['任务分解/时序进度', '工作任务', '材料', '说明', '考核实绩', '完成时间']);
const ASKED = [
  'selfScore',
  'completion',
  'evidence',
  'responsiblePerson',
  'department',
  'deadline',
  'measures',
  'remark',
] as const;

describe('labels', () => {
  it('mean on a page what they mean at the head of a column', () => {
    const other = ASKED.flatMap(role =>
      COLUMN_SYNONYMS[role].flatMap((text: string) =>
        ELSEWHERE.has(text) || labelRole(text) === role ? [] : [`${text}: ${labelRole(text)}, not ${role}`],
      ),
    );
    expect(other).toEqual([]);
  });

  it('of the reviewer and of the page itself are never answered', () => {
    const review = COLUMN_SYNONYMS.reviewScore.filter(
      text => !['selfScore', 'completion'].includes(labelRole(text) as ColumnRole),
    );
    expect(review).toEqual([...COLUMN_SYNONYMS.reviewScore]);
    for (const text of ['考评组意见', '核定分', '审核人', '本页合计', '验证码', '搜索', '用户名', '联系电话'])
      expect(labelRole(text), text).toBe('veto');
  });

  it.each([
    ['* 自评得分（0～4分）：', 'selfScore'],
    ['自评分说明', 'completion'],
    ['请输入完成情况', 'completion'],
    ['完成情况佐证材料', 'evidence'],
    ['得分', 'score'],
    ['自评等次', null],
    ['材料齐全、程序合法的情况下予以认定', null],
  ])('%s', (text, role) => expect(labelRole(text)).toBe(role));

  it('may be the end of a question that names the indicator too', () => {
    const words = '制定平安创建工作方案，明确平安建设要点目标任务。';
    for (const end of ['（自评分） *', '【自评得分】', '—自评分', '自评得分：']) {
      expect(labelRole(words + end), end).toBe('selfScore');
      expect(questionWords(words + end), end).toBe(end === '自评得分：' ? words.slice(0, -1) : words);
    }
    expect(labelRole(`${words}（考评组评分）`)).toBe('veto');
    expect(labelRole(`${words}（4分）`)).toBeNull();
    expect(questionWords(`${words}（4分）`)).toBe(`${words}（4分）`);
  });
});
