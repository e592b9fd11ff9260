import { type AppError, toAppError } from '../../../lib/model/app-error';
import type { Campaign } from '../../../lib/model/campaign';
import type { Store } from '../../../lib/store/open-store';
import type { SyncProgress } from '../../../lib/sync/sync-report';
import type { HeldMerge } from '../../../lib/tasks/sharing/merge-size';
import {
  NOT_YET,
  readSharing,
  readStatus,
  type SharingPlace,
  type SharingSettings,
  type SharingStatus,
  watchSharing,
  watchStatus,
} from '../../../lib/tasks/sharing/sharing-settings';
import { syncCampaign } from '../../../lib/tasks/sharing/sync-campaign';
import { inTurns, type SyncWish } from '../../../lib/tasks/sharing/sync-turns';
import { countUnsentInFiles } from '../../../lib/tasks/sharing/unsent';
import { readPcName } from '../preferences';
import { inTurn } from './exclusive';
import { openPlace } from './open-place';

/** Typing is let come to rest before it is sent. */
const AFTER_CHANGE_MS = 5_000;
/** While the page is open; the background's alarm looks after the rest. */
const EVERY_MS = 5 * 60_000;

export interface SharingView {
  /** undefined until read; null: not shared. */
  settings: SharingSettings | null | undefined;
  status: SharingStatus;
  /** null: not at it. */
  running: SyncProgress | null;
  /** Edits on this PC that have not reached the place, as far as we know. */
  pending: number;
  held: HeldMerge | null;
}

interface DeskGround {
  store: Store;
  campaign: Campaign;
  actor: () => string;
  /** Where others' edits come from, in words, for the list of merges. */
  wordsFor: (place: SharingPlace) => string;
  /** Tells of every change of the journal. */
  onChange: (listener: () => void) => void;
  signal: AbortSignal;
}

/** Sharing of the campaign that is open on this page: its state for all who show it, and what starts a sync. */
export class SharingDesk {
  view: SharingView = { settings: undefined, status: NOT_YET, running: null, pending: 0, held: null };
  private readonly listeners = new Set<() => void>();
  private soon: ReturnType<typeof setTimeout> | undefined;
  /** Of `pending`: those in files already. They change by syncing only. */
  private pendingInFiles = 0;

  constructor(private readonly ground: DeskGround) {
    const { store, campaign, signal } = ground;
    watchSharing(store, campaign.id, settings => this.settingsCame(settings), signal);
    watchStatus(store, campaign.id, status => this.show({ status }), signal);
    ground.onChange(() => this.changed());
    const timer = setInterval(() => void this.sync({}), EVERY_MS);
    const listening = { signal };
    window.addEventListener('online', () => void this.sync({}), listening);
    document.addEventListener(
      'visibilitychange',
      () => document.visibilityState === 'visible' && this.changed(),
      listening,
    );
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      clearTimeout(this.soon);
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * All that is on this PC when it is called is exchanged by it, also where another sync is underway. Failures are in the status,
   * where everybody sees them; they are also returned, for who has just clicked.
   */
  sync = inTurns((wish: SyncWish) => this.syncNow(wish));

  private async syncNow(wish: SyncWish): Promise<AppError | null> {
    const { store, signal } = this.ground;
    const { id } = this.ground.campaign;
    if (!this.view.settings?.isOn || signal.aborted) return null;
    let failure: AppError | null = null;
    this.show({ running: { step: 'look', done: 0, total: 1 } });
    try {
      await inTurn(
        id,
        async () => {
          failure = await this.syncWith(wish);
        },
        signal,
      );
    } finally {
      // In one go: "not at it" beside the state of before would say that all is sent which is not.
      const [status, pending] = signal.aborted ? [] : await Promise.all([readStatus(store, id), this.countAll()]);
      this.show({ running: null, ...(status ? { status } : {}), ...(pending === undefined ? {} : { pending }) });
    }
    return failure;
  }

  private async syncWith(wish: SyncWish): Promise<AppError | null> {
    const { store, signal } = this.ground;
    const { id } = this.ground.campaign;
    const [settings, campaign] = await Promise.all([readSharing(store, id), store.campaigns.get(id)]);
    if (!settings?.isOn || !campaign) return null;
    try {
      const { held } = await syncCampaign({
        store,
        campaign,
        place: settings.place,
        open: () => openPlace(store, id, settings.place),
        actor: this.ground.actor(),
        pc: await readPcName(store, this.ground.actor()),
        from: this.ground.wordsFor(settings.place),
        now: Date.now,
        signal,
        onProgress: running => this.show({ running }),
        ...wish,
      });
      this.show({ held });
      return null;
    } catch (thrown) {
      return toAppError(thrown);
    }
  }

  private settingsCame(settings: SharingSettings | null): void {
    const isNew = settings?.isOn === true && this.view.settings?.isOn !== true;
    this.show({ settings });
    if (isNew) void this.sync({});
  }

  private changed(): void {
    if (!this.view.settings?.isOn) return;
    // Until it is counted: what was just saved has not been sent.
    this.show({ pending: Math.max(1, this.view.pending) });
    void this.countUnsealed().then(unsealed => {
      const pending = unsealed + this.pendingInFiles;
      this.show({ pending });
      if (pending === 0) return;
      clearTimeout(this.soon);
      this.soon = setTimeout(() => void this.sync({}), AFTER_CHANGE_MS);
    });
  }

  private async countUnsealed(): Promise<number> {
    const { store, campaign, signal } = this.ground;
    return signal.aborted ? 0 : (await store.segments(campaign.id).unsealed()).length;
  }

  private async countAll(): Promise<number> {
    const { store, campaign } = this.ground;
    const { settings } = this.view;
    this.pendingInFiles = settings?.isOn ? await countUnsentInFiles(store, campaign, settings.place) : 0;
    return (await this.countUnsealed()) + this.pendingInFiles;
  }

  private show(part: Partial<SharingView>): void {
    this.view = { ...this.view, ...part };
    for (const listener of this.listeners) listener();
  }
}
