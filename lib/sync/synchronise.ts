import { AppError } from '../model/app-error';
import type { SyncOptions, SyncReport } from './sync-report';

/** seal → look → push → pull → pack → collect. May be stopped or killed anywhere and called again. */
export async function synchronise(_options: SyncOptions): Promise<SyncReport> {
  throw new AppError('unexpected', { reason: 'not built yet' });
}
