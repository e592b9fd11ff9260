import { useMemo } from 'react';
import type { HintActions, HintDeed } from '../../components/hints/hint-card';
import { focusField, hintTarget } from '../../components/hints/hint-target';
import { useTexts } from '../../components/texts/texts-context';
import type { CampaignHint } from '../../lib/model/campaign-hint';
import { dismissalPlace } from '../../lib/tasks/campaign-hints';
import type { CampaignSession } from './campaign-session';
import { cellPlace } from './cell-place';
import { campaignLink } from './route';

export const PROFILE_FIELD = 'profile';

/** The line names the first few as well. */
const MOST_ITEMS = 8;

/** What hints can do, on the item's own page (`here`) and elsewhere. */
export function useHintActions(session: CampaignSession, here: string | null): HintActions {
  const texts = useTexts();
  return useMemo(() => {
    const { id } = session.campaign;
    const { filling } = session;
    const cellLink: HintActions['cellLink'] = ({ table }, cell) =>
      campaignLink(id, 'table', cellPlace(table.sheet, cell));
    const keep = ({ hint, table }: CampaignHint, reason: string | undefined): void => {
      void filling.set([{ ...dismissalPlace(hint, table), value: reason }]);
      session.hints.now();
    };

    function deedsOf(one: CampaignHint): HintDeed[] {
      const found = hintTarget(one.hint, texts);
      if (!found) return [];
      const { label, target } = found;
      if (target.to === 'cell') return [{ label, does: { href: cellLink(one, target.cell) } }];
      if (target.to === 'rules') return [{ label, does: { href: campaignLink(id, 'rules', one.entities[0]) } }];
      if (target.to === 'profile') {
        const run = () => void focusField(PROFILE_FIELD);
        return [{ label, does: here === null ? { run } : { href: campaignLink(id, 'hints') } }];
      }
      const { field } = target;
      const [first] = one.entities;
      if (here !== null && one.entities.includes(here)) return [{ label, does: { run: () => void focusField(field) } }];
      return first === undefined ? [] : [{ label, does: { href: campaignLink(id, 'items', first, field) } }];
    }

    const itemsOf: HintActions['itemsOf'] = ({ hint, entities }) =>
      here !== null
        ? []
        : entities.slice(0, MOST_ITEMS).map((entity, index) => ({
            code: hint.indicators[index]!,
            href: campaignLink(id, 'items', entity),
          }));

    return { itemsOf, deedsOf, cellLink, onDismiss: keep, onRestore: one => keep(one, undefined) };
  }, [session, here, texts]);
}
