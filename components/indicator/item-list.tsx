import { CheckOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo, useEffect, useRef, useState } from 'react';
import type { Item } from '../../lib/model/item';
import { formatPoints } from '../../lib/model/points';
import { useTexts } from '../texts/texts-context';
import { sectionKey } from '../totals/campaign-totals';
import { ItemCounts } from './item-counts';

interface ItemListProps {
  items: readonly Item[];
  current: string | null;
  /** ISO day. */
  today: string;
  linkTo: (item: Item) => string;
}

/** Drawn on either side of the current item; thousands of links would hold up the page. */
const REACH = 150;

/** The indicators by section; the ones to be filled stand out by what they lack. */
export function ItemList({ items, current, today, linkTo }: ItemListProps) {
  const texts = useTexts();
  const [extra, setExtra] = useState({ before: 0, after: 0 });
  const here = Math.max(
    0,
    items.findIndex(item => item.entity === current),
  );
  const first = Math.max(0, here - REACH - extra.before);
  const last = Math.min(items.length, here + REACH + extra.after);
  return (
    <div className="item-list">
      {first > 0 && (
        <Button type="link" className="item-more" onClick={() => setExtra({ ...extra, before: extra.before + REACH })}>
          {texts.item.more(first)}
        </Button>
      )}
      {inSections(items.slice(first, last)).map(section => {
        const { name, weight } = section[0]!.section;
        return (
          <section key={section[0]!.entity} aria-label={name}>
            <h2>
              <span>{name}</span>
              {weight !== null && <span className="quiet">{weight}</span>}
            </h2>
            <ul>
              {section.map(item => (
                <ItemEntry
                  key={item.entity}
                  item={item}
                  current={item.entity === current}
                  today={today}
                  href={linkTo(item)}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {last < items.length && (
        <Button type="link" className="item-more" onClick={() => setExtra({ ...extra, after: extra.after + REACH })}>
          {texts.item.more(items.length - last)}
        </Button>
      )}
    </div>
  );
}

function inSections(items: readonly Item[]): Item[][] {
  const sections: Item[][] = [];
  let key = '';
  for (const item of items) {
    const own = sectionKey(item);
    if (own === key) sections[sections.length - 1]!.push(item);
    else sections.push([item]);
    key = own;
  }
  return sections;
}

interface ItemEntryProps {
  item: Item;
  current: boolean;
  today: string;
  href: string;
}

const ItemEntry = memo(function ItemEntry({ item, current, today, href }: ItemEntryProps) {
  const texts = useTexts();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current) link.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li>
      <a ref={link} href={href} className="item-entry" aria-current={current ? 'true' : undefined}>
        <span className={`item-state${item.filled ? ' is-filled' : ''}`}>
          {item.filled && <CheckOutlined aria-hidden />}
          <span className="visually-hidden">{item.filled ? texts.item.filled : texts.item.notFilled}</span>
        </span>
        <span className="item-code">{item.indicator.code}</span>
        <span className="item-content">{item.indicator.content}</span>
        <ItemCounts item={item} today={today} />
        <span className="item-score">
          {item.selfScore === null ? '–' : formatPoints(item.selfScore)}
          {item.weight !== null && `/${formatPoints(item.weight)}`}
        </span>
      </a>
    </li>
  );
});
