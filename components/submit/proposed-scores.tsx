import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTexts } from '../texts/texts-context';

export interface ProposalLine {
  key: string;
  code: string;
  href: string;
  /** As entered; '' where nothing was. */
  current: string;
  proposed: string;
  reason: string;
}

/** Drawn at first; all are written, so the button says how many. */
const FIRST_LINES = 50;

interface ProposedScoresProps {
  lines: readonly ProposalLine[];
  onWrite: (withReasons: boolean) => void;
}

/** Self-scores by the table's own rule, shown before a person has them written. */
export function ProposedScores({ lines, onWrite }: ProposedScoresProps) {
  const texts = useTexts();
  const words = texts.export.proposals;
  const [withReasons, setWithReasons] = useState(false);
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  return (
    <details className="proposals" data-testid="proposals">
      <summary>{words.title(lines.length)}</summary>
      <p className="quiet">{words.hint}</p>
      <ul>
        {(all ? lines : lines.slice(0, FIRST_LINES)).map(({ key, code, href, current, proposed, reason }) => (
          <li key={key}>
            <a href={href}>{code}</a>
            <span>{words.change(current || words.empty, proposed)}</span>
            {reason !== '' && <span className="quiet">{reason}</span>}
          </li>
        ))}
      </ul>
      {!all && lines.length > FIRST_LINES && (
        <Button type="link" onClick={() => setAll(true)}>
          {texts.export.showAll(lines.length)}
        </Button>
      )}
      <Checkbox checked={withReasons} onChange={event => setWithReasons(event.target.checked)}>
        {words.withReasons}
      </Checkbox>
      <div className="button-row">
        <Button onClick={() => onWrite(withReasons)} data-testid="write-proposals">
          {words.write(lines.length)}
        </Button>
      </div>
    </details>
  );
}
