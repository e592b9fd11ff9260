import { Button, Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Item } from '../../lib/model/item';
import { PAGE_ROLES, type PageRole } from '../../lib/model/page-table';
import { matchesItem } from '../indicator/item-search';
import { useTexts } from '../texts/texts-context';
import { CopyButton } from './copy-button';
import { useRoleName } from './role-name';

interface CopyGuideProps {
  items: readonly Item[];
  /** What the table holds; null where it has no such answer. */
  heldBy: (item: Item, role: PageRole) => string | null;
}

/** For pages that cannot be reached: find the item, copy answer after answer, go on to the next. */
export function CopyGuide({ items, heldBy }: CopyGuideProps) {
  const words = useTexts().page.copy;
  const roleName = useRoleName();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const asked = useDeferredValue(query);
  const found = useMemo(() => findItems(items, asked), [items, asked]);
  const place = Math.min(chosen, Math.max(0, found.length - 1));
  const item = found[place];
  return (
    <div className="copy-guide" data-testid="copy-guide">
      <p className="quiet">{words.hint}</p>
      <Input
        allowClear
        value={query}
        placeholder={words.find}
        aria-label={words.find}
        data-testid="guide-find"
        onChange={event => {
          setQuery(event.target.value);
          setChosen(0);
        }}
      />
      {!item && <p className="quiet">{words.none}</p>}
      {item && (
        <>
          <div className="copy-steps">
            <Button size="small" disabled={place === 0} onClick={() => setChosen(place - 1)}>
              {words.previous}
            </Button>
            <span className="quiet" role="status">
              {place + 1} / {found.length}
            </span>
            <Button size="small" disabled={place + 1 >= found.length} onClick={() => setChosen(place + 1)}>
              {words.next}
            </Button>
          </div>
          <h2 data-testid="guide-item">
            <span className="item-code">{item.indicator.code}</span> {item.indicator.content}
          </h2>
          <ul className="copy-answers">
            {PAGE_ROLES.flatMap(role => {
              const text = heldBy(item, role);
              if (text === null || (text === '' && !ALWAYS.has(role))) return [];
              return [
                <li key={role}>
                  <div className="page-field-head">
                    <b>{roleName(role)}</b>
                    {text !== '' && <CopyButton text={text} label={roleName(role)} />}
                  </div>
                  <p className={text === '' ? 'quiet' : 'copy-text'}>{text || words.empty}</p>
                </li>,
              ];
            })}
          </ul>
        </>
      )}
    </div>
  );
}

const ALWAYS: ReadonlySet<PageRole> = new Set(['completion', 'selfScore']);

/** A phrase of the page may be longer than the table's, or cut: the longest beginning that is found anywhere counts. */
function findItems(items: readonly Item[], query: string): readonly Item[] {
  for (let length = query.length; length > 0; length = Math.floor(length * 0.7)) {
    const found = items.filter(item => matchesItem(item, query.slice(0, length)));
    if (found.length > 0) return found;
  }
  return query === '' ? items : [];
}
