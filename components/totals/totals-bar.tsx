import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Item } from '../../lib/model/item';
import { formatPoints, type Points } from '../../lib/model/points';
import { useTexts } from '../texts/texts-context';
import { type SectionTotals, sectionTotals, type Totals, totalsOf } from './campaign-totals';

interface TotalsBarProps {
  items: readonly Item[];
  declared: Points | null;
  onSection: (first: Item) => void;
  onMissing: () => void;
}

/** Weights, self-scores and what is missing, by section and overall: on every page of a campaign. */
export function TotalsBar({ items, declared, onSection, onMissing }: TotalsBarProps) {
  const texts = useTexts();
  const all = totalsOf(items);
  if (all.items === 0) return <p className="totals-bar">{texts.totals.none}</p>;
  const mismatch = declared !== null && declared !== all.weight;
  const missing = all.items - all.filled;
  return (
    <section className="totals-bar" aria-label={texts.totals.label}>
      <ul className="totals-sections">
        {sectionTotals(items).map(section => (
          <li key={section.key}>
            <SectionButton section={section} onClick={() => onSection(section.first)} />
          </li>
        ))}
      </ul>
      <div className="totals-overall" data-testid="totals-overall">
        <strong>{texts.totals.overall}</strong>
        <TotalsFigures totals={all} />
        {mismatch && (
          <span
            className="totals-warning"
            title={texts.totals.mismatch(formatPoints(all.weight), formatPoints(declared))}
          >
            <WarningOutlined aria-hidden />
            <span className="visually-hidden">
              {texts.totals.mismatch(formatPoints(all.weight), formatPoints(declared))}
            </span>
          </span>
        )}
        {missing > 0 ? (
          <Button
            size="small"
            type="primary"
            ghost
            onClick={onMissing}
            title={texts.totals.nextMissing}
            data-testid="missing"
          >
            {texts.totals.missing(missing)}
          </Button>
        ) : (
          <span className="totals-complete">{texts.totals.complete}</span>
        )}
      </div>
    </section>
  );
}

function SectionButton({ section, onClick }: { section: SectionTotals; onClick: () => void }) {
  return (
    <button type="button" className="totals-section" onClick={onClick} title={section.name}>
      <span className="totals-name">{section.name}</span>
      <TotalsFigures totals={section} />
    </button>
  );
}

function TotalsFigures({ totals }: { totals: Totals }) {
  const texts = useTexts();
  const score = totals.scored > 0 ? formatPoints(totals.selfScore) : '–';
  return (
    <span className="totals-figures" title={texts.totals.scoreTitle(totals.scored, totals.items)}>
      <span>{texts.totals.selfScore(score, formatPoints(totals.weight))}</span>
      <span className={totals.filled === totals.items ? 'is-complete' : ''}>
        {texts.totals.filled(totals.filled, totals.items)}
      </span>
    </span>
  );
}
