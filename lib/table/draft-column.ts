import type { ColumnRole } from '../model/columns';
import { lastOf } from '../model/last';
import type { QuestionReason } from '../model/question-texts';
import type { RecognitionQuestion, TableColumn } from '../model/table';
import type { ColumnProfile } from './column-profile';
import type { HeaderColumn } from './find-headers';
import { headingKey } from './heading-roles';

/** A column while its role is being decided. */
export interface DraftColumn extends HeaderColumn {
  header: string;
  /** headingKey of the lowest heading. */
  key: string;
  profile: ColumnProfile;
  role: ColumnRole | null;
  confidence: number;
  level?: NonNullable<TableColumn['level']>;
  /** Decided, though possibly for no role at all. */
  settled: boolean;
  doubt?: Pick<RecognitionQuestion, 'choices' | 'suggested' | 'reason'>;
}

export function draftColumn(column: HeaderColumn, profile: ColumnProfile): DraftColumn {
  return {
    ...column,
    header: column.path.join(' / '),
    key: headingKey(lastOf(column.path) ?? ''),
    profile,
    role: null,
    confidence: 0,
    settled: false,
  };
}

export function settle(draft: DraftColumn, role: ColumnRole | null, confidence: number): void {
  draft.role = role;
  draft.confidence = confidence;
  draft.settled = true;
}

/** Settles for the likelier role and asks. */
export function settleInDoubt(
  draft: DraftColumn,
  role: ColumnRole | null,
  others: readonly ColumnRole[],
  reason: QuestionReason,
): void {
  settle(draft, role, 0.5);
  const suggested = role ?? 'ignore';
  draft.doubt = { suggested, choices: [...new Set<ColumnRole | 'ignore'>([suggested, ...others, 'ignore'])], reason };
}

export function mayBe(draft: DraftColumn, role: ColumnRole): boolean {
  return draft.guesses.some(guess => guess.role === role);
}

export function isExact(draft: DraftColumn): boolean {
  return draft.guesses[0]?.exact ?? false;
}

/** How sure a heading alone makes us. */
export function headingConfidence(draft: DraftColumn): number {
  return isExact(draft) ? 0.95 : 0.75;
}

export function openColumns(drafts: readonly DraftColumn[]): DraftColumn[] {
  return drafts.filter(draft => !draft.settled);
}

export function withRole(drafts: readonly DraftColumn[], role: ColumnRole): DraftColumn | undefined {
  return drafts.find(draft => draft.role === role);
}
