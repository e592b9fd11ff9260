import { useMemo, useSyncExternalStore } from 'react';
import { readProfile, readReadings } from '../../lib/tasks/unit-profile';
import type { CampaignSession } from './campaign-session';

/** As answered, at once: the hints follow a moment later. */
export function useUnitProfile({ filling }: CampaignSession) {
  const read = () => ({
    profile: readProfile(place => filling.value(place)),
    readings: readReadings(place => filling.value(place)),
  });
  const answers = useSyncExternalStore(
    listener => filling.subscribe(listener),
    () => JSON.stringify(read()),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers are what tells that something changed
  return useMemo(read, [answers]);
}
