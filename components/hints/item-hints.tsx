import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { CampaignHint } from '../../lib/model/campaign-hint';
import { useTexts } from '../texts/texts-context';
import { type HintActions, HintCard } from './hint-card';
import { besideItem } from './hint-groups';

/** More would push the answers out of sight on a small screen. */
const FIRST = 4;

interface ItemHintsProps {
  hints: readonly CampaignHint[];
  actions: HintActions;
}

/** The hints of one item, beside its answers. */
export function ItemHints({ hints, actions }: ItemHintsProps) {
  const texts = useTexts();
  const [all, setAll] = useState(false);
  const [withDismissed, setWithDismissed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const beside = besideItem(hints);
  const open = beside.filter(({ dismissed }) => dismissed === null);
  const dismissed = beside.filter(one => one.dismissed !== null);
  const shown = [...(all ? open : open.slice(0, FIRST)), ...(withDismissed ? dismissed : [])];
  const settled = useMemo<HintActions>(
    () => ({
      ...actions,
      onDismiss(one, reason) {
        actions.onDismiss(one, reason);
        // The button that had the focus goes away with its hint.
        heading.current?.focus();
      },
    }),
    [actions],
  );
  return (
    <aside className="item-hints" aria-label={texts.hints.aside} data-testid="item-hints">
      <h3 ref={heading} tabIndex={-1}>
        {texts.hints.title}
        {open.length > 0 && <span className="quiet"> {open.length}</span>}
      </h3>
      {open.length === 0 && (
        <p className="quiet">
          {texts.hints.none}
          {dismissed.length === 0 && ` ${texts.hints.noneHint}`}
        </p>
      )}
      <ul className="hint-list">
        {shown.map(one => (
          <HintCard key={one.hint.id} one={one} actions={settled} />
        ))}
      </ul>
      <div className="hint-more">
        {!all && open.length > FIRST && (
          <Button type="link" size="small" onClick={() => setAll(true)}>
            {texts.hints.more(open.length - FIRST)}
          </Button>
        )}
        {dismissed.length > 0 && (
          <Button
            type="link"
            size="small"
            aria-expanded={withDismissed}
            onClick={() => setWithDismissed(!withDismissed)}
          >
            {texts.hints.dismissed(dismissed.length)}
          </Button>
        )}
      </div>
    </aside>
  );
}
