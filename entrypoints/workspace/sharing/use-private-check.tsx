import { type ReactNode, useState } from 'react';
import { type PrivateNumberLine, PrivateNumbersForm } from '../../../components/exchange/private-numbers-form';
import { useTexts } from '../../../components/texts/texts-context';
import {
  maskingChanges,
  type PrivateText,
  privateTexts,
  unansweredTexts,
} from '../../../lib/tasks/private-number-list';
import { keepNumbers, readKeptNumbers } from '../../../lib/tasks/sharing/private-door';
import type { CampaignSession } from '../campaign-session';
import { useServices } from '../services';
import { fieldLabel } from './field-label';

/** Words shown on each side of a number. */
const AROUND = 12;

/**
 * Asks about ID-card and mobile numbers before anything leaves this PC. `check(then)` goes on at once where there are none,
 * or when each has been decided.
 */
export function usePrivateCheck(session: CampaignSession): { form: ReactNode; check: (then: () => void) => void } {
  const { store } = useServices();
  const texts = useTexts();
  const [asked, setAsked] = useState<{ texts: PrivateText[]; then: () => void } | null>(null);
  const { campaign, filling, places, grids, workbook } = session;

  async function check(then: () => void): Promise<void> {
    await filling.flush();
    const known = await readKeptNumbers(store, campaign.id);
    const ground = { state: filling.state, places, tables: workbook.recognition.tables, grids };
    const open = unansweredTexts(privateTexts(ground), known);
    if (open.length === 0) then();
    else setAsked({ texts: open, then });
  }

  async function decide(decision: { masked: readonly string[]; kept: readonly string[] }): Promise<void> {
    if (!asked) return;
    const changes = maskingChanges(asked.texts, new Set(decision.masked));
    if (changes.length > 0) await filling.journal.apply(changes, { actor: filling.actor(), source: 'mask' });
    await keepNumbers(store, campaign.id, decision.kept);
    setAsked(null);
    asked.then();
  }

  const lines = asked ? linesOf(asked.texts, place => fieldLabel(session, place, texts)) : [];
  return {
    check: then => void check(then),
    form: asked && (
      <PrivateNumbersForm lines={lines} onDone={decision => void decide(decision)} onCancel={() => setAsked(null)} />
    ),
  };
}

function linesOf(
  texts: readonly PrivateText[],
  labelOf: (text: PrivateText) => { text: string; href: string | null },
): PrivateNumberLine[] {
  const lines = new Map<string, PrivateNumberLine & { places: { what: string; href: string | null }[] }>();
  for (const text of texts) {
    const { text: what, href } = labelOf(text);
    for (const { digits, kind, masked, start, end } of text.numbers) {
      const excerpt = `${text.text.slice(Math.max(0, start - AROUND), start)}${masked}${text.text.slice(end, end + AROUND)}`;
      const line = lines.get(digits) ?? { digits, kind, masked, places: [], excerpt, conflict: true };
      if (!line.places.some(place => place.what === what)) line.places.push({ what, href });
      // Masked where it can be, even if it stands in a conflict elsewhere.
      lines.set(digits, { ...line, conflict: line.conflict && text.conflict });
    }
  }
  return [...lines.values()];
}
