import { onVisibleClick } from '../visible-click';
import css from './card.css?inline';
import type { OverlayHost } from './overlay-host';
import { type Box, placeCard } from './place-card';

export interface CardLine {
  text: string;
  look?: 'small' | 'long' | 'bad';
}

export interface CardButton {
  label: string;
  look?: 'main' | 'plain';
  act: () => void;
}

export interface CardContent {
  /** Its name for screen readers. */
  label: string;
  head: string;
  aside: string;
  lines: readonly CardLine[];
  buttons: readonly CardButton[];
  close: string;
  dark: boolean;
}

interface CardWishes {
  onClose: () => void;
  /** A click that did not count, because something covered the card. */
  onUnseen: () => void;
}

/**
 * The card beside the field in use. What it says is drawn by the style sheet from attributes (card.css), so that window.find and
 * selections of the page find nothing; its buttons count clicks of a person only, on a card that is really seen. It never takes the
 * focus: pressing a button with the mouse leaves it in the field.
 */
export class Card {
  private readonly box: HTMLElement;
  private readonly facts: HTMLElement;
  private readonly status: HTMLElement;
  private readonly buttons: HTMLElement;
  private offered: HTMLElement | null = null;
  private readonly ended = new AbortController();

  constructor(
    private readonly host: OverlayHost,
    private readonly page: Document,
    content: CardContent,
    private readonly wishes: CardWishes,
  ) {
    this.box = this.made('section', `card${content.dark ? ' dark' : ''}`);
    this.box.setAttribute('aria-label', content.label);
    const head = this.made('div', 'head');
    head.append(this.said('b', '', content.head), this.said('span', 'small', content.aside));
    const lines = this.made('div', '');
    lines.append(...content.lines.map(line => this.line(line)));
    this.facts = this.made('div', '');
    this.status = this.said('p', 'small', '');
    this.status.setAttribute('role', 'status');
    this.buttons = this.made('div', 'buttons');
    this.buttons.append(...content.buttons.map(button => this.button(button)));
    const close = this.button({ label: '×', act: wishes.onClose }, 'close');
    close.setAttribute('aria-label', content.close);
    close.title = content.close;
    const style = this.made('style', '');
    style.textContent = css;
    this.box.append(style, head, lines, this.facts, this.status, this.buttons, close);
    this.box.addEventListener('mousedown', event => event.preventDefault());
    // What is pressed in here is no business of the page, as far as it can be kept from it.
    for (const type of ['click', 'keydown', 'keyup', 'pointerdown', 'mousedown', 'mouseup'] as const) {
      this.box.addEventListener(type, event => event.stopPropagation());
    }
    this.host.root.append(this.box);
  }

  /** What follows the typing: count of letters, a score over its weight. */
  showFacts(lines: readonly CardLine[]): void {
    this.facts.replaceChildren(...lines.map(line => this.line(line)));
  }

  /** What became of a click. */
  say(text: string): void {
    this.status.dataset.said = text;
  }

  /** One button more, first of all: to take back what was filled in. */
  offer(button: CardButton): void {
    this.offered?.remove();
    this.offered = this.button(button);
    this.buttons.prepend(this.offered);
  }

  /** Reads, then writes: once a frame at most. */
  moveBeside(field: Box): void {
    const { width, height } = this.box.getBoundingClientRect();
    const { clientWidth, clientHeight } = this.page.documentElement;
    const view = { width: clientWidth || innerWidth, height: innerHeight || clientHeight };
    const place = placeCard(field, { width, height }, view);
    const local = place && this.host.measure()(place.left, place.top);
    // Hidden in a way that keeps its size, for the next time there is room.
    this.box.style.visibility = local ? '' : 'hidden';
    if (local) this.box.style.transform = `translate(${local.left}px,${local.top}px)`;
  }

  hide(): void {
    this.box.style.visibility = 'hidden';
  }

  focus(): void {
    this.buttons.querySelector('button')?.focus();
  }

  remove(): void {
    this.ended.abort();
    this.box.remove();
  }

  private line({ text, look = 'small' }: CardLine): HTMLElement {
    return this.said('p', look === 'long' ? 'small long' : look, text);
  }

  private button({ label, look, act }: CardButton, className: string = look ?? ''): HTMLElement {
    const button = this.made('button', className);
    button.textContent = label;
    button.setAttribute('type', 'button');
    const { signal } = this.ended;
    onVisibleClick(button, act, { signal, onIgnored: () => this.wishes.onUnseen() });
    return button;
  }

  private said(tag: string, className: string, text: string): HTMLElement {
    const element = this.made(tag, className);
    element.dataset.said = text;
    return element;
  }

  private made(tag: string, className: string): HTMLElement {
    const element = this.page.createElement(tag);
    if (className) element.className = className;
    return element;
  }
}
