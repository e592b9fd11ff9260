import { formatPoints, type Points } from '../../lib/model/points';
import type { DraftSum } from '../../lib/model/table-draft';
import { useTexts } from '../texts/texts-context';

export type SumState = 'exact' | 'short' | 'over' | 'undeclared';

export function sumState({ declared, sum, missing }: DraftSum): SumState {
  if (declared === null) return 'undeclared';
  if (sum > declared) return 'over';
  return sum < declared || missing > 0 ? 'short' : 'exact';
}

/** What the weights come to, what is missing or too much, while they are typed. */
export function WeightSum({ label, sum, testId }: { label: string; sum: DraftSum; testId: string }) {
  const words = useTexts().drafting.sum;
  const state = sumState(sum);
  const { declared } = sum;
  const total = formatPoints(sum.sum);
  const difference = declared === null ? '' : formatPoints(Math.abs(declared - sum.sum) as Points);
  const verdict =
    state === 'undeclared'
      ? words.undeclared
      : state === 'exact'
        ? words.exact
        : state === 'over'
          ? words.over(difference)
          : declared === sum.sum
            ? ''
            : words.short(difference);
  const missing = sum.missing > 0 ? words.missing(sum.missing) : '';
  return (
    <p className={`draft-sum is-${state}`} data-testid={testId} data-state={state}>
      <span>{label}</span>
      <strong>{declared === null ? words.alone(total) : words.of(total, formatPoints(declared))}</strong>
      <span className="draft-verdict">{[verdict, missing].filter(Boolean).join('，')}</span>
    </p>
  );
}
