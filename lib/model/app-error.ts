import type { ErrorText } from './error-text';
import { ERROR_TEXTS, type ErrorCode } from './error-texts';
import { fillIn, type Language, type SentenceValues } from './sentence';

export type { ErrorCode, Language };

/**
 * The one way to fail. `details` fill the {placeholders} of the text; they hold names and numbers, never cell contents
 * of other cells than the one concerned.
 */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    readonly details: SentenceValues = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
  }
}

/** What happened, what is safe, what to do next: in words for the person who sees it. */
export function errorText(error: AppError, language: Language = 'zh-CN'): ErrorText {
  const text = ERROR_TEXTS[error.code][language];
  const said = (sentence: string) => fillIn(sentence, error.details, language);
  return { message: said(text.message), safe: said(text.safe), next: said(text.next) };
}

/** Anything thrown → AppError; what we did not foresee becomes `unexpected` and keeps its cause. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError(
    'unexpected',
    { reason: thrown instanceof Error ? thrown.message : String(thrown) },
    { cause: thrown },
  );
}
