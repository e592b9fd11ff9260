import type { CampaignHint } from '../../lib/model/campaign-hint';
import type { Hint, HintKind } from '../../lib/model/hint';

/** What a person looks for; the kinds themselves are too many to choose from. */
export const HINT_GROUPS = ['wrong', 'missing', 'points', 'table', 'note', 'advice'] as const;
export type HintGroup = (typeof HINT_GROUPS)[number];

const GROUP_OF: Readonly<Record<HintKind, HintGroup>> = {
  'score-not-a-number': 'wrong',
  'score-over-weight': 'wrong',
  'score-step': 'wrong',
  'score-unfinished': 'wrong',
  'score-unproven': 'wrong',
  'score-against-answers': 'wrong',
  'score-against-rule': 'wrong',
  'event-happened': 'wrong',
  'over-limit': 'wrong',
  measures: 'missing',
  count: 'missing',
  recurring: 'missing',
  forbidden: 'missing',
  deadline: 'missing',
  owed: 'missing',
  unassigned: 'missing',
  'rule-answer': 'points',
  'points-lost': 'points',
  'rule-judgement': 'points',
  'rule-unread': 'points',
  veto: 'points',
  'weight-sum': 'table',
  'same-fact': 'table',
  'suspected-typo': 'table',
  'content-gap': 'table',
  'no-scoring-rule': 'table',
  'unit-profile': 'note',
  'note-reading': 'note',
  'note-unmet': 'note',
  'note-applies': 'note',
  'advice-evidence': 'advice',
  'advice-wording': 'advice',
  'advice-gap': 'advice',
};

export const hintGroup = ({ kind }: Hint): HintGroup => GROUP_OF[kind];

/** What sums up several items is for the list of all; beside one of them it would only say what stands there anyway. */
const SUMMARIES: ReadonlySet<HintKind> = new Set(['deadline', 'owed', 'unassigned']);

/** Those worth a place beside an item: first those of this item alone. */
export function besideItem(hints: readonly CampaignHint[]): CampaignHint[] {
  const alone = hints.filter(({ entities }) => entities.length === 1);
  const shared = hints.filter(({ entities, hint }) => {
    if (entities.length === 1 || SUMMARIES.has(hint.kind)) return false;
    return hint.severity !== 'info' || hint.kind === 'same-fact';
  });
  return [...alone, ...shared];
}

export interface HintFilter {
  /** `sectionKey` of an item; null: all. */
  section: string | null;
  /** null: all; '' : those of items without one. */
  department: string | null;
  group: HintGroup | null;
}

/** What a hint's items are known by. */
export interface HintItem {
  section: string;
  department: string;
}

/** A hint about several items is found by any of them; one about the whole table only where nothing narrower is asked. */
export function matchesHint(
  { hint, entities }: CampaignHint,
  { section, department, group }: HintFilter,
  items: ReadonlyMap<string, HintItem>,
): boolean {
  if (group !== null && hintGroup(hint) !== group) return false;
  if (section === null && department === null) return true;
  return entities.some(entity => {
    const item = items.get(entity);
    if (!item) return false;
    return (section === null || item.section === section) && (department === null || item.department === department);
  });
}
