import { Alert, Button, Input } from 'antd';
import { type ReactNode, useId } from 'react';
import { errorText } from '../../lib/model/app-error';
import { COLLECT_WORDS, flagText } from '../../lib/model/collect-texts';
import { formatPoints } from '../../lib/model/points';
import type { BrokenFile, ComparedCell, UnitComparison } from '../../lib/model/unit-comparison';
import { useLanguage, useTexts } from '../texts/texts-context';
import { FileDrop } from './file-drop';

interface CollectViewProps {
  comparison: UnitComparison | null;
  broken: readonly BrokenFile[];
  due: string;
  onDue: (due: string) => void;
  notice: string | null;
  busy: ReactNode;
  failure: ReactNode;
  onFiles: (files: File[]) => void;
  onExport: () => void;
  onAgain: () => void;
}

/** Many units side by side: one line a unit, one column an indicator. */
export function CollectView({ comparison, broken, due, onDue, ...props }: CollectViewProps) {
  const texts = useTexts();
  const language = useLanguage();
  const words = texts.exchange.collect;
  const dueId = useId();
  const flags = comparison?.units.flatMap(unit => unit.flags.map(flag => ({ unit, flag }))) ?? [];
  return (
    <section className="exchange-section" aria-labelledby="collect-title">
      <h1 id="collect-title">{words.title}</h1>
      <p className="quiet">{words.intro}</p>
      {!comparison && !props.busy && (
        <FileDrop
          label={words.drop}
          folderLabel={words.folder}
          packages
          onFiles={props.onFiles}
          testId="collect-files"
        />
      )}
      {props.busy}
      {props.failure}
      {props.notice && <Alert type="info" showIcon title={props.notice} />}
      {comparison && (
        <>
          <div className="button-row">
            <strong data-testid="collect-summary">{words.summary(comparison.units.length, flags.length)}</strong>
            <span className="collect-due">
              <label htmlFor={dueId}>{words.due}</label>
              <Input id={dueId} type="date" size="small" value={due} onChange={event => onDue(event.target.value)} />
            </span>
            <Button type="primary" onClick={props.onExport} data-testid="collect-export">
              {words.exportXlsx}
            </Button>
            <Button onClick={props.onAgain}>{words.again}</Button>
          </div>
          {broken.length > 0 && <BrokenList broken={broken} />}
          <ComparisonTable comparison={comparison} />
          <details open={flags.length <= 50} data-testid="collect-flags">
            <summary>
              {words.flags}（{flags.length}）
            </summary>
            {flags.length === 0 && <p className="quiet">{words.none}</p>}
            <ul>
              {flags.slice(0, 1_000).map(({ unit, flag }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: made anew as a whole with every comparison
                <li key={index}>
                  <strong>{unit.name}</strong> {flag.code} {flagText(flag, language)}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  );
}

function BrokenList({ broken }: { broken: readonly BrokenFile[] }) {
  const words = useTexts().exchange.collect;
  const language = useLanguage();
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="collect-broken"
      title={words.broken(broken.length)}
      description={
        <ul>
          {broken.map(({ file, error }) => {
            const { message, next } = errorText(error, language);
            return (
              <li key={file}>
                <strong>{file}</strong>：{message} <span className="quiet">{next}</span>
              </li>
            );
          })}
        </ul>
      }
    />
  );
}

function ComparisonTable({ comparison: { indicators, units } }: { comparison: UnitComparison }) {
  const texts = useTexts();
  const words = COLLECT_WORDS[useLanguage()];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="collect-scroll" aria-label={texts.exchange.collect.scroll} tabIndex={0}>
      <table className="exchange-table collect-table" data-testid="collect-table">
        <thead>
          <tr>
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
          {units.map(unit => {
            const flagged = new Set(unit.flags.map(({ code }) => code));
            return (
              <tr key={unit.file}>
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
                    <td key={code + content} className={cellClass(cell, flagged.has(code))}>
                      {cell ? (cell.score === null ? cell.scoreText : formatPoints(cell.score)) : words.absent}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function cellClass(cell: ComparedCell | null, flagged: boolean): string {
  if (flagged) return 'is-flagged';
  if (!cell) return 'is-absent';
  return cell.filled ? '' : cell.late ? 'is-late' : 'is-empty';
}
