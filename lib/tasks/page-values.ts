import type { CampaignJournal, Change } from '../model/campaign-journal';
import { currentValue, fieldKey, type JournalState } from '../model/field-state';
import type { Op, OpValue } from '../model/op';
import type { GuideAnswer, PageGuide } from '../model/page-guide';
import { isPageRole, type PageRole } from '../model/page-table';
import { scoreValue } from '../model/score-value';

/** What the table holds for one field of a page; null where it has no such answer, '' where it is empty. */
export function pageValue(guide: PageGuide, state: JournalState, code: string, role: PageRole): string | null {
  if (role === 'deadline') return guide.table.indicators.find(one => one.code === code)?.deadline ?? null;
  const answers = guide.answers[code]?.[role];
  if (!answers || answers.length === 0) return null;
  return answers.map(answer => shown(answer, state)).join('\n');
}

function shown({ entity, field, original }: GuideAnswer, state: JournalState): string {
  const entered = currentValue(state.get(fieldKey(entity, field)));
  return entered === undefined ? original : entered === null ? '' : String(entered);
}

/** Whether a text typed on a page can go into the table: into one answer, that no formula computes. */
export function takesFromPage(guide: PageGuide, code: string, role: string): boolean {
  return isPageRole(role) && role !== 'deadline' && single(guide, code, role) !== null;
}

export interface Taking {
  code: string;
  role: PageRole;
  text: string;
  actor: string;
  /** Address of the page, without its query: what comes after "?" may hold a session or a name. */
  page: string;
}

/** Puts a text typed on a page into the table, as an edit that names the page. [] where the table says so already. */
export async function takeFromPage(guide: PageGuide, journal: CampaignJournal, taking: Taking): Promise<Op[]> {
  const answer = single(guide, taking.code, taking.role);
  if (!answer) return [];
  const source = pageSource(taking.page);
  return journal.apply([changeOf(answer, taking)], { actor: taking.actor, source });
}

/** "page:https://oa.example.cn/form": as kept in the journal. */
export function pageSource(address: string): string {
  const { origin, pathname } = new URL(address);
  // A path may carry a session too: "/form;jsessionid=1".
  return `page:${origin}${pathname.replace(/;[^/]*/g, '')}`;
}

function changeOf({ entity, field, value }: GuideAnswer, { role, text }: Taking): Change {
  const typed: OpValue = role === 'selfScore' || role === 'actual' ? scoreValue(text.trim()) : text;
  const entered = typed === '' ? null : typed;
  // Typing what the workbook holds leaves no change behind.
  return { entity, field, value: entered === value ? undefined : entered };
}

function single(guide: PageGuide, code: string, role: string): GuideAnswer | null {
  const answers = guide.answers[code]?.[role];
  const [only] = answers ?? [];
  return answers?.length === 1 && only && !only.readOnly ? only : null;
}
