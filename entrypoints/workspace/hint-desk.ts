import { localDay } from '../../lib/model/calendar-day';
import type { Guidance } from '../../lib/model/guidance';
import type { Item } from '../../lib/model/item';
import type { RecognisedTable, Recognition } from '../../lib/model/table';
import type { CampaignFilling } from '../../lib/tasks/campaign-filling';
import { CampaignHints, type HintReading, NO_HINTS } from '../../lib/tasks/campaign-hints';

/** Hints follow when typing rests, not with every letter. */
const SETTLED = 300;
/** The page is drawn before the tables are read for hints. */
const FIRST = 120;

/**
 * Reading 1,000 indicators takes most of a second once, and a thirtieth of that after an edit. Larger campaigns are read section by
 * section beside the item that is open, and as a whole only for the page that lists all hints.
 */
const READ_WHOLE = 1_000;

interface HintDeskGround {
  recognition: Recognition;
  filling: CampaignFilling;
  items: () => readonly Item[];
}

/** The hints of the open campaign, kept up to date behind the typing. */
export class HintDesk {
  private hints: CampaignHints | null = null;
  private reading: HintReading = NO_HINTS;
  private guidance: ReadonlyMap<RecognisedTable, Guidance> = new Map();
  private ended = false;
  /** What is read: all, the section of the item that is open, or nothing yet. */
  private scope: 'all' | Item | null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly ground: HintDeskGround,
    signal: AbortSignal,
  ) {
    this.scope = this.isLarge() ? null : 'all';
    // Before that, all would seem unanswered.
    void ground.filling.opened.then(() => this.schedule());
    signal.addEventListener('abort', () => {
      this.ended = true;
      clearTimeout(this.timer);
    });
  }

  get current(): HintReading {
    return this.reading;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Items or the campaign's own answers changed. */
  changed(): void {
    this.schedule();
  }

  /** The item that is looked at, or null for all of them. Only large campaigns are read in parts. */
  look(entity: string | null): void {
    if (!this.isLarge()) return;
    const scope = entity === null ? 'all' : (this.ground.items().find(one => one.entity === entity) ?? null);
    if (scope === this.scope || (sectionOf(scope) !== null && sectionOf(scope) === sectionOf(this.scope))) return;
    this.scope = scope;
    this.hints = null;
    this.reading = NO_HINTS;
    for (const listener of this.listeners) listener();
    void this.ground.filling.opened.then(() => this.schedule());
  }

  advise(guidance: ReadonlyMap<RecognisedTable, Guidance>): void {
    this.guidance = guidance;
    this.hints = null;
    void this.ground.filling.opened.then(() => this.schedule());
  }

  overviews(): ReturnType<CampaignHints['overviews']> {
    return this.hints?.overviews(this.reading) ?? [];
  }

  /** Where a person waits for it, such as a hint put aside. */
  now(): void {
    clearTimeout(this.timer);
    this.read();
  }

  private isLarge(): boolean {
    return this.ground.items().length > READ_WHOLE;
  }

  private schedule(): void {
    clearTimeout(this.timer);
    if (this.ended || this.scope === null) return;
    this.timer = setTimeout(() => this.read(), this.hints ? SETTLED : FIRST);
  }

  private read(): void {
    const { recognition, filling } = this.ground;
    if (this.scope === null) return;
    const part = this.scope === 'all' ? null : partOf(this.scope);
    const items = this.ground.items();
    const { problems } = recognition;
    const tables = part ? [part] : recognition.tables;
    const guidance = part ? new Map() : this.guidance;
    this.hints =
      (!part && this.hints) || new CampaignHints({ tables, problems, guidance }, place => filling.value(place));
    const read = part
      ? items.filter(item => item.section === part.sections[0]).map(item => ({ ...item, table: part }))
      : items;
    const reading = this.hints.at(read, localDay(new Date()));
    // A part's count would be taken for the whole's.
    this.reading = part ? { ...reading, serious: 0 } : reading;
    for (const listener of this.listeners) listener();
  }
}

/** A table of the item's section alone: what is said of the sum of all sections is left to the whole. */
function partOf({ table, section }: Item): RecognisedTable {
  return { ...table, sections: [section], total: null };
}

const sectionOf = (scope: 'all' | Item | null) => (scope === null || scope === 'all' ? null : scope.section);
