import { phrase } from '../model/problem';
import type { Slip } from './slip';

/**
 * Characters that scanning or shape-based typing confuses, each only where its neighbours leave no doubt: the wrong
 * character between what stands before and after it, and the right one.
 */
const CONFUSED: readonly [before: string, wrong: string, after: string, right: string][] = [
  ['[分解剖辨]', '[忻折]', '', '析'],
  [
    '(?<![年月周期季旬岁])',
    '末',
    '(?:发生|完成|落实|按|经|开展|及时|达到|达标|制定|建立|出现|签订|整改|履行|成立)',
    '未',
  ],
  ['(?<![自知利律])', '[己巳]', '(?:完成|落实|建立|制定|报送|开展|整改|成立|配备|签订)', '已'],
  ['[时气等]', '侯', '', '候'],
  ['', '徽', '(?:信公众|信群|博|型消防)', '微'],
  ['(?:登记|记录|台账|签到)', '薄', '(?!弱)', '簿'],
  ['隐', '[愚惠]', '', '患'],
  ['(?<!防)', '汛', '速(?!报)', '迅'],
  ['[法综政整惩自防德群]', '冶', '', '治'],
  ['', '折', '迁', '拆'],
  ['', '千', '部(?:职工|群众|队伍)', '干'],
  ['', '入', '民(?:群众|法院|政府|调解)', '人'],
  ['[现广市立]', '[埸塲]', '', '场'],
  ['[台建销记对立]', '帐', '', '账'],
  ['', '按', '装(?![备载饰修])', '安'],
  ['', '布', '署(?!名)', '部'],
  ['监', '查', '委', '察'],
  ['责', '仼', '', '任'],
];

const RULES = CONFUSED.map(
  ([before, wrong, after, right]) => [new RegExp(`(${before})(${wrong})(${after})`, 'g'), right] as const,
);

/** Kangxi and CJK radicals, which PDF conversion leaves in place of the characters they look like. */
const RADICAL = /[\u2e80-\u2fdf]/g;

/** Words that overlap by one character and so lost it: 控制 + 制度 → 控制度. */
const SWALLOWED: readonly [RegExp, readonly string[]][] = [
  [/(?:内部)?控制度/g, ['控制制度', '管控制度']],
  [/管理念/g, ['管理理念']],
  [/治理念/g, ['治理理念']],
  [/责任务(?!必)/g, ['责任任务']],
  [/企业务/g, ['企业业务']],
  [/行政策/g, ['行政政策']],
  [/投资金/g, ['投资资金']],
  [/公众号号/g, ['公众号']],
];

const FOREIGN = /[\u4e00-\u9fff]\s*(and|AND|And|of|or|the)\s*[\u4e00-\u9fff]/g;
const DOUBLE_STOP = /([，。；、：,;])\1+/g;

export function lookAlikes(clean: string): Slip[] {
  const slips: Slip[] = [];
  for (const [pattern, right] of RULES) {
    for (const match of clean.matchAll(pattern)) {
      const [whole, before = '', wrong = '', after = ''] = match;
      const end = match.index + whole.length;
      // One character more on either side makes the suggestion readable and the replacement safe.
      const tail = after === '' ? clean.slice(end, end + 2).replace(/[^\u4e00-\u9fff].*$/, '') : '';
      const from = whole + tail;
      slips.push({ from, to: [before + right + after + tail], why: phrase('look-alike', { wrong, right }) });
    }
  }
  for (const [radical] of clean.matchAll(RADICAL)) {
    const plain = radical.normalize('NFKC');
    if (plain !== radical) slips.push({ from: radical, to: [plain], why: phrase('radical') });
  }
  for (const [pattern, to] of SWALLOWED) {
    for (const [from] of clean.matchAll(pattern)) {
      const prefix = from.startsWith('内部') ? '内部' : '';
      slips.push({ from, to: to.map(word => prefix + word), why: phrase('lost-character') });
    }
  }
  for (const [from, word] of clean.matchAll(FOREIGN)) {
    slips.push({ from, to: [from.replace(word!, '和').replace(/\s/g, '')], why: phrase('foreign-word') });
  }
  for (const [from, mark] of clean.matchAll(DOUBLE_STOP))
    slips.push({ from, to: [mark!], why: phrase('doubled-mark') });
  return slips;
}
