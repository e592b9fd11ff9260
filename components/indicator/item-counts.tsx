import { ExclamationCircleOutlined, PaperClipOutlined } from '@ant-design/icons';
import type { Item } from '../../lib/model/item';
import { findingState, listed } from '../../lib/model/listed-entries';
import { useTexts } from '../texts/texts-context';

/** What stands in an item's lists, as far as one should know before opening it. */
export function ItemCounts({ item: { entries }, today }: { item: Item; today: string }) {
  const words = useTexts().entries.inList;
  const evidence = listed(entries.evidence).length;
  const states = listed(entries.finding).map(finding => findingState(finding, today));
  const overdue = states.filter(state => state === 'overdue').length;
  const open = states.filter(state => state === 'open').length + overdue;
  if (evidence + open === 0) return <span />;
  const openWords = overdue > 0 ? words.openOverdue(open, overdue) : words.open(open);
  return (
    <span className="item-counts">
      {evidence > 0 && (
        <span title={words.evidence(evidence)}>
          <PaperClipOutlined aria-hidden />
          <span aria-hidden>{evidence}</span>
          <span className="visually-hidden">{words.evidence(evidence)}</span>
        </span>
      )}
      {open > 0 && (
        <span title={openWords} className={overdue > 0 ? 'is-overdue' : 'is-open'}>
          <ExclamationCircleOutlined aria-hidden />
          <span aria-hidden>{open}</span>
          <span className="visually-hidden">{openWords}</span>
        </span>
      )}
    </span>
  );
}
