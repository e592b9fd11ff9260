import type { Advice } from '../../model/guidance';
import type { Hint, HintText } from '../../model/hint';
import type { ProblemSeverity } from '../../model/problem-texts';
import { indicatorHint, quoteOf, short, text } from './draft';
import { type IndicatorView, isBlank } from './indicator-view';

const SHOWN_ADVICE = 60;

/**
 * Our own advice, each in its time: papers until some are there; wording once somebody has begun and until something is
 * written; what is often missing while the work goes on. No points stand behind it.
 */
export function adviceHints({ ground, progress, completion, standing }: IndicatorView): Hint[] {
  if (standing.work === 'not-applicable') return [];
  const { evidence, wording, gap } = ground.advice;
  const hints: Hint[] = [];
  const add = (line: HintText, all: readonly Advice[], field: Hint['field']) =>
    hints.push(
      indicatorHint(ground, line, {
        severity: 'info',
        field,
        why: all.map(one => ({ quote: one.text, cell: null })),
        points: null,
        source: 'guidance',
        dismissible: true,
      }),
    );
  if (evidence.length > 0 && isBlank(progress.evidence) && progress.evidenceCount === 0) {
    add(summary('advice-evidence', evidence), evidence, 'evidence');
  }
  if (wording.length > 0 && standing.work === 'under-way' && completion.folded === '') {
    add(text('advice-wording', { first: short(wording[0]!.text, SHOWN_ADVICE) }), wording, 'completion');
  }
  if (gap.length > 0 && standing.work === 'under-way') add(summary('advice-gap', gap), gap, 'completion');
  return hints;
}

function summary(key: 'advice-evidence' | 'advice-gap', all: readonly Advice[]): HintText {
  const more = all.length - 1;
  const rest = more > 0 ? { 'zh-CN': `（另 ${more} 条）`, en: ` (${more} more)` } : '';
  return text(key, { first: short(all[0]!.text, SHOWN_ADVICE), more: rest });
}

/** What the 考评内容 asks and no measure takes up; told until the completion does. */
export function contentGapHint({ ground, progress, standing }: IndicatorView): Hint[] {
  const [first] = ground.gaps;
  if (!first || progress.filled || standing.work === 'not-applicable') return [];
  const severity: ProblemSeverity = 'info';
  return [
    indicatorHint(ground, text('content-gap', { quote: short(first.quote) }), {
      severity,
      field: 'content',
      why: ground.gaps.map(quoteOf),
      points: null,
      source: 'table',
      dismissible: true,
    }),
  ];
}
