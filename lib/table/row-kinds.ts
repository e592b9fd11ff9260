import { cleanText, foldWidth } from '../model/text';

const NOTE =
  /^[【[（(〔]?\s*(?:填表|填报|评分|考核|考评|编制|计分)?(?:说明|备注|注意事项|须知|注)\s*\d?[】\]）)〕]?\s*[:：]|^[【[](?:说明|备注|注)|^(?:填表|填报)(?:说明|须知)$|^[※＊*]\s*\S{6,}/;
const SIGNATURE =
  /^(?:填\s*[报表]|制\s*表|审\s*[核批定签]|复\s*核|负\s*责\s*人|主要负责人|分管(?:领导|负责人)|单位(?:主要)?(?:负责人|领导|盖章|公章|\(?盖章)|考[核评](?:组|人)|评审人|经\s*办\s*人|联\s*系\s*(?:人|电话)|电\s*话|签\s*[字名章]|盖\s*章|[(]?(?:公|盖|签)章[)]?$|(?:自评|考评|考核|检查)(?:组)?(?:组长|成员|人员|人|日期|时间)|(?:主管|上级).{0,6}意见|.{0,12}意见(?:\(.{0,8}\))?:|(?:副?组长|成员|组员|评委|领导|书记|局长|主任|校长|院长)\(?签[字名])/;
const UNIT_OR_DATE =
  /^(?:填报|填表|被?考[核评]|自评|申报|创建|责任|受检|被检查|报送|参评|被评估)?(?:单位|部门)(?:名称|全称)?(?:\(.{0,8}\))?:|^(?:单位名称|填报单位|填表单位|被?考[核评]单位|申报单位|创建单位|参评单位)|^(?:填报|填表|制表|上报|报送|自评|考核|检查|评分)?(?:日期|时间):|^(?:20\d\d|\s{0,9})年\s*月\s*日$|^20\d\d年\d{1,2}月\d{1,2}日$/;
const SUM = /^(.{0,16}?)(小计|合计|总计|总分|总得分|共计|累计|合计得分|汇总)(?:\(?分值?\)?)?(?:[(:].{0,24})?$/;

/** Cheap tests that keep the close ones below off the many rows of data. */
const MAYBE_NOTE = /^\s*[<【[（(〔填评考编计说备注须※＊*]/;
const MAYBE_LABEL =
  /^\s*(?:<[^<>]*>\s*)*(?:[(（[【]\s*)?(?:[填制审复负主分单考评经联电签盖公自检上领被申创责受报参2２年日时部]|.{1,12}(?:[(（]?签[字名]|意见))/;

/** What the row tests below look at: whether a cell is a label shows at its beginning. */
function headOf(text: string): string {
  return text.length > 200 ? text.slice(0, 200) : text;
}

/** Short reading of a cell for the row tests below: one width, no spaces. */
export function rowKey(text: string): string {
  return foldWidth(cleanText(headOf(text))).replace(/\s/g, '');
}

export function isNote(text: string): boolean {
  if (!MAYBE_NOTE.test(headOf(text))) return false;
  return NOTE.test(cleanText(headOf(text)));
}

/** "填表人：      审核人：", "（盖章）", "负责人（签字）" – labels for names, not a sentence about them. */
export function isSignature(text: string): boolean {
  if (!MAYBE_LABEL.test(headOf(text))) return false;
  const key = rowKey(text);
  if (key.length > 90 || !SIGNATURE.test(key)) return false;
  const labelled =
    /[:_]|\((?:签[字名章]|盖章|公章|印章|签)\)|年月日|(?:签[字名]|盖章|公章)$/.test(key) || key.length <= 8;
  return labelled && !/[.;]$/.test(key);
}

export function isUnitOrDate(text: string): boolean {
  if (!MAYBE_LABEL.test(headOf(text))) return false;
  const key = rowKey(text);
  return key.length <= 90 && UNIT_OR_DATE.test(key) && !/[.;]$/.test(key);
}

/** What a totals row says of itself; null where the text is none. */
export function sumLabel(text: string): { kind: 'subtotal' | 'total'; of: string } | null {
  if (text.length > 80 || !/[计总汇]/.test(text)) return null;
  const match = SUM.exec(rowKey(text));
  // "指标表（总分：40分）" is a title that states its total.
  if (!match || match[1]!.endsWith('(')) return null;
  const of = match[1]!.replace(/^本?(项目?|部分|类)?$/, '');
  return {
    kind:
      match[2] === '小计' || (of !== '' && !/^(全部|考评?核?|自评|总|分值|得分|以上)$/.test(of)) ? 'subtotal' : 'total',
    of,
  };
}

const COUNTS = [
  (i: number) => String(i + 1),
  (i: number) => '一二三四五六七八九十'[i] ?? '',
  (i: number) => '甲乙丙丁戊己庚辛壬癸'[i] ?? '',
  (i: number) => String.fromCharCode(97 + i),
];

/** The row of column numbers that some forms print below the header: 1 | 2 | 3 …, also from 0 or (1). */
export function isIndexRow(texts: readonly string[]): boolean {
  if (texts.length < 3) return false;
  const keys = texts.map(
    text =>
      rowKey(text)
        .toLowerCase()
        .replace(/[()栏=].*$|^[(]/g, '') || rowKey(text).replace(/[()栏]/g, ''),
  );
  return COUNTS.some(count => keys.every((key, i) => key === count(i))) || keys.every((key, i) => key === String(i));
}

/** The row of instructions that some forms print below the header: "（填写内容）" | "（不超过500字）". */
export function isHintRow(texts: readonly string[]): boolean {
  if (texts.length < 2 || texts.some(text => text.length > 80)) return false;
  const keys = texts.map(rowKey);
  return keys.every(key => /^[([【].*[)\]】]$/.test(key)) && keys.some(key => /填|写|请|限|字|示例/.test(key));
}
