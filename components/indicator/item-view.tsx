import { Button, Checkbox, Empty, Input, type InputRef } from 'antd';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Item, Step } from '../../lib/model/item';
import type { EntryActions } from '../entries/entry-actions';
import { useTexts } from '../texts/texts-context';
import type { AnswerActions } from './answer-field';
import { ItemForm, type ItemHelp } from './item-form';
import { itemKey } from './item-keys';
import { ItemList } from './item-list';
import { matchesItem } from './item-search';

interface ItemViewProps extends AnswerActions {
  items: readonly Item[];
  /** The item named by the address; null or unknown means the first. */
  current: string | null;
  today: string;
  helpFor: (item: Item) => ItemHelp;
  /** The field to begin in. */
  focus: string | null;
  linkTo: (item: Item) => string;
  tableLink: (item: Item) => string | null;
  onGo: (item: Item) => void;
  onTick: (item: Item, step: Step, done: boolean) => void;
  entriesFor: (item: Item) => EntryActions;
}

/** All items on the left, one of them on the right; the keyboard goes from one to the next. */
export function ItemView(props: ItemViewProps) {
  const { items, current, today, helpFor, focus, linkTo, tableLink, onGo, onTick, entriesFor, ...actions } = props;
  const texts = useTexts();
  const [query, setQuery] = useState('');
  const [missingOnly, setMissingOnly] = useState(false);
  const asked = useDeferredValue(query);
  const find = useRef<InputRef>(null);
  const item = items.find(candidate => candidate.entity === current) ?? items[0] ?? null;
  const found = useMemo(
    () => items.filter(candidate => matchesItem(candidate, asked) && (!missingOnly || !candidate.filled)),
    [items, asked, missingOnly],
  );
  const places = useMemo(() => new Map(items.map((candidate, index) => [candidate, index])), [items]);
  const going = useRef<(way: 1 | -1) => void>(() => {});
  going.current = way => {
    const next = neighbour(places, found, item, way);
    if (next) onGo(next);
  };

  useEffect(() => {
    const ended = new AbortController();
    window.addEventListener(
      'keydown',
      event => {
        const asks = itemKey(event);
        if (!asks) return;
        event.preventDefault();
        if (asks === 'find') find.current?.focus({ cursor: 'all' });
        else going.current(asks === 'next' ? 1 : -1);
      },
      { signal: ended.signal },
    );
    return () => ended.abort();
  }, []);

  if (!item) return <Empty className="items-none" description={texts.item.none} />;
  return (
    <div className="items">
      <aside className="items-side" aria-label={texts.item.list}>
        <div className="items-find">
          <Input
            ref={find}
            allowClear
            value={query}
            onChange={event => setQuery(event.target.value)}
            placeholder={texts.item.find}
            aria-label={texts.item.find}
            aria-keyshortcuts="Control+F"
            data-testid="find-item"
          />
          <div className="items-filter">
            <Checkbox checked={missingOnly} onChange={event => setMissingOnly(event.target.checked)}>
              {texts.item.missingOnly}
            </Checkbox>
            <span className="quiet" role="status">
              {query || missingOnly ? texts.item.found(found.length) : ''}
            </span>
          </div>
        </div>
        {found.length === 0 && <p className="quiet items-empty">{texts.item.findEmpty}</p>}
        <ItemList items={found} current={item.entity} today={today} linkTo={linkTo} />
      </aside>
      <div className="items-main">
        <div className="item-steps">
          <Button size="small" onClick={() => going.current(-1)} disabled={!neighbour(places, found, item, -1)}>
            {texts.item.previous}
          </Button>
          <span>{texts.item.position((places.get(item) ?? 0) + 1, items.length)}</span>
          <Button
            size="small"
            onClick={() => going.current(1)}
            disabled={!neighbour(places, found, item, 1)}
            data-testid="next-item"
          >
            {texts.item.next}
          </Button>
          <kbd>{texts.item.keys}</kbd>
        </div>
        <ItemForm
          key={item.entity}
          item={item}
          today={today}
          tableLink={tableLink(item)}
          help={helpFor(item)}
          focus={focus}
          onTick={(step, done) => onTick(item, step, done)}
          entries={entriesFor(item)}
          {...actions}
        />
      </div>
    </div>
  );
}

/** The next of those found; an item that is not among them counts by its place in the table. */
function neighbour(
  places: ReadonlyMap<Item, number>,
  found: readonly Item[],
  item: Item | null,
  way: 1 | -1,
): Item | null {
  const here = (item && places.get(item)) ?? -1;
  const place = (candidate: Item): number => places.get(candidate) ?? -1;
  if (way === 1) return found.find(candidate => place(candidate) > here) ?? null;
  let last: Item | null = null;
  for (const candidate of found) {
    if (place(candidate) >= here) break;
    last = candidate;
  }
  return last;
}
