import { Alert, Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { errorText } from '../../lib/model/app-error';
import { flagText } from '../../lib/model/collect-texts';
import type { BrokenFile, ComparedUnit, UnitComparison, UnitFlag } from '../../lib/model/unit-comparison';
import { useLanguage, useTexts } from '../texts/texts-context';
import { ComparisonTable } from './comparison-table';
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
          <Legend />
          <FlagList flags={flags} />
        </>
      )}
    </section>
  );
}

function Legend() {
  const { label, ...kinds } = useTexts().exchange.collect.legend;
  return (
    <ul className="collect-legend quiet" aria-label={label}>
      {Object.entries(kinds).map(([kind, said]) => (
        <li key={kind}>
          <span className={`is-${kind}`} aria-hidden /> {said}
        </li>
      ))}
    </ul>
  );
}

/** What looks wrong. A long list is made when it is asked for. */
function FlagList({ flags }: { flags: readonly { unit: ComparedUnit; flag: UnitFlag }[] }) {
  const words = useTexts().exchange.collect;
  const language = useLanguage();
  const [open, setOpen] = useState(flags.length <= 50);
  return (
    <details open={open} onToggle={event => setOpen(event.currentTarget.open)} data-testid="collect-flags">
      <summary>{words.flagsOf(flags.length)}</summary>
      {flags.length === 0 && <p className="quiet">{words.none}</p>}
      {open && (
        <ul>
          {flags.slice(0, 1_000).map(({ unit, flag }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: made anew as a whole with every comparison
            <li key={index}>
              <strong>{unit.name}</strong> {flag.code} {flagText(flag, language)}
            </li>
          ))}
        </ul>
      )}
      {open && flags.length > 1_000 && <p className="quiet">{words.moreFlags(flags.length - 1_000)}</p>}
    </details>
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
                <strong>{file}</strong> {message} <span className="quiet">{next}</span>
              </li>
            );
          })}
        </ul>
      }
    />
  );
}
