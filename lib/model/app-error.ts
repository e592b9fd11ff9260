import { ERROR_TEXTS, type ErrorCode, type ErrorText } from './error-texts';

export type { ErrorCode };
export type Language = 'zh-CN' | 'en';

/**
 * The one way to fail. `details` fill the {placeholders} of the text; they hold names and numbers, never cell contents
 * of other cells than the one concerned.
 */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    readonly details: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
  }
}

/** What happened, what is safe, what to do next: in words for the person who sees it. */
export function errorText(error: AppError, language: Language = 'zh-CN'): ErrorText {
  const text = ERROR_TEXTS[error.code][language];
  return { message: fill(text.message), safe: fill(text.safe), next: fill(text.next) };

  function fill(sentence: string): string {
    return sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(error.details[key] ?? ''));
  }
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
