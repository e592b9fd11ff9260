import type { Turns } from '../in-slices';
import { TYPED_INTO, WATCHED, worthReading } from '../page-changes';
import type { FieldMatch } from '../page-table';
import { frameDocument } from './page-tree';

/** A page that is being built changes many times; it is read when it rests, and not more often than this. */
const REST_MS = 250;
const MOST_OFTEN_MS = 1_000;

interface WatchWishes {
  /** Recognises in turns; null when it was stopped. */
  recognise: (turns: Turns) => Promise<FieldMatch[] | null>;
  onFields: (fields: FieldMatch[]) => void;
  /** What we put on the page ourselves. */
  isOurs: (node: Node) => boolean;
}

/**
 * Reads the page's fields when the page is idle and again after its structure or texts changed. Attributes are not watched (a component
 * library changes hundreds while one word is typed), and no callback reads layout.
 */
export class FieldWatch {
  private readonly observer: MutationObserver;
  private readonly roots = new Set<Node>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastRead = Number.NEGATIVE_INFINITY;
  private reading: AbortController | null = null;
  private isStale = false;
  private hasFields = false;
  private look: ReturnType<typeof setTimeout> | undefined;
  private drawnThen = 0;

  constructor(
    page: Document,
    private readonly wishes: WatchWishes,
    private readonly signal: AbortSignal,
  ) {
    this.observer = new MutationObserver(records => {
      if (worthReading(records, { isOurs: wishes.isOurs, hasFields: this.hasFields })) this.readSoon();
    });
    this.watch(page);
    signal.addEventListener('abort', () => {
      this.observer.disconnect();
      clearTimeout(this.timer);
      clearTimeout(this.look);
      this.reading?.abort();
    });
    this.readNow();
  }

  /** Documents of frames and shadow roots that fields were found in. */
  watch(root: Node): void {
    if (this.roots.has(root)) return;
    this.roots.add(root);
    this.observer.observe(root, WATCHED);
  }

  /** As when a field is used that was not known. Does nothing while nothing changed. */
  readIfStale(): void {
    if (this.isStale) this.readNow();
  }

  /** Something may have been shown or hidden without a change of structure: read if other fields are drawn than before. */
  lookSoon(): void {
    clearTimeout(this.look);
    this.look = setTimeout(() => {
      if (!this.signal.aborted && this.drawn() !== this.drawnThen) this.readSoon();
    }, REST_MS);
  }

  /** How many fields are drawn: one reading of layout at a click, none while nothing is clicked. */
  private drawn(): number {
    let count = 0;
    for (const root of this.roots) {
      if (root.nodeType === Node.DOCUMENT_NODE && !(root as Document).defaultView) continue;
      for (const field of (root as ParentNode).querySelectorAll(TYPED_INTO)) count += field.getClientRects().length;
    }
    return count;
  }

  readSoon(): void {
    this.isStale = true;
    if (this.timer !== undefined || this.signal.aborted) return;
    const wait = Math.max(REST_MS, this.lastRead + MOST_OFTEN_MS - performance.now());
    this.timer = setTimeout(() => this.readNow(), wait);
  }

  private readNow(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.signal.aborted) return;
    this.isStale = false;
    // What was being read is out of date.
    this.reading?.abort();
    this.reading = new AbortController();
    void this.read(this.reading.signal);
  }

  private async read(signal: AbortSignal): Promise<void> {
    await whenIdle();
    if (signal.aborted) return;
    this.drawnThen = this.drawn();
    const fields = await this.wishes.recognise({ now: () => performance.now(), pause: whenIdle, signal });
    if (fields === null || signal.aborted) return;
    this.lastRead = performance.now();
    this.hasFields = fields.length > 0;
    for (const { element } of fields) this.watchAround(element);
    this.wishes.onFields(fields);
    // Marks were drawn: asking for layout in the same turn would keep the page waiting for twice as long.
    await whenIdle();
    if (signal.aborted) return;
    // A dialog opened while the page was being read.
    const drawn = this.drawn();
    if (drawn !== this.drawnThen) this.readSoon();
    this.drawnThen = drawn;
  }

  /** Changes inside of a shadow root or a frame are not seen from outside. */
  private watchAround(element: Element): void {
    this.watch(element.getRootNode());
    const inner = frameDocument(element);
    if (inner) this.watch(inner);
  }
}

/** In a hidden tab idle callbacks wait until it is seen, which is soon enough. */
function whenIdle(): Promise<void> {
  return new Promise(resolve => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve, 1);
  });
}
