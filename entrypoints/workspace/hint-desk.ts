import { localDay } from '../../components/indicator/days-left';
import type { Guidance } from '../../lib/model/guidance';
import type { Item } from '../../lib/model/item';
import type { RecognisedTable, Recognition } from '../../lib/model/table';
import type { CampaignFilling } from '../../lib/tasks/campaign-filling';
import { CampaignHints, type HintReading, NO_HINTS } from '../../lib/tasks/campaign-hints';

/** Hints follow when typing rests, not with every letter. */
const SETTLED = 300;
/** The page is drawn before the tables are read for hints. */
const FIRST = 120;

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
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly ground: HintDeskGround,
    signal: AbortSignal,
  ) {
    // Before that, all would seem unanswered.
    void ground.filling.opened.then(() => this.changed());
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
    clearTimeout(this.timer);
    if (this.ended) return;
    this.timer = setTimeout(() => this.read(), this.hints ? SETTLED : FIRST);
  }

  advise(guidance: ReadonlyMap<RecognisedTable, Guidance>): void {
    this.guidance = guidance;
    this.hints = null;
    void this.ground.filling.opened.then(() => this.changed());
  }

  overviews(): ReturnType<CampaignHints['overviews']> {
    return this.hints?.overviews(this.reading) ?? [];
  }

  /** Where a person waits for it, such as a hint put aside. */
  now(): void {
    clearTimeout(this.timer);
    this.read();
  }

  private read(): void {
    const { recognition, filling, items } = this.ground;
    this.hints ??= new CampaignHints(
      { tables: recognition.tables, problems: recognition.problems, guidance: this.guidance },
      place => filling.value(place),
    );
    this.reading = this.hints.at(items(), localDay(new Date()));
    for (const listener of this.listeners) listener();
  }
}
