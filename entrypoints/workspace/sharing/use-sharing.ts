import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { SyncState } from '../../../components/sync/sync-state';
import { useTexts } from '../../../components/texts/texts-context';
import { replicaNames } from '../../../lib/tasks/sharing/campaign-facts';
import { type Conflict, conflictsIn } from '../../../lib/tasks/sharing/conflicts';
import type { CampaignSession } from '../campaign-session';
import { actorName } from '../preferences';
import { useServices } from '../services';
import { SharingDesk } from './sharing-desk';
import { syncStateOf } from './sync-state-of';

/** The desk of the open campaign, for as long as its pages are shown; null for the first moment. */
export function useSharingDesk({ campaign, filling }: CampaignSession): SharingDesk | null {
  const { store, who } = useServices();
  const texts = useTexts();
  const [desk, setDesk] = useState<SharingDesk | null>(null);
  const said = useRef({ actor: '', texts });
  said.current = { actor: actorName(who), texts };
  useEffect(() => {
    const ended = new AbortController();
    setDesk(
      new SharingDesk({
        store,
        campaign,
        actor: () => said.current.actor,
        wordsFor: place => (place.way === 'folder' ? place.name : new URL(place.address).host),
        onChange: listener => {
          const stop = filling.subscribe(changed => changed && listener());
          ended.signal.addEventListener('abort', stop);
        },
        signal: ended.signal,
      }),
    );
    return () => ended.abort();
  }, [store, campaign, filling]);
  return desk;
}

export const useSharingView = (desk: SharingDesk) => useSyncExternalStore(desk.subscribe, () => desk.view);

export function useSyncState(desk: SharingDesk, session: CampaignSession): SyncState {
  const view = useSharingView(desk);
  const { state } = session.filling;
  return useMemo(() => {
    const names = view.status.clocksAhead.length > 0 ? replicaNames(state.values()) : new Map<string, string>();
    return syncStateOf(view, replica => names.get(replica) ?? replica);
  }, [view, state]);
}

/** Fields on which people disagree. The journal's state is a new object with every change, and this follows it. */
export function useConflicts({ filling, subscribe }: CampaignSession): readonly Conflict[] {
  const state = useSyncExternalStore(subscribe, () => filling.state);
  return useMemo(() => conflictsIn(state), [state]);
}
