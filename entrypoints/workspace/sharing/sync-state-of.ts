import type { SyncState } from '../../../components/sync/sync-state';
import { AppError, type ErrorCode } from '../../../lib/model/app-error';
import { ERROR_TEXTS } from '../../../lib/model/error-texts';
import type { SharingStatus } from '../../../lib/tasks/sharing/sharing-settings';
import type { SharingView } from './sharing-desk';

const CLICK: readonly string[] = ['sync-folder-permission', 'sharing-needs-host'];
const PAUSED: readonly string[] = [
  'sync-target-emptied',
  'sync-target-changed',
  'sync-needs-passphrase',
  'sync-passphrase-changed',
  'sync-wrong-passphrase',
];

/** `nameOf` tells how a PC calls itself, by its label. */
export function syncStateOf(view: SharingView, nameOf: (replica: string) => string): SyncState {
  const { settings, status, running, pending } = view;
  const error = errorOf(status);
  return {
    kind: kindOf(view, error?.code ?? null),
    syncedAt: status.syncedAt,
    begunAt: status.begunAt,
    triedAt: status.triedAt,
    pending,
    held: status.held,
    waiting: status.waiting,
    error: settings?.isOn && !running ? error : null,
    clocksAhead: settings?.isOn ? status.clocksAhead.map(nameOf) : [],
    newer: status.newer,
    cloned: status.cloned,
  };
}

function kindOf({ settings, status, running, pending }: SharingView, code: string | null): SyncState['kind'] {
  if (!settings?.isOn) return 'off';
  if (running) return 'running';
  if (code !== null) return CLICK.includes(code) ? 'click' : PAUSED.includes(code) ? 'paused' : 'failed';
  if (status.held > 0) return 'held';
  if (status.waiting > 0) return 'private';
  if (status.syncedAt === null) return 'never';
  return pending > 0 ? 'pending' : 'synced';
}

/** As it was stored; a code that this version does not know is told as unexpected. */
function errorOf({ error }: SharingStatus): AppError | null {
  if (!error) return null;
  const isKnown = Object.keys(ERROR_TEXTS).includes(error.code);
  return isKnown
    ? new AppError(error.code as ErrorCode, error.details)
    : new AppError('unexpected', { reason: error.code });
}
