import { AppError, toAppError } from '../model/app-error';

/** The database's own errors → what a person can be told. */
export function asStoreError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const names = namesWithin(thrown);
  const cause = { cause: thrown };
  if (names.has('QuotaExceededError')) return new AppError('storage-full', {}, cause);
  if (names.has('DatabaseClosedError') || names.has('InvalidStateError'))
    return new AppError('store-closed', {}, cause);
  return toAppError(thrown);
}

/** On opening, what remains unexplained means that the browser does not let us keep data at all. */
export function asOpeningError(thrown: unknown): AppError {
  const error = asStoreError(thrown);
  return error.code === 'unexpected' || error.code === 'store-closed'
    ? new AppError('storage-unavailable', {}, { cause: thrown })
    : error;
}

/** A full disk shows as a QuotaExceededError inside an AbortError, or as one of many failures of a bulk write. */
function namesWithin(thrown: unknown, depth = 4): Set<string> {
  if (depth === 0 || typeof thrown !== 'object' || thrown === null) return new Set();
  const { name, inner, cause, failures } = thrown as Record<string, unknown>;
  const within = [inner, cause, ...(Array.isArray(failures) ? failures.slice(0, 1) : [])];
  return new Set([String(name), ...within.flatMap(error => [...namesWithin(error, depth - 1)])]);
}
