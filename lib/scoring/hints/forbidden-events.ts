import type { ForbiddenEvent } from './requirement';
import { type ClauseSpan, clauseSpans, passage, type SourceText } from './source-text';

/** What ends the name of something that must not be. */
const EVENT =
  '(?:案\\(事\\)件|案事件|事\\(案\\)件|案件|事件|事故|灾害|灾难|火灾|爆炸|现象|情况|情形|行为|问题|隐患|漏洞|矛盾|纠纷|舆情|投诉|举报|信访|上访|非访|闹访|缠访|集访|越级访|违法|违纪|违规|违法违纪|犯罪|伤亡|死亡|渗漏|泄漏|泄露|污染|泄密|失密|积案|发案|处罚|通报|追责|问责|曝光|感染|疫情|中毒|踩踏|械斗|闹事|滋事|差错|失误|延误|瞒报|漏报|迟报|酒驾|醉驾|赌博|吸毒|黄赌毒)';
const VAGUE = '(?:人员|组织|活动|名单|单位)';
const ENDS_IN_EVENT = new RegExp(`${EVENT}(?:\\(.{0,12}\\))?$`);
const HAS_EVENT = new RegExp(EVENT);
/** 无人员, 无组织 alone deny nothing bad; 无干部职工参加邪教组织 does. */
const ENDS_VAGUELY = new RegExp(
  `(?:邪教|非法|敌对|黑恶|涉恶|涉黑|传销|诈骗|恐怖|吸毒|失信|被执行|违法|涉案|犯罪).{0,8}${VAGUE}$`,
);

const HAPPEN = '(?:发生|出现|引发|造成|产生|形成|导致|存在|受到|遭受|被)';
/**
 * In this order: the first that fits a clause is its trigger. `needsEvent`: the words alone (无…) deny all kinds of
 * things, so the name of an event must follow.
 */
const TRIGGERS: readonly { pattern: RegExp; needsEvent: boolean }[] = [
  {
    pattern: new RegExp(`(?:没有|均未|从未|未曾|未|不得|不能|不准|不许|不|无|零)再?${HAPPEN}(?!率)`),
    needsEvent: false,
  },
  { pattern: /(?:坚决)?(?:杜绝|严禁|禁止|严防)(?:再?发生|出现)?/, needsEvent: true },
  { pattern: /(?:坚决|有效|严格)?(?:防止|避免|遏制)(?:再?发生|出现)?/, needsEvent: true },
  { pattern: /没有(?:任何)?|不(?:得|能|准|许|可)有/, needsEvent: true },
  {
    pattern: /零(?=发案|事故|上访|非访|投诉|案件|火灾|伤亡|死亡|违纪|违法|犯罪|泄密|舆情|瞒报|差错|感染)/,
    needsEvent: false,
  },
  { pattern: /无(?:一例|一起|任何)?/, needsEvent: true },
];

/** 无 as the beginning of another word. 无证经营 is an event, but something to act against, not one denied. */
const OTHER_WORD =
  /^无(?:故|人机|论|偿|线|障碍|缝|害|关|死角|盲区|证|照|牌|理|特殊|正当|法|锡|纸|党派|烟|序|名|形|声|私|微不至|所|需|权|效|组织|业|主|房|依无靠|不|可|愧|疑|非|轨|接触|感|差别|条件|限|边|穷|视)/;
/** What stands before the trigger and turns it: 有无, 如未发生, 查处无…, 是否. */
const TURNED = /(?:有|是否|如|若|凡|对|把|将|因|查处|整治|打击|处理|治理|解决|消除|化解|排查|劝导|制止|处置|六|的)$/;
const CONDITION = /^(?:如果?|若|凡|对于?)|的$/;
const ADVERBS = '(?:确保|实现|做到|单位|内部|全年|年内|本单位|辖区|全市|坚决|力争|争取)';
const MOST = 50;

export function forbiddenEvents(source: SourceText): ForbiddenEvent[] {
  const { text } = source.folded;
  const clauses = clauseSpans(text);
  return clauses
    .flatMap((clause, i) => {
      const found = findEvent(clause, clauses.slice(i + 1, i + 4));
      if (!found) return [];
      const event: ForbiddenEvent = {
        kind: 'forbidden',
        key: `forbidden:${found.object}`,
        passages: [passage(source, found.start, found.end)],
        objects: objectsOf(found.object),
      };
      return [event];
    })
    .slice(0, MOST);
}

interface FoundEvent {
  start: number;
  end: number;
  object: string;
}

function findEvent(clause: ClauseSpan, following: readonly ClauseSpan[]): FoundEvent | null {
  const { text } = clause;
  if (!/[没未不无零杜严禁防避遏]/.test(text) || CONDITION.test(text)) return null;
  for (const { pattern, needsEvent } of TRIGGERS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const before = text.slice(0, match.index);
    const trigger = match[0];
    if (TURNED.test(before) || OTHER_WORD.test(text.slice(match.index))) continue;
    const rest = text.slice(match.index + trigger.length);
    if (rest === '' || /^(?:的|率)/.test(rest)) return subjectFirst(clause, before, match.index + trigger.length);
    const event = { start: clause.start + match.index, end: clause.end, object: rest };
    if (needsEvent ? namesEvent(rest) : !/^[或和及]/.test(rest)) return { ...event, object: trimObject(rest) };
    const extended = extend(rest, clause, following);
    if (extended && pattern.source.startsWith('无')) return { ...event, ...extended };
  }
  return null;
}

/** "重大刑事案件不发生", "安全事故零发生". */
function subjectFirst(clause: ClauseSpan, before: string, end: number): FoundEvent | null {
  const object = before.replace(new RegExp(`^${ADVERBS}+`), '');
  if (object.length < 2 || !HAS_EVENT.test(object)) return null;
  return { start: clause.start + before.length - object.length, end: clause.start + end, object };
}

function namesEvent(object: string): boolean {
  const name = object.replace(/等?(?:的)?发生$/, '');
  return ENDS_IN_EVENT.test(name) || ENDS_VAGUELY.test(name);
}

/** "无黄,赌,毒等社会丑恶现象" with commas for 、: a few short words until the event is named. */
function extend(
  rest: string,
  clause: ClauseSpan,
  following: readonly ClauseSpan[],
): { object: string; end: number } | null {
  if (rest.length > 4) return null;
  let object = rest;
  let end = clause.end;
  for (const next of following) {
    if (next.start !== end + 1 || next.text.length > 14) return null;
    object += `、${next.text}`;
    end = next.end;
    if (namesEvent(next.text)) return { object, end };
    if (next.text.length > 4) return null;
  }
  return null;
}

function trimObject(object: string): string {
  return object.replace(/(?:的)?发生$/, '');
}

/** Apart only where every part names an event of its own: 黄、赌、毒等社会丑恶现象 stays one. */
function objectsOf(object: string): string[] {
  const parts = object
    .split(/、|以及|(?<=[件故象为题])[和及或]/)
    .map(part => part.replace(/^(?:无|不(?:发生|出现)|未(?:发生|出现)|没有(?:发生|出现)?)/, ''));
  return parts.length > 1 && parts.every(part => part.length > 3 && ENDS_IN_EVENT.test(part)) ? parts : [object];
}
