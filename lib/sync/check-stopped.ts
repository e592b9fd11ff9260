import { AppError } from '../model/app-error';

/** Between any two steps a person may stop. */
export function checkStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('stopped');
}
