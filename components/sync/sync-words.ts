import type { Texts } from '../texts/zh-cn';
import type { SyncState } from './sync-state';

export function syncWords(state: SyncState, texts: Texts, language: string): string {
  const words = texts.sync.state;
  switch (state.kind) {
    case 'synced':
      return state.syncedAt === null ? words.never : words.synced(shortTime(state.syncedAt, language));
    case 'pending':
      return words.pending(state.pending);
    case 'held':
      return words.held(state.held);
    case 'private':
      return words.private(state.waiting);
    default:
      return words[state.kind];
  }
}

/** The hour today, the day before that. */
export function shortTime(time: number, language: string): string {
  const isToday = new Date(time).toDateString() === new Date().toDateString();
  const options: Intl.DateTimeFormatOptions = isToday
    ? { hour: '2-digit', minute: '2-digit' }
    : { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' };
  return new Date(time).toLocaleString(language, options);
}
