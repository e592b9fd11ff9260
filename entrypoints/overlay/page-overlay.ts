import { type Browser, browser } from 'wxt/browser';
import type { Welcome, Wish } from '../../lib/messages/overlay-messages';
import type { PageIndicator, PageRole } from '../../lib/model/page-table';
import { describeField } from '../../lib/page/field-correction';
import type { Turns } from '../../lib/page/in-slices';
import { type FieldMatch, SURE } from '../../lib/page/page-table';
import type { OpenRoot } from '../../lib/page/read-field';
import { FieldWatch } from '../../lib/page/show/field-watch';
import { frameBox } from '../../lib/page/show/frame-box';
import { Marks } from '../../lib/page/show/marks';
import css from '../../lib/page/show/overlay.css?inline';
import { OverlayHost } from '../../lib/page/show/overlay-host';
import { around, deepActive, frameDocument } from '../../lib/page/show/page-tree';
import { type ForeignFrame, type FramesRead, readFrames } from '../../lib/page/show/read-frames';
import { ask, isOrphan } from './ask-background';
import type { KnownField } from './known-field';
import { loadTools, type PanelEar, type ShownCard } from './tools';

/** Nothing moves any more. */
const SETTLED_MS = 160;

/** Hints on one page and the frames of its site in it, until the signal is aborted. */
export class PageOverlay {
  private readonly signal: AbortSignal;
  private readonly host: OverlayHost;
  private readonly marks: Marks;
  private readonly watch: FieldWatch;
  private readonly indicators: ReadonlyMap<string, PageIndicator>;
  private fields = new Map<Element, FieldMatch>();
  private read: FramesRead = { fields: [], foreign: [], broken: [] };
  private card: ShownCard | null = null;
  /** Closed by hand: not shown again before another field is used. */
  private closedAt: Element | null = null;
  private panel: PanelEar | null = null;
  private port: Browser.runtime.Port | null = null;
  /** Asked for while no panel was there. */
  private wants: Wish = null;
  private frame = 0;
  private settled: ReturnType<typeof setTimeout> | undefined;
  private readonly heard = new WeakSet<Document>();

  constructor(
    private readonly page: Document,
    private readonly welcome: Welcome,
    private readonly life: { signal: AbortSignal; end: () => void },
  ) {
    const { signal } = life;
    this.signal = signal;
    this.indicators = new Map(welcome.table.indicators.map(indicator => [indicator.code, indicator]));
    this.host = new OverlayHost(page, css, signal);
    this.marks = new Marks(this.host, page, () => this.drawSoon(), signal);
    const { table, bindings, corrections } = welcome;
    const context = welcome.context === null ? null : { code: welcome.context };
    const recognise = async (turns: Turns): Promise<FieldMatch[] | null> => {
      const onMatches = (fields: FieldMatch[]) => this.showMore(fields);
      const focused = deepActive(page, openRoot);
      const wishes = { ...turns, openRoot, focused, context, bindings, corrections, onMatches };
      const read = await readFrames(page, table, wishes);
      if (read) this.read = read;
      return read?.fields ?? null;
    };
    this.watch = new FieldWatch(
      page,
      { recognise, onFields: fields => this.show(fields), isOurs: node => this.host.holds(node) },
      signal,
    );
    this.hear(page);
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.frame);
      clearTimeout(this.settled);
      this.card?.remove();
    });
  }

  /** A side panel looks at this tab. */
  async connect(port: Browser.runtime.Port, onLeft: () => void): Promise<void> {
    const { signal } = this;
    this.port = port;
    let isOpen = true;
    const close = () => port.disconnect();
    signal.addEventListener('abort', close);
    port.onDisconnect.addListener(() => {
      isOpen = false;
      signal.removeEventListener('abort', close);
      // Another panel may have come in its place: all of them hear one port.
      if (this.port !== port) return;
      this.panel = null;
      onLeft();
    });
    const tools = await loadTools();
    if (signal.aborted || !isOpen || this.port !== port) return;
    this.panel = tools.listenToPanel(port, {
      fields: () => [...this.fields.values()],
      read: () => this.read,
      openRoot,
      assign: (element, code, role) => this.correct(element, code, role),
      isOurs: one => this.host.holds(one),
      signal,
    });
    const active = this.inUse();
    this.panel.focus(active, this.known(active)?.match.element ?? null);
    this.panel.tell(this.wants);
    this.wants = null;
  }

  /** What one turn has found. What was known before stays until the whole page has been read. */
  private showMore(fields: readonly FieldMatch[]): void {
    for (const field of fields) if (this.indicators.has(field.code ?? '')) this.fields.set(field.element, field);
    this.mark();
    if (!this.card) this.follow();
  }

  private show(fields: readonly FieldMatch[]): void {
    this.fields = new Map(fields.filter(({ code }) => this.indicators.has(code ?? '')).map(one => [one.element, one]));
    this.mark();
    void ask({ do: 'overlay:background:found', fields: this.fields.size, frames: this.read.foreign.filter(hasCode) });
    this.panel?.tell();
    this.follow();
  }

  private mark(): void {
    for (const element of this.fields.keys()) this.hear(element.ownerDocument);
    if (this.fields.size > 0 && !this.host.isShown) this.host.standBy(null);
    this.marks.set(
      [...this.fields.values()].map(({ element, confidence }) => ({ element, isSure: confidence >= SURE })),
    );
    this.drawSoon();
  }

  /** Listens in a document once: the page's own, and those of frames with fields. */
  private hear(document: Document): void {
    if (this.heard.has(document)) return;
    this.heard.add(document);
    const quiet = { capture: true, passive: true, signal: this.signal };
    document.addEventListener('focusin', () => this.followFocus(), quiet);
    document.addEventListener('focusout', () => this.follow(), quiet);
    document.addEventListener('input', event => this.typed(event), quiet);
    document.addEventListener('change', event => this.typed(event), quiet);
    for (const type of ['scroll', 'transitionend', 'animationend', 'toggle'] as const) {
      document.addEventListener(type, () => this.drawSoon(), quiet);
    }
    // Tabs, steps and dialogs appear by attributes alone.
    document.addEventListener('click', () => this.watch.lookSoon(), quiet);
    document.addEventListener('pointerdown', ({ target }) => this.pointed(target), quiet);
    document.defaultView?.addEventListener('resize', () => this.drawSoon(), quiet);
    // Frames are loaded after they were put there.
    document.addEventListener('load', ({ target }) => frameDocument(target as Element) && this.watch.readSoon(), quiet);
    document.addEventListener('keydown', event => this.pressed(event), { capture: true, signal: this.signal });
  }

  private followFocus(): void {
    // Nobody answers any more after the extension was reloaded: what is left on the page goes.
    if (isOrphan()) {
      this.life.end();
      return;
    }
    this.watch.readIfStale();
    if (!this.known(this.inUse())) this.watch.lookSoon();
    this.follow();
  }

  private inUse(): Element | null {
    const active = deepActive(this.page, openRoot);
    return this.host.holds(active) ? (this.card?.element ?? null) : active;
  }

  /** The recognised field that this element is, or is part of. */
  private known(element: Element | null): KnownField | null {
    for (let outer = element; outer; outer = around(outer)) {
      const match = this.fields.get(outer);
      const indicator = match && this.indicators.get(match.code ?? '');
      if (indicator) return { match, indicator };
    }
    return null;
  }

  /** Shows the card of the field in use, and no other. */
  private follow(): void {
    const active = this.inUse();
    const field = this.known(active);
    const element = field?.match.element ?? null;
    this.panel?.focus(active, element);
    if (element !== this.closedAt) this.closedAt = null;
    if (this.card && (field ? this.card.shows(field) : this.card.isAnswering && isNothing(active))) return;
    this.card?.remove();
    this.card = null;
    if (field && !this.closedAt) void this.showCard(field);
  }

  private async showCard(field: KnownField): Promise<void> {
    const tools = await loadTools().catch(() => null);
    // Another field is in use by now, or its card is there.
    const now = this.known(this.inUse());
    // A page read again makes new matches of the same fields.
    const isSame =
      now?.match.element === field.match.element &&
      now.match.code === field.match.code &&
      now.match.role === field.match.role;
    if (!tools || this.signal.aborted || this.card || !now || !isSame) return;
    this.host.standBy(now.match.element);
    this.card = tools.showCard(now, {
      host: this.host,
      page: this.page,
      welcome: this.welcome,
      fields: () => [...this.fields.values()],
      openRoot,
      close: () => this.close(),
      // A role that the table does not know is refused by the background.
      confirm: ({ match: { element, code, role } }) => this.correct(element, code, role as PageRole | null),
      askPanel: wants => {
        void ask({ do: 'overlay:background:show-panel' });
        // A panel that is opened only now asks for it when it has come.
        this.wants = this.panel ? null : wants;
        this.panel?.tell(wants);
      },
      signal: this.signal,
    });
    this.drawSoon();
  }

  /** A click elsewhere ends a card that only stays to say what became of a filling. */
  private pointed(target: EventTarget | null): void {
    if (!this.card?.isAnswering || this.host.holds(target)) return;
    this.card.isAnswering = false;
    setTimeout(() => this.follow());
  }

  private close(): void {
    const { card } = this;
    if (!card) return;
    this.closedAt = card.element;
    const hadFocus = this.host.holds(this.page.activeElement);
    card.remove();
    this.card = null;
    if (hadFocus) (this.closedAt as HTMLElement).focus();
  }

  /** A person said what a field is: remembered for the site, and read anew with it. */
  private correct(element: Element, code: string | null, role: PageRole | null): void {
    const correction = { ...describeField(element), code, role };
    void ask({ do: 'overlay:background:correct', correction });
  }

  private typed({ target }: Event): void {
    if (!(target instanceof Object) || this.host.holds(target)) return;
    this.card?.changed();
    this.panel?.changed(this.known(target as Element)?.match.element ?? null);
  }

  private pressed(event: KeyboardEvent): void {
    if (!event.isTrusted || event.isComposing || !this.card) return;
    if (event.key === 'Escape') {
      // One press, one thing closed: not the page's dialog as well, with what was typed in it.
      event.preventDefault();
      event.stopImmediatePropagation();
      this.close();
    } else if (event.altKey && event.code === 'KeyJ' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.card.focus();
    }
  }

  /** One frame for whatever moved, and one look more when nothing moves any more. */
  private drawSoon(): void {
    if (this.signal.aborted || !this.host.isShown) return;
    clearTimeout(this.settled);
    this.settled = setTimeout(() => this.draw(true), SETTLED_MS);
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw(false);
    });
  }

  private draw(settled: boolean): void {
    if (this.card) {
      const box = this.card.element.isConnected ? frameBox(this.card.element, this.page) : null;
      if (box) this.card.moveBeside(box);
      else this.card.hide();
    }
    this.marks.draw(settled);
  }
}

const hasCode = (frame: ForeignFrame): frame is ForeignFrame & { code: string } => frame.code !== null;

const isNothing = (active: Element | null): boolean => active === null || /^(?:body|html)$/.test(active.localName);

/** Closed roots of components too, where the browser lets extensions in (Chromium). Asked for components only: it is no cheap question. */
const openRoot: OpenRoot = element => {
  if (element.shadowRoot || !element.localName.includes('-')) return element.shadowRoot;
  const dom = (browser as { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } }).dom;
  // Elements of XML in a page may have such names too.
  return dom && 'contentEditable' in element ? dom.openOrClosedShadowRoot(element) : null;
};
