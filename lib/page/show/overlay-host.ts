import { around } from './page-tree';

/** A page that removes us again and again is not fought: so often, then not before its next field is used. */
const MOST_RETURNS = 3;

/**
 * The one element of ours on a page: a closed shadow root in the top layer, so that neither the page's styles nor its stacking reach what
 * is in it. It takes no space, no clicks and no focus of its own.
 */
export class OverlayHost {
  readonly root: ShadowRoot;
  private readonly host: HTMLElement;
  private readonly probe: HTMLElement;
  private readonly guard: MutationObserver;
  private home: Element | null = null;
  private returns = 0;

  constructor(
    private readonly page: Document,
    css: string,
    signal: AbortSignal,
  ) {
    this.host = page.createElement('div');
    this.root = this.host.attachShadow({ mode: 'closed' });
    const style = page.createElement('style');
    style.textContent = css;
    this.probe = page.createElement('i');
    this.root.append(style, this.probe);
    this.guard = new MutationObserver(() => this.returnHome());
    signal.addEventListener('abort', () => {
      this.guard.disconnect();
      this.host.remove();
    });
  }

  get isShown(): boolean {
    return this.host.isConnected;
  }

  /** Whether the focus or a click is in here. */
  holds(target: EventTarget | null): boolean {
    return target === this.host;
  }

  /**
   * Makes what is in here visible beside this field: inside of the dialog, popover or fullscreen element around it, because while one
   * is open everything outside of it is out of reach.
   */
  standBy(field: Element | null): void {
    this.returns = 0;
    const home = (field && this.layerOf(field)) ?? this.page.documentElement;
    if (home !== this.home || !this.host.isConnected) this.moveTo(home);
  }

  /** From the window's coordinates to those of `position: absolute` in here: zoom and transforms of the page move and scale even a fixed box. */
  measure(): (x: number, y: number) => { left: number; top: number } {
    const { left, top, width } = this.probe.getBoundingClientRect();
    const scale = width / PROBE_WIDTH || 1;
    return (x, y) => ({ left: (x - left) / scale, top: (y - top) / scale });
  }

  private layerOf(field: Element): Element | null {
    for (let element: Element | null = field; element; element = around(element)) {
      if (element.ownerDocument !== this.page) continue;
      if (element === this.page.fullscreenElement || isOpenLayer(element)) return element;
    }
    return null;
  }

  private moveTo(home: Element): void {
    this.guard.disconnect();
    this.home = home;
    home.append(this.host);
    // Only direct children are watched: one record when we are removed, none for what the page does inside.
    this.guard.observe(home, { childList: true });
    if ('popover' in this.host) {
      (this.host as HTMLElement).popover = 'manual';
      this.host.showPopover();
    }
  }

  private returnHome(): void {
    if (this.host.isConnected || !this.home) return;
    this.returns += 1;
    if (this.returns > MOST_RETURNS) {
      this.guard.disconnect();
      return;
    }
    // Pages that clean up after others look at the children of html and body, not deeper.
    const { body } = this.page;
    const deeper = this.home === this.page.documentElement ? body : (this.home.lastElementChild ?? body);
    this.moveTo(deeper?.isConnected ? deeper : this.page.documentElement);
  }
}

/** As in overlay.css. */
const PROBE_WIDTH = 100;

function isOpenLayer(element: Element): boolean {
  if (element.localName === 'dialog') return (element as HTMLDialogElement).open;
  // Unknown to Chromium below 114, where such a selector throws.
  return element.hasAttribute('popover') && 'popover' in element && element.matches(':popover-open');
}
