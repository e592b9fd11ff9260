import { FOLD_VERSION } from '../journal/fold';
import { AppError } from '../model/app-error';
import type { Blobs, Campaign, Campaigns } from '../model/campaign';
import type { CampaignJournal } from '../model/campaign-journal';
import { randomId } from '../model/random-id';
import { type Answers, openAnswers } from './answers';
import { writeBackup, writeCampaignBackup } from './backup';
import { openBlobs } from './blobs';
import { BlockCache } from './block-cache';
import { openJournal } from './campaign-journal';
import { joinCampaign, openCampaigns } from './campaigns';
import type { BrowserStorage, Database } from './database';
import { asStoreError } from './failures';
import { type Merges, openMerges } from './merges';
import { MIGRATIONS } from './migrations/all';
import type { Migration } from './migrations/migration';
import { openDatabase, requireStorage } from './open-database';
import { journalRecord, readStored, replicaRecord } from './records';
import { openRemotes, type Remotes } from './remotes';
import { removeCampaign } from './remove-campaign';
import { type RestoreReport, restoreBackup } from './restore';
import { createSaveTracker, type SaveTracker } from './save-tracker';
import { openSegments, type Segments } from './segments';
import type { Session } from './session';
import { openSettings, type Settings } from './settings';
import { transact } from './transact';
import { rebuild } from './with-log';

export const STORE_NAME = 'pingan-fill';

export interface StoreOptions extends Partial<BrowserStorage> {
  name?: string;
  now?: () => number;
  /** Told of what goes wrong outside of a call: another tab upgraded, the browser closed the database. */
  onTrouble?: (error: AppError) => void;
  migrations?: readonly Migration[];
}

export interface Store {
  readonly campaigns: Campaigns;
  readonly blobs: Blobs;
  readonly answers: Answers;
  readonly settings: Settings;
  readonly saves: SaveTracker;
  journal(campaign: string): CampaignJournal;
  segments(campaign: string): Segments;
  merges(campaign: string): Merges;
  remotes(campaign: string): Remotes;
  /** This browser profile's label in the ops it writes. */
  replica(): string;
  /** Another label from now on: a copy of this profile writes under the old one. */
  renameReplica(): Promise<string>;
  /** Adds a campaign that was begun on another PC, under its own id; nothing where it is here already. */
  join(campaign: Campaign): Promise<void>;
  /** Everything in one file. */
  backup(): Promise<Blob>;
  /** Adds what a backup has and this store has not. */
  restore(file: Blob): Promise<RestoreReport>;
  close(): void;
}

/** One database per browser profile, shared by all tabs. Rejects with an AppError that says why it cannot be opened. */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  const { name = STORE_NAME, now = Date.now, onTrouble = () => {}, migrations = MIGRATIONS } = options;
  const storage = requireStorage(options);
  const closing = new AbortController();
  let lost: AppError | null = null;

  const db = await openDatabase(name, storage, migrations);
  function lose(error: AppError): void {
    if (lost || closing.signal.aborted) return;
    lost = error;
    closing.abort();
    db.close();
    onTrouble(error);
  }
  db.on('versionchange', ({ newVersion }) => {
    lose(new AppError(newVersion === null ? 'store-closed' : 'store-newer'));
    return false;
  });
  db.on('close', () => lose(new AppError('store-closed')));

  async function run<T>(work: () => PromiseLike<T>): Promise<T> {
    if (lost) throw lost;
    try {
      return await work();
    } catch (thrown) {
      throw lost ?? asStoreError(thrown);
    }
  }
  const session: Session = {
    db,
    replica: await run(() => ownReplica(db)),
    blocks: new BlockCache(),
    saves: createSaveTracker(),
    now,
    run,
    read: (tables, work) => run(() => transact(db, 'r', tables, work)),
    write: (tables, work) => run(() => transact(db, 'rw', tables, work)),
    closed: closing.signal,
    trouble(error) {
      if (!closing.signal.aborted) onTrouble(error);
    },
  };
  await refold(session);

  return {
    campaigns: openCampaigns(
      session,
      id => writeCampaignBackup(session, id),
      id => removeCampaign(session, id),
    ),
    blobs: openBlobs(session),
    answers: openAnswers(session),
    settings: openSettings(session),
    saves: session.saves,
    journal: campaign => openJournal(session, campaign),
    segments: campaign => openSegments(session, campaign),
    merges: campaign => openMerges(session, campaign),
    remotes: campaign => openRemotes(session, campaign),
    replica: () => session.replica,
    renameReplica: () => renameReplica(session),
    join: campaign => joinCampaign(session, campaign),
    backup: () => writeBackup(session),
    restore: file => restoreBackup(session, file),
    close() {
      closing.abort();
      db.close();
    },
  };
}

/** Made up once for a browser profile. A copied profile has the same, which does no harm: ops have ids of their own. */
function ownReplica(db: Database): Promise<string> {
  return transact(db, 'rw', [db.meta], async () => {
    const stored = await db.meta.get(['', 'replica']);
    if (stored !== undefined) return readStored(replicaRecord, stored, 'meta').replica;
    const replica = randomId(4);
    await db.meta.add({ campaign: '', key: 'replica', replica });
    return replica;
  });
}

function renameReplica(session: Session): Promise<string> {
  const { db } = session;
  return session.write([db.meta], async () => {
    const replica = randomId(4);
    await db.meta.put({ campaign: '', key: 'replica', replica });
    session.replica = replica;
    return replica;
  });
}

/** Folded states that were made by other rules than today's are made anew. */
async function refold(session: Session): Promise<void> {
  const { db, run } = session;
  for (const id of await run(() => db.campaigns.toCollection().primaryKeys())) {
    const journal = readStored(journalRecord, await run(() => db.meta.get([id, 'journal'])), 'meta');
    if (journal.foldVersion !== FOLD_VERSION) await rebuild(session, id);
  }
}
