import { fold } from '../../../../lib/journal/fold';
import { AppError } from '../../../../lib/model/app-error';
import type { Op } from '../../../../lib/model/op';
import type { SyncReport } from '../../../../lib/sync/sync-report';
import { type Faults, NO_FAULTS } from './faults';
import { type FaultyRemote, faultyRemote } from './faulty-remote';
import { type Peer, peer, type World } from './peer';
import { type Random, random } from './random';

const DAY = 24 * 60 * 60 * 1000;
const HOUR = DAY / 24;
const MOST_STEPS = 20;
const SETTLING_ROUNDS = 9;

/**
 * One run: 2 to 5 PCs with clocks up to 460 days wrong and 1 or 2 faulty remotes, in any order, then everything calms down.
 * @returns the first promise that was broken, or null. `steps` cuts the run short, to look for the shortest that fails.
 */
export async function simulate(seed: number, faults: Faults = NO_FAULTS, steps = MOST_STEPS): Promise<string | null> {
  const dice = random(seed);
  let ids = 0;
  let labels = 0;
  let broken: string | null = null;
  const world: World = {
    time: Date.UTC(2023, 5, 1),
    nextId: () => (++ids).toString(16).padStart(32, '0'),
    nextLabel: () => (++labels).toString(16).padStart(8, '0'),
    faults,
    broken(promise) {
      broken ??= promise;
    },
  };
  const remotes = Array.from({ length: 1 + dice.below(2) }, () => faultyRemote(dice));
  const peers = Array.from({ length: 2 + dice.below(4) }, () => peer(world, skew(dice)));
  const rate = dice.pick([0, 0.03, 0.1]);
  for (const remote of remotes) remote.rate = rate;

  for (let done = 0; done < steps && broken === null; done++) await act(world, dice, peers, remotes);
  if (broken === null) broken = await settle(world, peers, remotes);
  return broken;
}

const skew = (dice: Random): number => (dice.chance(0.4) ? 0 : (dice.below(920) - 460) * DAY + dice.below(DAY));

async function act(world: World, dice: Random, peers: Peer[], remotes: readonly FaultyRemote[]): Promise<void> {
  world.time += dice.chance(0.15) ? dice.below(45) * DAY : dice.below(2 * HOUR);
  const self = dice.pick(peers);
  const what = dice.below(100);
  if (what < 34) {
    await self.write(dice.below(3), `${dice.chance(0.1) ? 'blob:' : ''}${dice.below(1000)}`);
  } else if (what < 92) {
    const busy = dice.chance(0.2) ? [self, dice.pick(peers)] : [self];
    await Promise.all([...new Set(busy)].map(one => syncOnce(dice, one, remotes)));
  } else if (what < 95) dice.pick(remotes).disturb();
  else if (what < 97) self.skew = skew(dice);
  else if (what < 98 && peers.length < 6) peers.push(self.copy(dice.chance(0.5) ? self.skew : skew(dice)));
  else if (peers.length > 2) peers.splice(peers.indexOf(self), 1);
}

async function syncOnce(dice: Random, self: Peer, remotes: readonly FaultyRemote[]): Promise<void> {
  const place = dice.below(remotes.length);
  if (dice.chance(0.12)) self.dieIn(dice.below(25));
  const isFull = dice.chance(0.2);
  const outcome = await self.sync(remotes[place]!, `r${place}`, { isFull });
  // The person looks, and most say that everything is to be put there again.
  if (asks(outcome) && dice.chance(0.7)) await self.sync(remotes[place]!, `r${place}`, { refill: true });
}

const asks = (outcome: SyncReport | AppError): boolean =>
  outcome instanceof AppError && /^sync-target-/.test(outcome.code);

/** Nothing goes wrong any more, and everybody meets: now all that was kept anywhere has to be everywhere. */
async function settle(world: World, peers: readonly Peer[], remotes: readonly FaultyRemote[]): Promise<string | null> {
  for (const { acknowledged, store } of peers) {
    for (const id of acknowledged.keys()) if (!store.log.has(id)) return 'an acknowledged edit stays on its PC';
  }
  const expected = new Set<string>();
  for (const { store } of peers) for (const id of store.log.keys()) expected.add(id);
  for (const remote of remotes) {
    remote.isFaulty = false;
    for (const id of await remote.readable()) expected.add(id);
  }
  for (let round = 0, isQuiet = false; !isQuiet && round < SETTLING_ROUNDS; round++) {
    isQuiet = round > 0;
    // Evidence is looked for once a day.
    world.time += DAY + HOUR;
    for (const self of peers) {
      for (const [place, remote] of remotes.entries()) {
        let outcome = await self.sync(remote, `r${place}`);
        if (asks(outcome)) outcome = await self.sync(remote, `r${place}`, { refill: true });
        if (outcome instanceof AppError) return `syncing ends in ${outcome.code} although nothing is wrong any more`;
        if (outcome.pushed + outcome.pulled + outcome.packed + outcome.collected > 0) isQuiet = false;
      }
    }
  }
  return verify(world, peers, remotes, expected);
}

async function verify(
  world: World,
  peers: readonly Peer[],
  remotes: readonly FaultyRemote[],
  expected: ReadonlySet<string>,
): Promise<string | null> {
  const states = new Set<string>();
  for (const { store } of peers) {
    for (const id of expected) if (!store.log.has(id)) return 'every edit that was kept anywhere is in every history';
    if (store.log.size !== expected.size) return 'no edit appears that nobody made';
    states.add(stateOf(store.log.values() as Iterable<Op>));
  }
  if (states.size !== 1) return 'everybody sees the same';
  const blobs = new Set(peers.flatMap(({ store }) => [...store.blobBytes.keys()]));
  for (const [place, remote] of remotes.entries()) {
    const fresh = peer(world, 0);
    const report = await fresh.sync(remote, 'fresh', { direction: 'take' });
    if (report instanceof AppError) return `a fresh PC meets ${report.code}`;
    for (const id of expected) if (!fresh.store.log.has(id)) return 'each remote alone is complete for a fresh PC';
    for (const { sha } of await fresh.store.blobs()) {
      if (blobs.has(sha) && !fresh.store.blobBytes.has(sha)) return 'evidence that anybody has is on each remote';
    }
    for (const self of peers) {
      // The first may look into all folders, which is done hourly.
      await self.sync(remote, `r${place}`);
      const idle = await self.sync(remote, `r${place}`);
      if (idle instanceof AppError || idle.requests !== 1) return 'an idle sync is one request';
    }
  }
  return null;
}

function stateOf(ops: Iterable<Op>): string {
  const fields = [...fold(ops)].map(([key, { heads }]) => `${key}=${heads.map(({ id }) => id)}`);
  return fields.sort().join(';');
}
