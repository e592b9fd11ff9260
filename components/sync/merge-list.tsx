import { Button } from 'antd';
import { useLanguage, useTexts } from '../texts/texts-context';
import { shortTime } from './sync-words';

export interface MergeLine {
  group: string;
  time: number;
  from: string;
  actors: readonly string[];
  fields: number;
  undone: boolean;
}

/** What came in when, from where; each can be undone as one. */
export function MergeList({ merges, onUndo }: { merges: readonly MergeLine[]; onUndo: (group: string) => void }) {
  const texts = useTexts();
  const language = useLanguage();
  const words = texts.sync.merges;
  if (merges.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <ul className="merge-list" data-testid="merges">
      {merges.map(merge => (
        <li key={merge.group}>
          <time dateTime={new Date(merge.time).toISOString()}>{shortTime(merge.time, language)}</time>
          <span>
            {words.line(merge.from, merge.fields)}
            {merge.actors.length > 0 && <span className="quiet"> · {words.by(merge.actors.join('、'))}</span>}
          </span>
          {merge.undone ? (
            <span className="quiet">{words.undone}</span>
          ) : (
            <Button size="small" onClick={() => onUndo(merge.group)}>
              {words.undo}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
