import { COLUMN_ROLES, COLUMN_SYNONYMS, type ColumnRole } from '../model/columns';
import { matchKey } from '../model/text';
import { HEADING_PATTERNS } from './heading-patterns';

export interface RoleGuess {
  role: ColumnRole;
  /** A heading of the list, as opposed to one that only sounds like it. */
  exact: boolean;
}

/** Longer texts are no headings. */
export const LONGEST_HEADING = 30;

const EXACT = exactRoles();

/** Headings of tables that are none of ours; they speak against a row of headings. */
const FOREIGN =
  /^(姓名|.{0,4}姓名|名字|工号|学号|性别|年龄|民族|职务|职称|岗位|学历|籍贯|政治面貌|身份证号?码?|出生年?月?日?|电话|电话号码|手机|手机号码?|办公电话|联系电话|联系方式|传真|邮箱|电子邮箱|微信号?|住址|地址|通讯地址|邮编|时间|日期|星期.?|周[一二三四五六日]|上午|下午|晚上|地点|会议室|主持人|参加人员|参会人员|主讲人|值班人员|值班领导|带班领导|班次|请假.*|假别|天数|事由|开始时间|结束时间|开始日期|结束日期|起止时间|审批.*|金额.*|预算.*|单价|数量|规格.*|型号|合计|科目.*|收入|支出|余额|资金.*|经费.*|价格|总价|文号|发文.*|页码|页数|份数|存放.*|盒号|卷号|档号|保管期限|责任者|题名|材料名称|车牌号|驾驶员|物品名称|领用.*|品名|供应商|开户行|账号|备用金|报销.*|单据.*|票据.*|问题描述|字段.*|题目.*|题干|选项|答案|题型|代码|取值.*|数据类型|长度|类型说明)$/;

/** What a heading's text is compared by: matchKey without marks of "required" and trailing colons. */
export function headingKey(text: string): string {
  return matchKey(text).replace(/[*★☆※:]/g, '');
}

/** The roles a heading may mean, likeliest first; empty for none. */
export function guessRoles(text: string): RoleGuess[] {
  const key = headingKey(text);
  if (key === '' || key.length > LONGEST_HEADING) return [];
  const bare = key.replace(/[([][^()[\]]*[)\]]/g, '');
  const exact = EXACT.get(key) ?? EXACT.get(bare);
  if (exact) return exact.map(role => ({ role, exact: true }));
  const short = bare || key;
  const fitting = HEADING_PATTERNS.find(([pattern]) => pattern.test(short));
  return fitting && !FOREIGN.test(short) && short.length <= 16 ? [{ role: fitting[1], exact: false }] : [];
}

/** Is the text, letter by letter, a heading of the list? Much cheaper than guessing. */
export function isUsualHeading(text: string): boolean {
  return EXACT.has(text);
}

/** A column of names makes a list of people, whatever else is said of them. */
export function namesPeople(text: string): boolean {
  return /^(?:姓名|员工姓名|学号|工号|身份证号码?)$/.test(headingKey(text));
}

export function isForeignHeading(text: string): boolean {
  const key = headingKey(text);
  return key.length <= LONGEST_HEADING && FOREIGN.test(key.replace(/\([^()]*\)/g, ''));
}

function exactRoles(): Map<string, ColumnRole[]> {
  const roles = new Map<string, ColumnRole[]>();
  for (const role of COLUMN_ROLES) {
    for (const synonym of COLUMN_SYNONYMS[role]) {
      const key = headingKey(synonym);
      roles.set(key, [...(roles.get(key) ?? []), role]);
    }
  }
  return roles;
}
