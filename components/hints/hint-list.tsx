import { Button } from 'antd';
import { useState } from 'react';
import type { CampaignHint } from '../../lib/model/campaign-hint';
import { useTexts } from '../texts/texts-context';
import { type HintActions, HintCard } from './hint-card';

/** Drawn at first and with each press of the button: a table of thousands of indicators has as many hints. */
const WINDOW = 60;

export function HintList({ hints, actions }: { hints: readonly CampaignHint[]; actions: HintActions }) {
  const texts = useTexts();
  const [shown, setShown] = useState(WINDOW);
  return (
    <>
      <ul className="hint-list">
        {hints.slice(0, shown).map(one => (
          <HintCard key={one.hint.id} one={one} actions={actions} />
        ))}
      </ul>
      {hints.length > shown && (
        <Button type="link" onClick={() => setShown(shown + WINDOW)}>
          {texts.hints.more(hints.length - shown)}
        </Button>
      )}
    </>
  );
}
