import { lastOf, lastWhere } from '../model/last';
import {
  type DraftColumn,
  headingConfidence,
  isExact,
  mayBe,
  openColumns,
  settle,
  settleInDoubt,
  withRole,
} from './draft-column';
import { isForeignHeading } from './heading-roles';

/** Decides which columns are the section, the subsection and the content of an indicator. */
export function assignLevels(drafts: readonly DraftColumn[]): void {
  assignSequence(drafts);
  const content = withRole(drafts, 'content') ?? assignContent(drafts);
  if (!content) return;
  const section = withRole(drafts, 'section') ?? assignSection(drafts, content);
  assignBetween(drafts, section, content);
}

/** 考核内容及计分标准: both in one cell. */
export const CONTENT_AND_RULE = /内容.*(?:计分|评分|扣分|赋分|打分|得分)/;

function assignSequence(drafts: readonly DraftColumn[]): void {
  for (const draft of openColumns(drafts)) {
    const counts = draft.key === '' && draft.profile.filled > 1 && draft.profile.integers === draft.profile.filled;
    if (mayBe(draft, 'sequence')) settle(draft, 'sequence', headingConfidence(draft));
    else if (counts) settle(draft, 'sequence', 0.6);
  }
}

function assignContent(drafts: readonly DraftColumn[]): DraftColumn | undefined {
  const open = openColumns(drafts);
  const named = open.filter(draft => mayBe(draft, 'content') || isTextUnderWeightHeading(draft));
  if (named.length > 0) {
    const ranked = [...named].sort((a, b) => contentScore(b) - contentScore(a));
    const [best, second] = ranked as [DraftColumn, DraftColumn?];
    if (second && isExact(second) && contentScore(best) - contentScore(second) < 0.3) {
      settleInDoubt(best, 'content', ['subsection', 'scoringRule'], 'two-contents');
    } else settle(best, 'content', headingConfidence(best));
    return best;
  }
  const fallback = open.find(draft => CONTENT_AND_RULE.test(draft.key)) ?? fallbackContent(open);
  if (fallback) {
    if (mayBe(fallback, 'subsection') || mayBe(fallback, 'section') || CONTENT_AND_RULE.test(fallback.key))
      settle(fallback, 'content', 0.8);
    else settleInDoubt(fallback, 'content', ['scoringRule', 'measures', 'remark'], 'no-content-heading');
  }
  return fallback;
}

/** "分项内容及分值" or "考评内容及分值" over texts that end in "（5分）". */
function isTextUnderWeightHeading(draft: DraftColumn): boolean {
  const { averageLength, weights, filled } = draft.profile;
  const namesText = averageLength > 10 || (filled > 0 && /内容|要点/.test(draft.key));
  return mayBe(draft, 'weight') && namesText && weights * 2 < filled;
}

function contentScore(draft: DraftColumn): number {
  const base = mayBe(draft, 'content') ? (isExact(draft) ? 3 : 2) : 1.5;
  return base + Math.min(draft.profile.averageLength, 60) / 30 - (draft.profile.filled === 0 ? 0.5 : 0);
}

/** No column is called 考评内容: the finest level that holds text, else the longest text. */
function fallbackContent(open: readonly DraftColumn[]): DraftColumn | undefined {
  const sections = open.some(
    ({ guesses, profile }) =>
      guesses[0]?.role === 'section' && profile.sections > 0 && profile.sections * 2 >= profile.filled,
  );
  const isStandard = ({ key, profile }: DraftColumn) => /标准$/.test(key) && profile.rules * 5 < profile.filled * 2;
  const flat = (draft: DraftColumn) => draft.profile.tall * 2 < Math.max(draft.profile.filled, 1);
  return (
    lastWhere(open, draft => mayBe(draft, 'subsection')) ??
    // 考评标准 beside sections such as "一、组织领导（10分）" tells what is asked, not how points are taken.
    (sections ? open.find(isStandard) : undefined) ??
    open.find(draft => mayBe(draft, 'section') && mayBe(draft, 'measures')) ??
    open.find(draft => mayBe(draft, 'section') && flat(draft) && draft.profile.filled > 0) ??
    longest(open.filter(draft => draft.guesses.length === 0 && !isForeignHeading(lastOf(draft.path) ?? ''))) ??
    longest(open.filter(draft => mayBe(draft, 'scoringRule'))) ??
    longest(open.filter(draft => mayBe(draft, 'measures'))) ??
    open.find(draft => mayBe(draft, 'section'))
  );
}

function longest(drafts: readonly DraftColumn[]): DraftColumn | undefined {
  const texts = drafts.filter(draft => draft.profile.averageLength >= 8);
  return texts.sort((a, b) => b.profile.averageLength - a.profile.averageLength)[0];
}

function assignSection(drafts: readonly DraftColumn[], content: DraftColumn): DraftColumn | undefined {
  const open = openColumns(drafts);
  const left = open.filter(draft => draft.column < content.column);
  const section =
    left.find(draft => mayBe(draft, 'section')) ??
    left.find(draft => mayBe(draft, 'subsection')) ??
    left.find(
      draft => draft.key === '' && draft.profile.filled > 0 && draft.profile.integers * 2 < draft.profile.filled,
    ) ??
    left.find(draft => mayBe(draft, 'content')) ??
    open.find(draft => mayBe(draft, 'section') && !mayBe(draft, 'measures') && draft.profile.tall > 0);
  if (section) settle(section, 'section', mayBe(section, 'section') ? headingConfidence(section) : 0.7);
  return section;
}

function assignBetween(drafts: readonly DraftColumn[], section: DraftColumn | undefined, content: DraftColumn): void {
  const levels = openColumns(drafts).filter(
    draft => mayBe(draft, 'section') || mayBe(draft, 'subsection') || mayBe(draft, 'content'),
  );
  const between = levels.filter(
    draft => draft.column < content.column && draft.column > (section?.column ?? -1) && !withRole(drafts, 'subsection'),
  );
  const subsection = between.find(draft => mayBe(draft, 'subsection')) ?? lastOf(between);
  if (subsection) settle(subsection, 'subsection', 0.85);
  for (const draft of levels) {
    // 工作任务 beside a content column are the measures; a second 标准 column is the rule.
    const otherRole = mayBe(draft, 'measures') || /标准|细则/.test(draft.key);
    if (!draft.settled && !otherRole) settle(draft, null, 0.3);
  }
}
