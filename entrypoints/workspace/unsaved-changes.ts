import * as z from 'zod';
import type { Change } from '../../lib/model/campaign-journal';
import { opValue } from '../../lib/model/op';
import type { CampaignFilling } from '../../lib/tasks/campaign-filling';

const changesSchema = z.array(
  z.object({
    entity: z.string(),
    field: z.string(),
    value: opValue.optional(),
    /** Of a removal: without it, what others wrote unseen would go. */
    saw: z.array(z.string()).exactOptional(),
  }),
);

const placeOf = (campaign: string): string => `pingan-fill-unsaved-${campaign}`;

/**
 * A page that goes away does not wait for the database. What is still on its way then is put where writing is immediate, and
 * finds its way into the journal when the campaign is opened next.
 */
export function bridgeLeaving(campaign: string, filling: CampaignFilling, signal: AbortSignal): void {
  const left = takeLeft(campaign);
  if (left.length > 0) void filling.set(left);
  window.addEventListener(
    'pagehide',
    () => {
      if (filling.unsaved.length === 0) return;
      // Another tab of the same campaign may have left some just before.
      const all = [...takeLeft(campaign), ...filling.unsaved];
      window.localStorage.setItem(placeOf(campaign), JSON.stringify(all));
    },
    { signal },
  );
  // Kept by the browser and shown again: this page has its changes still.
  window.addEventListener('pageshow', event => event.persisted && window.localStorage.removeItem(placeOf(campaign)), {
    signal,
  });
}

function takeLeft(campaign: string): Change[] {
  const place = placeOf(campaign);
  const text = window.localStorage.getItem(place);
  if (text === null) return [];
  window.localStorage.removeItem(place);
  return changesSchema.parse(JSON.parse(text)).map(({ entity, field, value, saw }) => ({
    entity,
    field,
    value,
    ...(saw ? { saw } : {}),
  }));
}
