import { CheckOutlined } from '@ant-design/icons';
import { memo, useEffect, useRef } from 'react';
import type { Item } from '../../lib/model/item';
import { formatPoints } from '../../lib/model/points';
import { useTexts } from '../texts/texts-context';
import { sectionKey } from '../totals/campaign-totals';

interface ItemListProps {
  items: readonly Item[];
  current: string | null;
  linkTo: (item: Item) => string;
}

/** All indicators by section; the ones to be filled stand out by what they lack. */
export function ItemList({ items, current, linkTo }: ItemListProps) {
  const sections: { key: string; items: Item[] }[] = [];
  for (const item of items) {
    const key = sectionKey(item);
    const last = sections[sections.length - 1];
    if (last?.key === key) last.items.push(item);
    else sections.push({ key, items: [item] });
  }
  return (
    <div className="item-list">
      {sections.map(section => {
        const { name, weight } = section.items[0]!.section;
        return (
          <section key={section.key} aria-label={name}>
            <h2>
              <span>{name}</span>
              {weight !== null && <span className="quiet">{weight}</span>}
            </h2>
            <ul>
              {section.items.map(item => (
                <ItemEntry key={item.entity} item={item} current={item.entity === current} href={linkTo(item)} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

const ItemEntry = memo(function ItemEntry({ item, current, href }: { item: Item; current: boolean; href: string }) {
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
        <span className="item-score">
          {item.selfScore === null ? '–' : formatPoints(item.selfScore)}
          {item.weight !== null && `/${formatPoints(item.weight)}`}
        </span>
      </a>
    </li>
  );
});
