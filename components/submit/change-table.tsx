import { Button } from 'antd';
import { useState } from 'react';
import { Headings } from '../frame/headings';
import { useLanguage, useTexts } from '../texts/texts-context';

export interface ChangeLine {
  key: string;
  sheet: string;
  cell: string | null;
  /** What the cell is, in words: "2.3 完成情况". */
  what: string;
  before: string;
  after: string;
  who: string;
  when: number;
}

/** Shown at first; a table of thousands of rows would hold up the page. */
const FIRST_LINES = 100;

interface ChangeTableProps {
  lines: readonly ChangeLine[];
  linkTo: (line: ChangeLine) => string | null;
}

/** The change list as a sheet: cell, before, after, who, when. */
export function ChangeTable({ lines, linkTo }: ChangeTableProps) {
  const texts = useTexts();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  if (lines.length === 0) return <p className="quiet">{texts.export.changesNone}</p>;
  const shown = all ? lines : lines.slice(0, FIRST_LINES);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="change-scroll" aria-label={texts.export.changes} tabIndex={0}>
        <table className="change-table" data-testid="changes">
          <Headings of={texts.export.changeHeadings} />
          <tbody>
            {shown.map(line => {
              const href = linkTo(line);
              const address = line.cell ?? texts.export.noCell;
              return (
                <tr key={line.key}>
                  <td>{line.sheet}</td>
                  <td>{href ? <a href={href}>{address}</a> : address}</td>
                  <td>{line.what}</td>
                  <td className="change-before">{line.before}</td>
                  <td>{line.after}</td>
                  <td>{line.who || texts.item.anonymous}</td>
                  <td>{new Date(line.when).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' })}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {shown.length < lines.length && (
        <Button onClick={() => setAll(true)}>{texts.export.showAll(lines.length)}</Button>
      )}
    </>
  );
}
