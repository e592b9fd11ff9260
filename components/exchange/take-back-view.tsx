import { Alert, Button, Checkbox, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import type { OutsideReason } from '../../lib/model/returned-workbook';
import { Headings } from '../frame/headings';
import { useTexts } from '../texts/texts-context';
import { FileDrop } from './file-drop';

export interface ReturnedFileLine {
  file: string;
  department: string;
  saved: string;
  result: string;
  refused: boolean;
}

/** A field with what was handed out and what came back, texts as their cells show them. */
export interface TakeBackLine {
  key: string;
  what: string;
  href: string | null;
  before: string;
  ours: readonly { text: string; by: string }[];
  values: readonly { text: string; by: string; saved: string; departments: readonly string[] }[];
}

export interface OutsideLine {
  where: string;
  before: string;
  value: string;
  from: string;
  reason: OutsideReason;
}

/** 'all': every value stays, side by side; 'ours': none is taken; a number: that value. */
export type Choice = 'all' | 'ours' | number;

interface TakeBackViewProps {
  files: readonly ReturnedFileLine[];
  clean: readonly TakeBackLine[];
  conflicts: readonly TakeBackLine[];
  unchanged: number;
  outside: readonly OutsideLine[];
  choiceOf: (line: TakeBackLine) => Choice;
  onChoose: (lines: readonly TakeBackLine[], choice: Choice) => void;
  busy: ReactNode;
  failure: ReactNode;
  applied: number | null;
  onFiles: (files: File[]) => void;
  onApply: () => void;
  onAgain: () => void;
}

const FIRST_LINES = 60;

/** Drop, look, decide, write: nothing is taken before a person has seen it. */
export function TakeBackView(props: TakeBackViewProps) {
  const { files, clean, conflicts, unchanged, outside, choiceOf, applied } = props;
  const words = useTexts().exchange.takeBack;
  const [showAll, setShowAll] = useState(false);
  const taking = [...clean, ...conflicts].filter(line => choiceOf(line) !== 'ours').length;
  const departments = [...new Set(clean.flatMap(line => line.values[0]?.departments ?? []))];
  return (
    <section className="exchange-section" aria-labelledby="take-back-heading">
      <h2 id="take-back-heading">{words.title}</h2>
      <p className="quiet">{words.intro}</p>
      {files.length === 0 && !props.busy && (
        <FileDrop label={words.drop} onFiles={props.onFiles} testId="returned-files" />
      )}
      {props.busy}
      {props.failure}
      {applied !== null && (
        <Alert type="success" showIcon title={words.applied(applied)} data-testid="take-back-done" />
      )}
      {files.length > 0 && <FileTable files={files} />}
      {files.length > 0 && applied === null && (
        <>
          {conflicts.length > 0 && (
            <section aria-label={words.conflicts(conflicts.length)} data-testid="take-back-conflicts">
              <h3>{words.conflicts(conflicts.length)}</h3>
              {conflicts.map(line => (
                <ConflictCard
                  key={line.key}
                  line={line}
                  choice={choiceOf(line)}
                  onChoose={choice => props.onChoose([line], choice)}
                />
              ))}
            </section>
          )}
          {clean.length > 0 && (
            <section aria-label={words.clean(clean.length)} data-testid="take-back-clean">
              <h3>{words.clean(clean.length)}</h3>
              {departments.length > 1 && (
                <div className="exchange-roles">
                  <span>{words.byDepartment}</span>
                  {departments.map(name => {
                    const own = clean.filter(line => line.values[0]?.departments.includes(name));
                    const all = own.every(line => choiceOf(line) !== 'ours');
                    return (
                      <Checkbox
                        key={name}
                        checked={all}
                        indeterminate={!all && own.some(line => choiceOf(line) !== 'ours')}
                        onChange={event => props.onChoose(own, event.target.checked ? 0 : 'ours')}
                      >
                        {name}
                      </Checkbox>
                    );
                  })}
                </div>
              )}
              <table className="exchange-table take-table">
                <Headings of={[words.where, words.before, words.returned, words.from]} />
                <tbody>
                  {(showAll ? clean : clean.slice(0, FIRST_LINES)).map(line => (
                    <tr key={line.key}>
                      <td>
                        <Checkbox
                          aria-label={words.skip(line.what)}
                          checked={choiceOf(line) !== 'ours'}
                          onChange={event => props.onChoose([line], event.target.checked ? 0 : 'ours')}
                        />{' '}
                        <Place line={line} />
                      </td>
                      <td className="quiet">{line.before || words.empty}</td>
                      <td>{line.values[0]?.text || words.empty}</td>
                      <td title={words.savedBy(line.values[0]?.saved ?? '')}>{line.values[0]?.by}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {!showAll && clean.length > FIRST_LINES && (
                <Button type="link" onClick={() => setShowAll(true)}>
                  {words.showAll(clean.length)}
                </Button>
              )}
            </section>
          )}
          {unchanged > 0 && <p className="quiet">{words.unchanged(unchanged)}</p>}
        </>
      )}
      {outside.length > 0 && <OutsideTable lines={outside} />}
      {files.length > 0 && (
        <div className="button-row">
          {applied === null && (
            <Button type="primary" disabled={taking === 0} onClick={props.onApply} data-testid="take-back-apply">
              {taking === 0 ? words.nothing : words.apply(taking)}
            </Button>
          )}
          <Button onClick={props.onAgain}>{words.another}</Button>
        </div>
      )}
    </section>
  );
}

function Place({ line }: { line: TakeBackLine }) {
  return line.href ? <a href={line.href}>{line.what}</a> : line.what;
}

function FileTable({ files }: { files: readonly ReturnedFileLine[] }) {
  const words = useTexts().exchange.takeBack;
  return (
    <table className="exchange-table" data-testid="returned-list">
      <Headings of={[words.file, words.who, words.saved, words.result]} />
      <tbody>
        {files.map(({ file, department, saved, result, refused }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name; the list never changes once it is shown
          <tr key={index} className={refused ? 'is-refused' : ''}>
            <td>{file}</td>
            <td>{department}</td>
            <td>{saved}</td>
            <td>{result}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ConflictCardProps {
  line: TakeBackLine;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

/** All that was said about one field, side by side. */
function ConflictCard({ line, choice, onChoose }: ConflictCardProps) {
  const words = useTexts().exchange.takeBack;
  return (
    <fieldset className="conflict-card">
      <legend>
        <Place line={line} />
      </legend>
      <div className="conflict-sides">
        {line.ours.map(({ text, by }) => (
          <div key={by} className="conflict-side">
            <div className="quiet">{by}</div>
            <div>{text || words.empty}</div>
          </div>
        ))}
        {line.values.map(({ text, by, saved }) => (
          <div key={by} className="conflict-side is-returned">
            <div className="quiet">
              {by}
              <br />
              {words.savedBy(saved)}
            </div>
            <div>{text || words.empty}</div>
          </div>
        ))}
      </div>
      <Radio.Group
        aria-label={line.what}
        value={choice}
        onChange={event => onChoose(event.target.value as Choice)}
        options={[
          { value: 'all', label: words.keepAll },
          { value: 'ours', label: words.ours },
          ...line.values.map(({ by }, index) => ({ value: index, label: words.take(by) })),
        ]}
      />
    </fieldset>
  );
}

function OutsideTable({ lines }: { lines: readonly OutsideLine[] }) {
  const words = useTexts().exchange.takeBack;
  return (
    <details data-testid="take-back-outside">
      <summary>{words.outside(lines.length)}</summary>
      <table className="exchange-table">
        <Headings of={[words.where, words.why, words.before, words.returned, words.from]} />
        <tbody>
          {lines.slice(0, 500).map(({ where, before, value, from, reason }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes once it is shown
            <tr key={index}>
              <td>{where}</td>
              <td>{words.reasons[reason]}</td>
              <td className="quiet">{before}</td>
              <td>{value}</td>
              <td>{from}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
