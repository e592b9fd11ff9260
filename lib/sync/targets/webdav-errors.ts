import { AppError } from '../../model/app-error';

/** What a status means to the person; null where the request simply succeeded. */
export function statusError(status: number, host: string, where: string): AppError | null {
  if (status >= 200 && status < 300) return null;
  // 0: the browser hides where a redirect would have gone.
  if (status === 0 || (status >= 300 && status < 400)) return new AppError('sync-redirected', { host });
  if (status === 401 || status === 407) return new AppError('sync-refused', { host, status });
  if (status === 403) return new AppError('sync-forbidden', { host });
  if (status === 404 || status === 409 || status === 410) return new AppError('sync-folder-missing', { where });
  if (status === 405 || status === 501) return new AppError('sync-not-webdav', { host, status });
  if (status === 423) return new AppError('sync-locked');
  if (status === 507 || status === 413) return new AppError('sync-target-full');
  return new AppError('sync-server-trouble', { host, status });
}

/** Seconds, or a date; null where it does not say. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
