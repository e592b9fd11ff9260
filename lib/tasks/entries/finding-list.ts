import type { Entry, Item } from '../../model/item';
import { type FindingState, findingState, listed } from '../../model/listed-entries';
import { type ListedFinding, planFindingList } from '../../report/finding-list';
import { writeStyledWorkbook } from '../../workbook/styled/write-styled';
import { sheetTitle } from '../sheet-title';

export interface Finding {
  item: Item;
  entry: Entry<'finding'>;
  state: FindingState;
}

const ORDER: readonly FindingState[] = ['overdue', 'open', 'closed'];

/** All findings of a campaign: overdue first, then open, then closed; within these by deadline, then as in the table. */
export function allFindings(items: readonly Item[], today: string): Finding[] {
  const findings = items.flatMap(item =>
    listed(item.entries.finding).map(entry => ({ item, entry, state: findingState(entry, today) })),
  );
  // Without a date last, and where both are the same the table's order stays.
  const due = ({ entry }: Finding): string => entry.fields.deadline.text || '~';
  return findings.sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0),
  );
}

/** 问题整改清单 as .xlsx bytes. `date`: ISO day, stands in the document's properties. */
export function findingWorkbook(findings: readonly Finding[], date: string): Uint8Array {
  const title = sheetTitle(findings[0]?.item.table, '问题整改清单');
  return writeStyledWorkbook(planFindingList(title, findings.map(asListed)), date);
}

function asListed({ item, entry, state }: Finding): ListedFinding {
  const { fields } = entry;
  return {
    code: item.indicator.code,
    content: item.indicator.content,
    text: fields.text.text,
    rectification: fields.rectification.text,
    department: item.answers.department.text,
    responsiblePerson: fields.responsiblePerson.text || item.answers.responsiblePerson.text,
    deadline: fields.deadline.text,
    state: state === 'closed' ? `已销号\n${fields.closed.text}` : state === 'overdue' ? '逾期未销号' : '整改中',
  };
}
