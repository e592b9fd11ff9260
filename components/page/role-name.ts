import { ROLE_NAMES } from '../../lib/model/overlay-texts';
import type { PageRole } from '../../lib/model/page-table';
import { useLanguage } from '../texts/texts-context';

/** What a field's column is called, for people. */
export function useRoleName(): (role: PageRole) => string {
  const names = ROLE_NAMES[useLanguage()];
  return role => names[role];
}
