import { useSyncExternalStore } from 'react';
import type { WorkspacePage } from '../../components/frame/workspace-frame';

export type Route =
  | { at: 'start' }
  | { at: 'import' }
  | { at: 'collect' }
  | { at: 'join' }
  | { at: 'campaign'; id: string; page: WorkspacePage; place: string | null; field: string | null }
  | { at: 'unknown' };

const PAGES: readonly WorkspacePage[] = [
  'table',
  'items',
  'hints',
  'draft',
  'rules',
  'people',
  'exchange',
  'sync',
  'review',
  'export',
  'settings',
];

/** "#/campaign/<id>/items/<entity>" or "…/<entity>/completion", "#/campaign/<id>/table/Sheet1!C5" and their kin. */
export function readRoute(hash: string): Route {
  const [, first = '', id = '', page = 'table', place, field] = hash.replace(/^#/, '').split('/').map(decoded);
  if (first === '') return { at: 'start' };
  if (first === 'import') return { at: 'import' };
  if (first === 'collect') return { at: 'collect' };
  if (first === 'join') return { at: 'join' };
  const known = PAGES.find(name => name === page);
  if (first !== 'campaign' || id === '' || !known) return { at: 'unknown' };
  return { at: 'campaign', id, page: known, place: place ?? null, field: field ?? null };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** `field`: where on the item's page to begin. */
export function campaignLink(id: string, page: WorkspacePage = 'table', place?: string, field?: string): string {
  const parts = [id, page, place, field].filter(part => part !== undefined).map(encodeURIComponent);
  return `#/campaign/${parts.join('/')}`;
}

/** The place on the page 提示 where all findings are listed. */
export const FINDINGS = 'findings';

export const START_LINK = '#/';
export const COLLECT_LINK = '#/collect';
export const IMPORT_LINK = '#/import';
export const JOIN_LINK = '#/join';

export function useRoute(): Route {
  const hash = useSyncExternalStore(
    listener => {
      window.addEventListener('hashchange', listener);
      return () => window.removeEventListener('hashchange', listener);
    },
    () => window.location.hash,
  );
  return readRoute(hash);
}
