import { frameBox } from './frame-box';
import type { OverlayHost } from './overlay-host';
import { around } from './page-tree';

export interface MarkedField {
  element: Element;
  isSure: boolean;
}

/** Beyond that a page is a wall of dots, and drawing them costs more than they say. */
const MOST_MARKS = 200;

/** A dot at each recognised field in sight, drawn in one go: all places are read before anything is written. */
export class Marks {
  private fields = new Map<Element, MarkedField>();
  private readonly inSight = new Set<Element>();
  private readonly drawn = new Map<Element, HTMLElement>();
  private readonly observer: IntersectionObserver;

  constructor(
    private readonly host: OverlayHost,
    private readonly page: Document,
    /** Something came into sight or left it: draw in the next frame. */
    onSight: () => void,
    signal: AbortSignal,
  ) {
    this.observer = new IntersectionObserver(entries => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) this.inSight.add(target);
        else this.inSight.delete(target);
      }
      onSight();
    });
    signal.addEventListener('abort', () => this.observer.disconnect());
  }

  get areThere(): boolean {
    return this.fields.size > 0;
  }

  set(fields: readonly MarkedField[]): void {
    const next = new Map(fields.map(field => [field.element, field]));
    for (const element of this.fields.keys()) {
      if (next.has(element)) continue;
      this.observer.unobserve(element);
      this.inSight.delete(element);
    }
    for (const element of next.keys()) if (!this.fields.has(element)) this.observer.observe(element);
    this.fields = next;
  }

  /** `settled`: nothing moves any more, so what covers a field is looked at too. */
  draw(settled: boolean): void {
    const seen = [...this.inSight].slice(0, MOST_MARKS);
    const toLocal = this.host.measure();
    const places = seen.map(element => ({ element, place: this.placeOf(element, settled) }));
    for (const [element, mark] of this.drawn) {
      if (this.inSight.has(element)) continue;
      mark.remove();
      this.drawn.delete(element);
    }
    for (const { element, place } of places) {
      const mark = this.drawn.get(element) ?? this.newMark(element);
      mark.hidden = place === null;
      if (place === null) continue;
      mark.className = this.fields.get(element)?.isSure ? 'mark' : 'mark maybe';
      const { left, top } = toLocal(place.x, place.y);
      mark.style.transform = `translate(${left}px,${top}px)`;
    }
  }

  /** The upper right corner; null where the field is not drawn, or something of the page lies over it. */
  private placeOf(element: Element, settled: boolean): { x: number; y: number } | null {
    const box = frameBox(element, this.page);
    if (!box) return null;
    const place = { x: box.left + box.width, y: box.top };
    if (!settled) return place;
    const over = this.page.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return over === null || this.belongs(over, element) ? place : null;
  }

  /** Fields sit in boxes of their own, under icons, or in frames: one holds the other. */
  private belongs(over: Element, element: Element): boolean {
    if (this.host.holds(over) || over.contains(element)) return true;
    for (let outer: Element | null = element; outer; outer = around(outer)) if (outer === over) return true;
    return element.parentElement?.contains(over) ?? false;
  }

  private newMark(element: Element): HTMLElement {
    const mark = this.page.createElement('div');
    this.drawn.set(element, mark);
    this.host.root.append(mark);
    return mark;
  }
}
