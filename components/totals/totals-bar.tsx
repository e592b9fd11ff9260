import { WarningOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { memo, useState } from 'react';
import { formatPoints, type Points } from '../../lib/model/points';
import { useTexts } from '../texts/texts-context';
import type { CampaignTotals, SectionTotals, Totals } from './campaign-totals';
import './totals-bar.css';

/** More do not fit on a line. */
const MOST_SECTIONS = 16;

interface TotalsBarProps {
  totals: CampaignTotals;
  declared: Points | null;
  /** Given the entity of the section's first item. */
  onSection: (first: string) => void;
  onMissing: () => void;
}

/** Weights, self-scores and what is missing, by section and overall: on every page of a campaign. */
export function TotalsBar({ totals: all, declared, onSection, onMissing }: TotalsBarProps) {
  const texts = useTexts();
  if (all.items === 0) return <p className="totals-bar">{texts.totals.none}</p>;
  const mismatch = declared !== null && declared !== all.weight;
  const missing = all.items - all.filled;
  return (
    <section className="totals-bar" aria-label={texts.totals.label}>
      {all.sections.length <= MOST_SECTIONS ? (
        <ul className="totals-sections">
          {all.sections.map(section => (
            <li key={section.key}>
              <SectionButton section={section} onSection={onSection} />
            </li>
          ))}
        </ul>
      ) : (
        <SectionSelect sections={all.sections} onSection={onSection} />
      )}
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

interface SectionProps {
  section: SectionTotals;
  onSection: (first: string) => void;
}

const SectionButton = memo(function SectionButton({ section, onSection }: SectionProps) {
  return (
    <button type="button" className="totals-section" onClick={() => onSection(section.first)} title={section.name}>
      <span className="totals-name">{section.name}</span>
      <TotalsFigures totals={section} />
    </button>
  );
});

/** A list that draws only what is open, for tables with hundreds of sections. */
function SectionSelect({
  sections,
  onSection,
}: {
  sections: readonly SectionTotals[];
  onSection: SectionProps['onSection'];
}) {
  const texts = useTexts();
  // Hundreds of lines that change with every edit: written only while they are read.
  const [open, setOpen] = useState(false);
  const options = open
    ? sections.map(({ first, name, scored, selfScore, weight, filled, items }) => {
        const score = texts.totals.selfScore(scored > 0 ? formatPoints(selfScore) : '–', formatPoints(weight));
        return { value: first, label: `${name} · ${score} · ${texts.totals.filled(filled, items)}` };
      })
    : [];
  return (
    <Select<string | null>
      className="totals-select"
      size="small"
      showSearch={{ optionFilterProp: 'label' }}
      value={null}
      placeholder={texts.totals.bySection(sections.length)}
      aria-label={texts.totals.bySection(sections.length)}
      open={open}
      onOpenChange={setOpen}
      options={options}
      onSelect={first => first && onSection(first)}
    />
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
