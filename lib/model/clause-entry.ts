import type { OpValue } from './op';

/** One answer of a clause. undefined takes the answer back. */
export type ClauseEntry =
  | { part: 'value'; value: OpValue | undefined }
  | { part: 'option'; option: string; value: OpValue | undefined }
  | { part: 'of' | 'judged'; value: number | undefined };
