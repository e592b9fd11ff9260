import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/journal/fold';
import type { Op } from '../../../lib/model/op';
import { comparable } from '../journal/peers';
import { SEED } from '../journal/properties';
import { exchangeAll, perform, shuffled, work } from '../journal/random-work';
import { newProfile, openTab, parkCampaign } from './test-store';

describe(`the stored journal (seed ${SEED}; set FC_SEED to repeat)`, () => {
  it('agrees with the log folded from scratch, whatever arrives in whatever order and portions', async () => {
    await fc.assert(
      fc.asyncProperty(work, fc.integer({ min: 1, max: 7 }), async (plan, portion) => {
        const worked = perform(plan);
        exchangeAll(worked, plan.shuffles);
        const store = await openTab(newProfile());
        const { id } = await store.campaigns.create(parkCampaign);
        const journal = store.journal(id);
        const arriving = shuffled([...worked.written, ...worked.written.slice(0, 5)], plan.shuffles[0] ?? 0);
        for (let start = 0; start < arriving.length; start += portion) {
          await journal.merge(arriving.slice(start, start + portion));
          const log = (await journal.log()) as Op[];
          expect(comparable(await journal.state())).toEqual(comparable(fold(log)));
        }
        expect(comparable(await journal.state())).toEqual(comparable(worked.peers[0]!.fields));
        store.close();
      }),
      { numRuns: 60, seed: SEED },
    );
  });
});
