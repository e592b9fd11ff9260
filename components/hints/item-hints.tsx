import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { CampaignHint } from '../../lib/model/campaign-hint';
import { useTexts } from '../texts/texts-context';
import type { HintActions } from './hint-card';
import { besideItem } from './hint-groups';
import { HintList } from './hint-list';

/** More would push the answers out of sight on a small screen. */
const FIRST = 4;

interface ItemHintsProps {
  hints: readonly CampaignHint[];
  actions: HintActions;
}

/** The hints of one item, beside its answers. */
export function ItemHints({ hints, actions }: ItemHintsProps) {
  const texts = useTexts();
  const [withDismissed, setWithDismissed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const beside = besideItem(hints);
  const open = beside.filter(({ dismissed }) => dismissed === null);
  const dismissed = beside.filter(one => one.dismissed !== null);
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
      <HintList hints={open} actions={actions} first={FIRST} heading={heading} />
      {dismissed.length > 0 && (
        <Button type="link" size="small" aria-expanded={withDismissed} onClick={() => setWithDismissed(!withDismissed)}>
          {texts.hints.dismissed(dismissed.length)}
        </Button>
      )}
      {withDismissed && <HintList hints={dismissed} actions={actions} heading={heading} />}
    </aside>
  );
}
