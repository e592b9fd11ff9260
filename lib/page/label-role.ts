import type { FieldRole } from './page-table';

/**
 * What a label says of the field it stands by: a role; 'score' where only the rest of the table tells whose score it is;
 * 'other' for a known heading that is nothing to fill in; 'veto' for what is the reviewer's or no matter of the table.
 */
export type LabelRole = Exclude<FieldRole, 'frame'> | 'score' | 'other' | 'veto';

/** Words of headings and labels. The one that ends last in a label decides (自评分说明 is an explanation), then the longer. */
const WORDS: readonly [LabelRole, RegExp][] = [
  [
    'veto',
    /小计|合计|总[分计]|搜索?|查[询找]|检索|筛选|关键[字词]|验证码|密码|用户名?|账[号户]|登录|电话|手机|邮箱|留言|评论|收件|主题|抄送|跳至|第?几?页/g,
  ],
  [
    'veto',
    /核定|复核|审[核批查]|上级|评审|专家|抽查|考[评核](?:组|得?分数?|结果|情况|意见)|考核$|评估分|主管部门|签[字名章]|盖章/g,
  ],
  ['selfScore', /自[评查]?[打报]?得?分[数值]?|自我?评[分价]?|赋分/g],
  ['score', /实?际?得分[数值]?|评分|打分|分数/g],
  [
    'completion',
    /完成(?:情况|程度|进度)|(?:进展|落实|开展|自查|自评|工作|执行|推进)情况|描述|说明|结论|实绩|做法|成效|报告|总结|情况/g,
  ],
  ['evidence', /佐证|支撑|印证|证明|材料|资料|附件|台账|凭证|上传/g],
  ['responsiblePerson', /(?:责任|经办|填报|联系|承办|负责)人(?:员|姓名)?|联络员/g],
  ['leader', /领导/g],
  ['department', /(?:责任|牵头|配合|承办|实施|职能|协办)(?:单位|科室|部门)|科室/g],
  ['deadline', /时限|完成(?:时间|日期)|截[止至](?:时间|日期)?|时间节点|时序进度|期限|办结/g],
  ['measures', /措施|举措|工作任务|阶段要求|任务分解/g],
  ['remark', /备注|补充说明|其他说明/g],
  ['status', /是否完成|状态/g],
  ['applicable', /缺项|是否涉及|适用|实有项目/g],
  ['deductionReason', /(?:扣|失|减)分(?:原因|说明|依据|理由)|存在问题|偏差原因/g],
  ['actual', /完成值|指标值|实际值/g],
  [
    'other',
    /^序号$|编号|项次|^项目|类[别目]$|指标|内容|要点|标准|方式|方法|办法|细则|分值|权重|满分值?|标准分值?|配分|应得分?|目标值|扣分|减分|加分|计量单位|操作$/g,
  ],
];

/** Longest text that is still read as a label or heading. */
const LONGEST = 24;

interface Reading {
  role: LabelRole;
  /** Whether the words of the role make up most of the text: "自评分（0-4分）", not "履职尽责成效". */
  whole: boolean;
}

const known = new Map<string, Reading | null>();

/** The role a label names; null for a text that is no known label. */
export function labelRole(text: string): LabelRole | null {
  return reading(text)?.role ?? null;
}

/** The same for a text that may be a value: only what is a label and little else. */
export function wholeLabelRole(text: string): LabelRole | null {
  const found = reading(text);
  return found?.whole ? found.role : null;
}

function reading(text: string): Reading | null {
  let found = known.get(text);
  if (found === undefined) {
    if (known.size > 5_000) known.clear();
    found = readLabel(text);
    known.set(text, found);
  }
  return found;
}

function readLabel(text: string): Reading | null {
  const plain = text.normalize('NFKC').replace(/[\s*:"“”]+/g, '');
  const outside = plain.replace(/[([【][^)\]】]*[)\]】]?/g, '');
  const found = (outside && wordRole(outside)) || wordRole(plain.replace(/[([【)\]】]/g, ''));
  if (found) return found;
  const end = ENDING.exec(text);
  const asked = end && wordRole(end[1]!);
  return asked && { ...asked, whole: false };
}

/** Of a question that names an indicator and what is asked of it: "……。（自评分）", "……—自评分", "……。自评得分：" */
const ENDING = /(?:[（(【[—-]|[。；)）]\s*(?=.{2,8}[:：]))([^（()【[—:：-]{2,10}?)[\s）)】\]:：*]*$/;

/** The words of such a question without its end; any other text as it is. */
export function questionWords(text: string): string {
  const end = ENDING.exec(text);
  return end && labelRole(end[1]!) ? text.slice(0, end.index) : text;
}

function wordRole(label: string): Reading | null {
  if (!label || label.length > LONGEST) return null;
  let best: LabelRole | null = null;
  let bestEnd = -1;
  let bestLength = 0;
  let start = label.length;
  for (const [role, words] of WORDS) {
    for (const match of label.matchAll(words)) {
      const end = match.index + match[0].length;
      if (role === 'veto') return { role, whole: true };
      start = Math.min(start, match.index);
      if (end > bestEnd || (end === bestEnd && match[0].length > bestLength)) {
        best = role;
        bestEnd = end;
        bestLength = match[0].length;
      }
    }
  }
  if (best === 'selfScore' && label.length - bestEnd > 1) return null; // 自评结果, 自评等次: no points
  // A sentence that happens to hold such a word is no label: after it comes next to nothing.
  return best && label.length - bestEnd <= 3 ? { role: best, whole: bestEnd - start >= 0.5 * label.length } : null;
}
