import { memo, type UIEvent, useState } from 'react';
import { COLLECT_WORDS } from '../../lib/model/collect-texts';
import { formatPoints } from '../../lib/model/points';
import type { ComparedCell, ComparedIndicator, ComparedUnit, UnitComparison } from '../../lib/model/unit-comparison';
import { useLanguage, useTexts } from '../texts/texts-context';

/** As in exchange.css: every line is as high as this. */
const ROW_HEIGHT = 30;
/** Lines that stand ready above and below those in view. */
const SPARE_ROWS = 12;
/** More than any screen shows at once. */
const FIRST_ROWS = 50;

const UNIT_WIDTH = 200;
/** Of the columns before the indicators, and how many there are. */
const TOTAL_WIDTH = 76;
const TOTALS = 5;
const CELL_WIDTH = 46;

/** One line a unit, one column an indicator. Only the lines near those in view are there: 200 × 60 cells take a second to lay out. */
export function ComparisonTable({ comparison: { indicators, units } }: { comparison: UnitComparison }) {
  const texts = useTexts();
  const words = COLLECT_WORDS[useLanguage()];
  const [shown, setShown] = useState({ first: 0, last: FIRST_ROWS });
  const last = Math.min(shown.last, units.length);
  const first = Math.min(shown.first, last);

  function scroll({ currentTarget }: UIEvent<HTMLElement>): void {
    // In steps: a line more or less in view needs nothing new.
    const at = Math.floor(currentTarget.scrollTop / ROW_HEIGHT / SPARE_ROWS) * SPARE_ROWS;
    const visible = Math.ceil(currentTarget.clientHeight / ROW_HEIGHT);
    const next = { first: Math.max(0, at - SPARE_ROWS), last: Math.max(FIRST_ROWS, at + visible + 2 * SPARE_ROWS) };
    setShown(before => (before.first === next.first && before.last === next.last ? before : next));
  }

  return (
    <section
      className="collect-scroll"
      aria-label={texts.exchange.collect.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={scroll}
    >
      <table
        className="exchange-table collect-table"
        style={{ width: UNIT_WIDTH + TOTALS * TOTAL_WIDTH + indicators.length * CELL_WIDTH }}
        data-testid="collect-table"
        aria-rowcount={units.length + 1}
      >
        <colgroup>
          <col style={{ width: UNIT_WIDTH }} />
          <col span={TOTALS} style={{ width: TOTAL_WIDTH }} />
          <col span={Math.max(1, indicators.length)} style={{ width: CELL_WIDTH }} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.selfTotal}</th>
            <th scope="col">{words.missing}</th>
            <th scope="col">{words.late}</th>
            <th scope="col">{words.evidenceCount}</th>
            <th scope="col">{words.flagCount}</th>
            {indicators.map(({ code, content }) => (
              <th key={code + content} scope="col" title={content}>
                {code}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer rows={first} />
          {units.slice(first, last).map((unit, index) => (
            <UnitRow key={unit.file} unit={unit} indicators={indicators} index={first + index} absent={words.absent} />
          ))}
          <Spacer rows={units.length - last} />
        </tbody>
      </table>
    </section>
  );
}

function Spacer({ rows }: { rows: number }) {
  return rows > 0 ? <tr aria-hidden className="collect-spacer" style={{ height: rows * ROW_HEIGHT }} /> : null;
}

interface UnitRowProps {
  unit: ComparedUnit;
  indicators: readonly ComparedIndicator[];
  index: number;
  absent: string;
}

/** Lines that stay in view stay as they are. */
const UnitRow = memo(function UnitRow({ unit, indicators, index, absent }: UnitRowProps) {
  const flagged = new Set(unit.flags.map(({ code }) => code));
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row" title={unit.file}>
        {unit.name}
      </th>
      <td>
        {formatPoints(unit.selfTotal)}
        {unit.total !== null && <span className="quiet"> / {formatPoints(unit.total)}</span>}
      </td>
      <td>{unit.indicators - unit.filled || ''}</td>
      <td>{unit.late || ''}</td>
      <td>{unit.evidence || ''}</td>
      <td>{unit.flags.length || ''}</td>
      {unit.cells.map((cell, at) => {
        const { code, content } = indicators[at]!;
        return (
          <td
            key={code + content}
            className={cellClass(cell, flagged.has(code))}
            title={cell?.score === null ? cell.scoreText : undefined}
          >
            {cell ? (cell.score === null ? cell.scoreText : formatPoints(cell.score)) : absent}
          </td>
        );
      })}
    </tr>
  );
});

function cellClass(cell: ComparedCell | null, flagged: boolean): string {
  if (flagged) return 'is-flagged';
  if (!cell) return 'is-absent';
  return cell.filled ? '' : cell.late ? 'is-late' : 'is-empty';
}
