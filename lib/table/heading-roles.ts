import { COLUMN_ROLES, COLUMN_SYNONYMS, type ColumnRole } from '../model/columns';
import { matchKey } from '../model/text';

export interface RoleGuess {
  role: ColumnRole;
  /** A heading of the list, as opposed to one that only sounds like it. */
  exact: boolean;
}

/** Longer texts are no headings. */
export const LONGEST_HEADING = 30;

const EXACT = exactRoles();

/**
 * For headings that no list has. The first pattern that fits a key counts; the order puts the narrow ones first
 * ("考核得分" before "考核…", "扣分原因" before "扣分").
 */
const PATTERNS: [RegExp, ColumnRole][] = [
  [/^(序|no\.?$|编号$|项次|行号|号$)/, 'sequence'],
  [/^(备注|附注|其他说明)/, 'remark'],
  [/(扣|失|减|丢)分.{0,2}(原因|依据|理由|情况|事项|因素)/, 'deductionReason'],
  [/(加|奖励|附加)分/, 'bonus'],
  [
    /(自评|自查|自测|自报|自我评价|本单位评|单位评|填报单位评|自核).{0,4}(得?分|分数|评分|打分|分值|结果)|^自评$|^自查$|^自(评|测|查)/,
    'selfScore',
  ],
  [
    /(考评|考核|考察|复核|核定|核实|评审|评议|评定|审定|审核|上级|检查|验收|督查|专家|抽查|初评|复评|终评|最终|最后|认定|测评|评估|评价|综合|考评组|考核组|市级?|县级?|区级?|省级?|主管部门|实际?)(组|办|部门|评|核|得){0,2}(得分|评分|打分|给分|分数|分|结果)$/,
    'reviewScore',
  ],
  [/^(得分|评分|打分|分数|实得|评得)$/, 'reviewScore'],
  [/(扣|失|减)分?(分?值|分数?|$)$/, 'deduction'],
  [
    /(评|计|扣|赋|得|给|记|打|减|算)\)?(扣\))?分.{0,2}(标准|办法|方法|细则|依据|规则|说明|要求|方式|要点|规定)|(考评|考核|评价|评估|检查|评议|测评|验收|评定).{0,2}(标准|细则|尺度)|^标准$|分值说明|^细则$/,
    'scoringRule',
  ],
  [
    /(考评|考核|检查|评价|测评|评估|验收|核查|评分|查验|抽查|核验|考察)(的?)(方式|方法|形式|途径|办法|手段)|数据来源|资料来源|提供(资料|材料|数据|单位|部门)/,
    'assessmentMethod',
  ],
  [
    /(标准|基准|基本|基础|满|配|应得|权重|考核|考评|单项|指标|项目|参考|总|本项|小项|规定|最高)分(值|数)?$|分值|权重|^分数$|^分$|赋分值|所占(比例|比重|分)/,
    'weight',
  ],
  [
    /(完成|截止|办结|整改|落实|推进|达标|进度|时间|目标).{0,2}(时限|期限|日期|时间|节点|要求时间)|时限|期限|时间节点|时间(安排|要求)|进度(安排|要求)|节点/,
    'deadline',
  ],
  [/(领导|分管负责人|主管负责人|包保人)$/, 'leader'],
  [/(责任|负责|经办|联系|联络|承办|填报|具体|直接)(人|员)|负责同志|责任(人员|岗位)/, 'responsiblePerson'],
  [
    /(责任|牵头|配合|承办|主办|协办|落实|负责|协同|参与|实施|主管|考核|完成)(单位|部门|科室|处室|股室|机构|主体|站所)|^(科室|处室|部门|股室)$/,
    'department',
  ],
  [
    /(佐证|印证|支撑|支持|证明|备查|台账|档案|查阅|需提供|应提供|提交|留存).{0,4}(材料|资料|目录|清单|文件|名称|情况)|^(台账|佐证|档案)$/,
    'evidence',
  ],
  [/(措施|举措|做法|抓手|任务分解|实施路径|实现路径|落实方案)/, 'measures'],
  [/^(是否)?(完成|办理|落实|达标)(状态|与否)$|^(是否(完成|达标|落实)|状态)$/, 'status'],
  [
    /(完成|落实|进展|开展|自评|自查|工作|执行|推进|实施|整改|达标).{0,2}(情况|描述|实绩|说明|小结|成效|结果)/,
    'completion',
  ],
  [/目标值|年度目标$|目标数|计划值|考核目标值/, 'target'],
  [/完成值|实际值|实绩值|完成数|实际数/, 'actual'],
  [/计量|度量单位/, 'unit'],
  [/缺项|是否涉及|是否适用|实有/, 'applicable'],
  [/^三级|^三层|第三级/, 'content'],
  [/^二级|^二层|第二级|子项|小项|分项|细项|中类|子类/, 'subsection'],
  [/^一级|^一层|第一级|类别$|分类$|类型$|类目|板块|模块|大类|大项|领域|维度|^类$|方面$/, 'section'],
  [
    /(考评|考核|评价|测评|评估|检查|创建|考察|工作|建设|任务|指标|目标|达标|具体|主要|重点|自查|评议|验收|督查|核查).{0,3}(内容|要点|要求|事项|任务|重点|标准|条款)|目标任务|(主要|重点|年度)任务|(年度)?(工作)?目标$|观测点|评价点|评分点|考察点|得分点|内容$|要点$|要求$/,
    'content',
  ],
  [/指标(名称|体系|描述|内容)?$|要素$/, 'subsection'],
  [/项目(名称|内容)?(及分值)?$/, 'section'],
];

/** Headings of tables that are none of ours; they speak against a row of headings. */
const FOREIGN =
  /^(姓名|名字|性别|年龄|民族|职务|职称|岗位|学历|籍贯|政治面貌|身份证号?码?|出生年?月?日?|电话|电话号码|手机|手机号码?|办公电话|联系电话|联系方式|传真|邮箱|电子邮箱|微信号?|住址|地址|通讯地址|邮编|时间|日期|星期.?|周[一二三四五六日]|上午|下午|晚上|地点|会议室|主持人|参加人员|参会人员|主讲人|值班人员|值班领导|带班领导|班次|请假.*|假别|天数|事由|开始时间|结束时间|开始日期|结束日期|起止时间|审批.*|金额.*|预算.*|单价|数量|规格.*|型号|合计|科目.*|收入|支出|余额|资金.*|经费.*|价格|总价|文号|发文.*|页码|页数|份数|存放.*|盒号|卷号|档号|保管期限|责任者|题名|材料名称|车牌号|驾驶员|物品名称|领用.*|品名|供应商|开户行|账号|备用金|报销.*|单据.*|票据.*|问题描述|字段.*|代码|取值.*|数据类型|长度|类型说明)$/;

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
  const fitting = PATTERNS.find(([pattern]) => pattern.test(short));
  return fitting && !FOREIGN.test(short) && short.length <= 16 ? [{ role: fitting[1], exact: false }] : [];
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
