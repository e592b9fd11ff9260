import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { AnyEntry } from '../../lib/model/item';
import { FieldHistory } from '../indicator/field-history';
import { useLanguage, useTexts } from '../texts/texts-context';
import type { EntryActions } from './entry-actions';
import { entryName } from './use-entry-rows';

interface EntryRowProps {
  entry: AnyEntry;
  isBlank: boolean;
  actions: EntryActions;
  onHold: (entity: string | null) => void;
  children: ReactNode;
}

/** One entry with its fields, whose it is, its history, and a way off the list. */
export function EntryRow({ entry, isBlank, actions, onHold, children }: EntryRowProps) {
  const texts = useTexts();
  const words = texts.entries;
  const language = useLanguage();
  const name = entryName(entry, words.empty);
  const { by } = entry;
  const day = by && new Date(by.time).toLocaleDateString(language, { month: '2-digit', day: '2-digit' });
  const conflicts = Object.values(entry.fields).filter(({ conflict }) => conflict);
  return (
    <li
      className={`entry is-${entry.list}${isBlank ? ' is-blank' : ''}`}
      data-testid={isBlank ? `new-${entry.list}` : 'entry'}
      onFocus={() => onHold(entry.entity)}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) onHold(null);
      }}
    >
      <div className="entry-fields">{children}</div>
      {!isBlank && (
        <div className="entry-tools">
          {by && (
            <span className="entry-by" title={new Date(by.time).toLocaleString(language)}>
              {words.by(by.actor || texts.item.anonymous, day ?? '')}
            </span>
          )}
          <FieldHistory
            label={name}
            load={() => actions.loadHistory(entry)}
            onPutBack={line => actions.onPutBackLine(line)}
          />
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={words.remove(name)}
            onClick={() => actions.onRemove(entry)}
          />
        </div>
      )}
      {(entry.state === 'disputed' || conflicts.length > 0) && (
        <div className="entry-conflicts">
          {entry.state === 'disputed' && actions.disputeOf(entry)}
          {conflicts.map(answer => (
            <div key={answer.field}>{actions.conflictOf(answer)}</div>
          ))}
        </div>
      )}
    </li>
  );
}
