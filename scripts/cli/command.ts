import { type AppError, errorText } from '../../lib/model/app-error';

export interface Command {
  /** One or more lines for people. */
  usage: string;
  /** Throws UsageError (exit 2) or AppError (exit 3). */
  run(args: string[]): Promise<void>;
}

export class UsageError extends Error {}

/** `{code, message, safe, next}`: what a refused input looks like to a caller. */
export function refusal(error: AppError) {
  return { code: error.code, ...errorText(error) };
}

export function reportRefusal(error: AppError): void {
  process.stderr.write(`${JSON.stringify(refusal(error))}\n`);
}

/** One JSON line on stdout; resolves when it is written, so that a long batch does not pile up in memory. */
export function printLine(value: unknown): Promise<void> {
  return new Promise(resolve => {
    if (process.stdout.write(`${JSON.stringify(value)}\n`)) resolve();
    else process.stdout.once('drain', resolve);
  });
}
