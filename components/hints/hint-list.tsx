import { Button } from 'antd';
import { type RefObject, useMemo, useState } from 'react';
import type { CampaignHint } from '../../lib/model/campaign-hint';
import { useTexts } from '../texts/texts-context';
import { type HintActions, HintCard } from './hint-card';

/** Drawn with each press of the button: a table of thousands of indicators has as many hints. */
const WINDOW = 60;

interface HintListProps {
  hints: readonly CampaignHint[];
  actions: HintActions;
  /** Drawn before the button is pressed. */
  first?: number;
  /** Takes the focus when a hint is put aside: the button that had it goes away with its hint. */
  heading: RefObject<HTMLElement | null>;
}

/** Hints as cards, beside an item and on the page of all of them. */
export function HintList({ hints, actions, first = WINDOW, heading }: HintListProps) {
  const texts = useTexts();
  const [shown, setShown] = useState(first);
  const settled = useMemo<HintActions>(
    () => ({
      ...actions,
      onDismiss(one, reason) {
        actions.onDismiss(one, reason);
        heading.current?.focus();
      },
    }),
    [actions, heading],
  );
  return (
    <>
      <ul className="hint-list">
        {hints.slice(0, shown).map(one => (
          <HintCard key={one.hint.id} one={one} actions={settled} />
        ))}
      </ul>
      {hints.length > shown && (
        <Button type="link" size="small" onClick={() => setShown(shown + WINDOW)}>
          {texts.hints.more(hints.length - shown)}
        </Button>
      )}
    </>
  );
}
