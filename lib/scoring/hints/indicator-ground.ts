import type { Advice } from '../../model/guidance';
import type { Quote } from '../../model/hint';
import { type Points, pointsOf } from '../../model/points';
import type { ParsedRule } from '../../model/rule';
import type { Indicator, Section } from '../../model/table';
import { foldText } from '../grammar/folded-text';
import { bigramsOf } from './bigrams';
import { contentGaps } from './content-gap';
import { eventPairs } from './event-pairs';
import type { CountRequirement, DatedRequirement, ForbiddenEvent, Passage, RecurringRequirement } from './requirement';
import { requirementsOf } from './requirements';
import { clausesOf, type RuleClause } from './rule-clauses';

/** All about an indicator that no answer changes: worked out once for a table. */
export interface IndicatorGround {
  /** In table order, from 0. */
  order: number;
  indicator: Indicator;
  section: Section;
  /** Begins the ids of its hints. */
  idBase: string;
  /** The indicator's code, as its hints name it. */
  codes: readonly [string];
  weight: Points | null;
  counts: readonly { requirement: CountRequirement; pairs: ReadonlySet<string> }[];
  events: readonly { requirement: ForbiddenEvent; pairs: ReadonlySet<string> }[];
  recurring: readonly RecurringRequirement[];
  dated: readonly DatedRequirement[];
  /** `counted`: asks for a number, which is told for itself. */
  measures: readonly { number: number; pairs: ReadonlySet<string>; why: Quote; counted: boolean }[];
  gaps: readonly Passage[];
  advice: Readonly<Record<Advice['topic'], readonly Advice[]>>;
  /** null where the table states none for it. */
  rule: { parsed: ParsedRule; clauses: readonly RuleClause[]; cell: string | null } | null;
}

export interface IndicatorSources {
  order: number;
  idBase: string;
  year: number | null;
  advice: readonly Advice[];
  rule: { parsed: ParsedRule | null; cell: string | null };
}

export function indicatorGround(section: Section, indicator: Indicator, sources: IndicatorSources): IndicatorGround {
  const requirements = requirementsOf(indicator, sources.year);
  const ofKind = <Kind extends (typeof requirements)[number]['kind']>(kind: Kind) =>
    requirements.filter((one): one is Extract<typeof one, { kind: Kind }> => one.kind === kind);
  const advice = (topic: Advice['topic']) => sources.advice.filter(one => one.topic === topic);
  const counts = ofKind('count');
  const counted = new Set(counts.flatMap(({ passages }) => passages.map(({ measure }) => measure)));
  const { rule } = sources;
  return {
    order: sources.order,
    indicator,
    section,
    idBase: sources.idBase,
    codes: [indicator.code],
    weight: indicator.weight?.points == null ? null : pointsOf(indicator.weight.points),
    counts: counts.map(requirement => ({ requirement, pairs: bigramsOf(requirement.object) })),
    events: ofKind('forbidden').map(requirement => ({ requirement, pairs: eventPairs(requirement) })),
    recurring: ofKind('recurring'),
    dated: ofKind('dated'),
    measures: indicator.measures.map(({ number, clean, cell }) => ({
      number,
      pairs: bigramsOf(foldText(clean).text),
      why: { quote: clean, cell: cell ?? indicator.cells.measures ?? null },
      counted: counted.has(number),
    })),
    gaps: contentGaps(indicator),
    advice: { evidence: advice('evidence'), wording: advice('wording'), gap: advice('gap') },
    rule: rule.parsed && { parsed: rule.parsed, clauses: clausesOf(rule.parsed), cell: rule.cell },
  };
}
