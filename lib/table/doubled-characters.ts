import { phrase } from '../model/problem';
import type { Slip } from './slip';

/** Characters that double in good Chinese: 人人知晓, 层层落实, 常常 … */
const REDUPLICATING = new Set(
  '人常天家层处事时种项件个年月日步环户村双多好深仅渐往刚一点方面实清明认扎原世形轰干久略稍频屡每条件样回次遍声句字岁夜谆循滔蒸欣孜悄默纷匆',
);
/**
 * Words whose first character often ends the word before them: 小组|组长, 控制|制度, 管理|理念. Such a pair is two words,
 * not a slip.
 */
const SECOND_WORDS = new Set(
  (
    '组长 组员 组织 组建 组成 制度 制定 制约 制作 制止 制订 理念 理论 理解 理由 理顺 会议 会员 会商 会场 会同 员工 工作 工程 工资 工会 工人 工业 业务 业主 业绩 业态 ' +
    '区域 区级 区分 区委 区政 区直 区属 法规 法律 法治 法制 法人 法院 部长 部门 部分 部署 部队 部位 学生 学习 学校 学员 行政 行业 行为 行动 行使 动员 动态 动作 务必 务实 ' +
    '事务 事项 事件 事故 事业 家庭 家长 家园 家属 国家 国有 民族 民众 民生 民主 民政 社会 社区 心理 心态 政策 政府 政治 政法 政务 机关 机制 机构 场所 场地 场景 责任 任务 任职 ' +
    '点位 点评 物资 物业 物防 防控 防范 防护 防治 控制 网络 网格 网站 网上 体系 体制 体验 体现 资金 资料 资源 资产 经济 经费 经验 经营 质量 量化 品牌 中心 中央 中国 中小 中层 ' +
    '文明 文件 文化 书面 书记 门户 门卫 长效 长期 人员 人民 人才 人数 人防 生活 生产 生命 生态 展示 展开 展览 发展 发现 发生 发放 发挥 发布 化解 化工 查处 查看 查阅 查找 查验 ' +
    '度假 案件 案例 案情 用于 用户 用电 成效 成果 成立 成员 成绩 安全 安排 安置 安防 平台 平安 平时 平稳 同时 同步 同级 训练 电话 电视 电脑 电信 高度 高效 高质 设施 设备 设立 设置 ' +
    '计划 计算 保护 保障 保密 保持 调查 调解 调整 调度 报告 报送 报道 报名 结合 结果 结构 定期 定位 进行 进度 进展 通过 通知 通报 来源 来信 信息 信访 信用 期间 期限 开展 开始 ' +
    '和谐 和平 和解 教育 教师 评估 评价 评先 评优 排查 排除 范围 情况 作用 作风 作为 提升 提高 提供 实施 实现 管理 管控 现场 现象 导向 导致 示范 标准 准备 位置 全面 全市 全员 ' +
    '面向 面对 上级 上报 下级 下达 下发 市级 市民 县级 级别 基层 层面 层级 传播 处理 处置 署名 类型 容易 施工 办公 办理 办法 公开 公共 公司 公众 题材 力量 力度 险情 研究 究竟 ' +
    '讯息 服务 需求 求助 监督 督查 督促 察看 专业 专项 治安 治理 罪犯 犯罪 商会 议事 例会 例行 费用 落实 识别 意见 见义 义务 务工'
  ).split(' '),
);

const DOUBLED = /([\u4e00-\u9fff])\1/g;
const WRAPPED = /([\u4e00-\u9fff])\s+\1/g;
const PHRASE = /([\u4e00-\u9fff]{2,8})\1/g;

/** Whether a word stands anywhere in the table without its last character doubled. */
export type OccursSingly = (word: string) => boolean;

/** 园区区, 内容 容, 认真认真: what occurs singly elsewhere is a word. */
export function doubledCharacters(text: string, clean: string, occursSingly: OccursSingly): Slip[] {
  const wrapped = atLineWraps(text);
  const inside = insideWords(clean, occursSingly).filter(slip => !wrapped.some(({ from }) => from === slip.from));
  return [...wrapped, ...inside, ...phrases(clean)];
}

/** A character printed at the end of a line and again on the next. */
function atLineWraps(text: string): Slip[] {
  return [...text.matchAll(WRAPPED)].flatMap(match => {
    const character = match[1]!;
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 1), match.index);
    if (SECOND_WORDS.has(character + text.slice(end, end + 1)) || !isHan(before)) return [];
    const word = before + character;
    return [{ from: word + character, to: [word], why: phrase('doubled-at-wrap') }];
  });
}

function insideWords(clean: string, occursSingly: OccursSingly): Slip[] {
  return [...clean.matchAll(DOUBLED)].flatMap(match => {
    const character = match[1]!;
    const before = clean.slice(Math.max(0, match.index - 1), match.index);
    const next = clean.slice(match.index + 2, match.index + 3);
    const word = before + character;
    // 小组组长: two words. 踏踏实实: on purpose.
    if (!isHan(before) || SECOND_WORDS.has(character + next) || before === character || next === character) return [];
    if (isDoubledPair(clean, match.index)) return [];
    // 园区 stands elsewhere in the table without a second 区, so here it is one too many.
    if (REDUPLICATING.has(character) || !occursSingly(word)) return [];
    return [{ from: word + character, to: [word], why: phrase('doubled-character', { character }) }];
  });
}

/** AABB: 实实在在. */
function isDoubledPair(text: string, at: number): boolean {
  const after = text.slice(at + 2, at + 4);
  const before = text.slice(Math.max(0, at - 2), at);
  return (after.length === 2 && after[0] === after[1]) || (before.length === 2 && before[0] === before[1]);
}

/** Characters of wording gone through for one table; after that, no more words are looked up. */
const MOST_SEARCHED = 100_000_000;

/** @param all the whole table's wording */
export function singleOccurrences(all: string): OccursSingly {
  const known = new Map<string, boolean>();
  let left = MOST_SEARCHED;
  return word => {
    const answer = known.get(word);
    if (answer !== undefined || left < 0) return answer ?? false;
    left -= all.length;
    let at = all.indexOf(word);
    while (at >= 0 && all[at + word.length] === word[word.length - 1]) at = all.indexOf(word, at + 1);
    known.set(word, at >= 0);
    return at >= 0;
  };
}

function phrases(clean: string): Slip[] {
  return [...clean.matchAll(PHRASE)].flatMap(([from, once]) =>
    new Set(once).size > 1 ? [{ from, to: [once!], why: phrase('doubled-phrase') }] : [],
  );
}

function isHan(text: string): boolean {
  return /^[\u4e00-\u9fff]$/.test(text);
}
