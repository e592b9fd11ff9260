import {
  type DraftColumn,
  headingConfidence,
  mayBe,
  openColumns,
  settle,
  settleInDoubt,
  withRole,
} from './draft-column';

type Level = NonNullable<DraftColumn['level']>;

/** Decides the weight columns and which level each belongs to: the left one belongs to the level on its left. */
export function assignWeights(drafts: readonly DraftColumn[]): void {
  const columns = openColumns(drafts).filter(draft => mayBe(draft, 'weight') && holdsWeights(draft));
  const taken = new Set<Level>();
  for (const draft of columns) {
    const level = levelOnTheLeft(drafts, draft);
    if (taken.has(level)) {
      const free = !drafts.some(other => other.role === 'selfScore' || mayBe(other, 'selfScore'));
      const score = draft.profile.filled === 0 && free;
      settleInDoubt(draft, score ? 'selfScore' : null, ['weight', 'selfScore', 'reviewScore'], 'two-weights');
      continue;
    }
    taken.add(level);
    settle(draft, 'weight', headingConfidence(draft));
    draft.level = level;
  }
  const weights = drafts.filter(draft => draft.role === 'weight');
  for (const draft of weights) draft.level ??= levelOnTheLeft(drafts, draft);
  const [only] = weights;
  if (only && weights.length === 1) only.level = levelByCount(drafts, only);
  if (weights.length === 0) assignFilledScores(drafts);
}

function holdsWeights({ profile }: DraftColumn): boolean {
  return profile.filled === 0 || profile.weights * 2 >= profile.filled;
}

function levelOnTheLeft(drafts: readonly DraftColumn[], weight: DraftColumn): Level {
  const left = drafts.filter(draft => draft.column < weight.column).reverse();
  const level = left.find(draft => draft.role === 'content' || draft.role === 'subsection' || draft.role === 'section');
  return (level?.role as Level | undefined) ?? 'content';
}

/** A single weight column belongs to the level that has as many cells, whatever stands on its left. */
function levelByCount(drafts: readonly DraftColumn[], weight: DraftColumn): Level {
  const content = withRole(drafts, 'content')?.profile.filled ?? 0;
  const section = withRole(drafts, 'section')?.profile.filled ?? 0;
  const { filled } = weight.profile;
  if (filled === 0) return weight.level ?? 'content';
  if (filled >= content * 0.7) return 'content';
  return section > 0 && filled <= section && content >= filled * 2 ? 'section' : (weight.level ?? 'content');
}

/** 赋分 is the unit's own score, unless the empty form already prints it and prints no other weight. */
function assignFilledScores(drafts: readonly DraftColumn[]): void {
  const content = withRole(drafts, 'content')?.profile.filled ?? 0;
  const printed = openColumns(drafts).find(
    draft => /赋分|分数|^分$/.test(draft.key) && draft.profile.weights > 0 && draft.profile.weights >= content * 0.6,
  );
  if (!printed) return;
  settle(printed, 'weight', 0.7);
  printed.level = 'content';
}
