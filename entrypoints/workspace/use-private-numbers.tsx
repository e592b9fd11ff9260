import { type ReactNode, useCallback, useState } from 'react';
import { type PrivateNumberLine, PrivateNumbersForm } from '../../components/exchange/private-numbers-form';
import { useTexts } from '../../components/texts/texts-context';
import type { Texts } from '../../components/texts/zh-cn';
import type { ColumnRole } from '../../lib/model/columns';
import { maskingChanges, type PrivateText, privateTexts, unansweredTexts } from '../../lib/tasks/private-number-list';
import { keepNumbers, readKeptNumbers } from '../../lib/tasks/sharing/private-door';
import type { CampaignSession } from './campaign-session';
import { campaignLink } from './route';
import { useServices } from './services';

interface PrivateNumbersQuestion {
  /** Shown where the work was asked for, until it is answered; null while there is nothing to ask. */
  question: ReactNode;
  /** Goes on at once where there is nothing to decide, else after the decision. Never goes on after a cancel. */
  ask: (goOn: () => void) => Promise<void>;
}

/** Before anything of a campaign is shared: ID-card and mobile numbers are masked or kept, and the answer is remembered. */
export function usePrivateNumbers(session: CampaignSession): PrivateNumbersQuestion {
  const { store } = useServices();
  const texts = useTexts();
  const [asked, setAsked] = useState<{ found: readonly PrivateText[]; goOn: () => void } | null>(null);
  const { campaign, filling, places, grids, workbook } = session;

  const ask = useCallback(
    async (goOn: () => void) => {
      await filling.flush();
      const kept = await readKeptNumbers(store, campaign.id);
      const ground = { state: filling.state, places, grids, tables: workbook.recognition.tables };
      const found = unansweredTexts(privateTexts(ground), kept);
      if (found.length === 0) goOn();
      else setAsked({ found, goOn });
    },
    [store, campaign, filling, places, grids, workbook],
  );

  const question = asked && (
    <PrivateNumbersForm
      lines={linesOf(asked.found, campaign.id, texts)}
      onCancel={() => setAsked(null)}
      onDone={({ masked, kept }) => {
        const { found, goOn } = asked;
        setAsked(null);
        void (async () => {
          await keepNumbers(store, campaign.id, kept);
          const changes = maskingChanges(found, new Set(masked));
          if (changes.length > 0) await filling.set(changes);
          goOn();
        })();
      }}
    />
  );
  return { question, ask };
}

const AROUND = 12;

function linesOf(found: readonly PrivateText[], campaign: string, texts: Texts): PrivateNumberLine[] {
  const lines = new Map<string, PrivateNumberLine & { places: { what: string; href: string | null }[] }>();
  for (const { indicator, field, entity, cell, text, numbers, conflict } of found) {
    const role = field in texts.roles ? texts.roles[field as ColumnRole] : '';
    const what = indicator ? `${indicator} ${role}`.trim() : (cell ?? entity);
    const href = indicator
      ? campaignLink(campaign, 'items', entity)
      : cell === null
        ? null
        : campaignLink(campaign, 'table', cell);
    for (const { digits, kind, masked, start, end } of numbers) {
      const line = lines.get(digits) ?? {
        digits,
        kind,
        masked,
        places: [],
        excerpt: text.slice(Math.max(0, start - AROUND), end + AROUND),
        conflict: true,
      };
      if (!line.places.some(place => place.what === what)) line.places.push({ what, href });
      lines.set(digits, { ...line, conflict: line.conflict && conflict });
    }
  }
  return [...lines.values()];
}
