import { Button, Tag } from 'antd';
import { useLanguage, useTexts } from '../texts/texts-context';
import { shortTime } from './sync-words';

export interface ConflictChoice {
  /** Of the edit. */
  id: string;
  who: string;
  time: number;
  /** How that PC calls itself. */
  pc: string;
  how: string;
  /** undefined: as received; '': emptied. */
  text: string | undefined;
}

export interface ConflictLines {
  key: string;
  /** "2.3 完成情况" */
  label: string;
  href: string | null;
  choices: readonly ConflictChoice[];
  /** Why it stands as it does meanwhile. */
  hint: string | null;
  /** Put together from sentences that people wrote; null where there is none to offer. */
  suggestion: string | null;
}

interface ConflictCardProps {
  conflict: ConflictLines;
  onChoose: (choice: ConflictChoice) => void;
  onSuggestion: (text: string) => void;
}

/** Two or more values side by side, until a person chooses. */
export function ConflictCard({ conflict, onChoose, onSuggestion }: ConflictCardProps) {
  const texts = useTexts();
  const language = useLanguage();
  const words = texts.sync.conflicts;
  const said = (text: string | undefined): string => (text === undefined ? words.original : text || words.emptied);
  return (
    <section className="conflict" aria-label={`${words.title}：${conflict.label}`} data-testid="conflict">
      <header className="conflict-head">
        <strong>{conflict.label}</strong>
        {conflict.href && <a href={conflict.href}>{words.go}</a>}
        {conflict.hint && <span className="quiet">{conflict.hint}</span>}
      </header>
      <div className="conflict-choices">
        {conflict.choices.map((choice, place) => (
          <div key={choice.id} className="conflict-choice">
            <div className="conflict-who">
              {words.at(choice.who || texts.item.anonymous, shortTime(choice.time, language), choice.pc)} · {choice.how}
              {place === 0 && <Tag>{words.shown}</Tag>}
            </div>
            <p className="conflict-text">{said(choice.text)}</p>
            <Button size="small" onClick={() => onChoose(choice)} aria-label={`${words.use}：${said(choice.text)}`}>
              {words.use}
            </Button>
          </div>
        ))}
        {conflict.suggestion !== null && (
          <div className="conflict-choice is-suggestion">
            <div className="conflict-who">{words.suggestion}</div>
            <p className="conflict-text">{conflict.suggestion}</p>
            <Button size="small" type="dashed" onClick={() => onSuggestion(conflict.suggestion!)}>
              {words.takeSuggestion}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
