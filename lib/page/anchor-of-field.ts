import type { Anchor } from './find-anchors';
import { cellOf, type PageView } from './page-view';
import type { TableGrid } from './table-grid';
import { keyLength, type TextIndex, textKey } from './text-index';

export interface FoundAnchor {
  indicator: number;
  confidence: number;
  why: string;
}

type Step = FoundAnchor | 'none' | null;

/** All anchors of the page with quick answers about parts of it. */
export class AnchorMap {
  private readonly mains = new Map<Element, number>();

  constructor(
    readonly view: PageView,
    readonly anchors: readonly Anchor[],
  ) {}

  /** Anchors inside an element, in order. */
  in(element: Element): readonly Anchor[] {
    const [from, to] = this.view.rangeOf(element);
    return this.anchors.slice(this.before(from), this.before(to));
  }

  /** The column in which a table prints its indicators: measures and rules beside it may repeat their words. */
  mainColumn(table: Element, grid: TableGrid): number {
    let main = this.mains.get(table);
    if (main === undefined) {
      const sums: number[] = [];
      main = -1;
      for (const { element, score } of this.in(table)) {
        const column = grid.placeOf(element)?.column;
        if (column === undefined) continue;
        sums[column] = (sums[column] ?? 0) + score;
        if (main < 0 || sums[column]! > sums[main]!) main = column;
      }
      this.mains.set(table, main);
    }
    return main;
  }

  /** Number of anchors before an item. */
  before(index: number): number {
    let low = 0;
    let high = this.anchors.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.anchors[middle]!.index < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The indicator a field belongs to, by the nearest evidence; null when there is none that can be relied on. */
export function anchorOfField(map: AnchorMap, index: number, texts: TextIndex): FoundAnchor | null {
  const element = map.view.items[index]!.element;
  const found = byOwnWords(element, texts) ?? byTable(map, element) ?? byContainer(map, element, index);
  return found === 'none' ? null : found;
}

/** Attributes in which a field speaks for itself. */
export const OWN_WORDS = ['aria-label', 'title', 'placeholder'];

function byOwnWords(element: Element, texts: TextIndex): FoundAnchor | null {
  for (const name of OWN_WORDS) {
    const text = element.getAttribute(name) ?? '';
    const [best, next] = texts.score(text);
    if (best && best.score >= 0.72 && !(next && next.score > best.score - 0.03) && keyLength(textKey(text)) >= 8) {
      return { indicator: best.indicator, confidence: Math.min(1, best.score), why: name };
    }
  }
  return null;
}

function found(anchor: Anchor, why: string, factor = 1): FoundAnchor {
  return { indicator: anchor.indicator, confidence: anchor.score * factor, why };
}

function single(anchors: readonly Anchor[]): Anchor | null {
  let best: Anchor | null = null;
  for (const anchor of anchors) {
    if (best && best.indicator !== anchor.indicator) return null;
    if (!best || anchor.score > best.score) best = anchor;
  }
  return best;
}

const TOUCH = 3;
const TOTAL = /^(?:本项)?(?:[小合总]\s*计|总得?分)/;

/** Row, then column, then the rows above, in each table around the field from the innermost outwards. */
function byTable(map: AnchorMap, element: Element): Step {
  const { view } = map;
  for (let cell = cellOf(view, element); cell; cell = cellOf(view, cell.closest('table')!)) {
    const table = cell.closest('table')!;
    if (!map.in(table).length) continue;
    const grid = view.grid(table);
    const place = grid.placeOf(cell);
    if (!place) continue;
    const inRow: Anchor[] = [];
    const main = map.mainColumn(table, grid);
    const cells = new Set(grid.rows.slice(place.row, place.row + place.rows).flat());
    for (const other of cells) {
      if (!other || other === cell) continue;
      if (TOTAL.test(view.textIn(other))) return 'none';
      const anchor = single(map.in(other));
      if (anchor) inRow.push(anchor);
    }
    const inMain = single(inRow.filter(({ element: at }) => grid.placeOf(at)?.column === main));
    if (inMain) return found(inMain, 'row');
    const own = map.in(cell).filter(({ index }) => index < view.rangeOf(element)[0]);
    if (own.length) return null; // the cell is a small page of its own
    const inColumn = columnAnchor(map, grid.rows, place);
    const row = single(inRow);
    if (inColumn && (!row || inRow.length > 1)) return found(inColumn, 'column');
    if (row) return found(row, 'row');
    if (inRow.length > 1) {
      const left = inRow.filter(({ index }) => index < view.rangeOf(cell!)[0]);
      const nearest = left[left.length - 1];
      return nearest ? found(nearest, 'left cell', 0.8) : 'none';
    }
    return aboveInTable(map, grid.rows, place, cell) ?? 'none';
  }
  return null;
}

type Rows = readonly (readonly (Element | undefined)[])[];
interface Place {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** In a transposed table the indicators head the columns. */
function columnAnchor(map: AnchorMap, rows: Rows, place: Place): Anchor | null {
  for (let row = place.row - 1; row >= 0; row--) {
    const cell = rows[row]![place.column];
    const anchor = cell && single(map.in(cell));
    if (!anchor) continue;
    const others = new Set(rows[row]!.flatMap(other => (other ? [single(map.in(other))?.indicator] : [])));
    others.delete(undefined);
    return others.size > 1 && map.view.fieldsIn(cell) === 0 ? anchor : null;
  }
  return null;
}

/** A form drawn as a table: the indicator in a row of its own, its fields in the rows below. */
function aboveInTable(map: AnchorMap, rows: Rows, place: Place, own: Element): FoundAnchor | null {
  const { view } = map;
  for (let row = place.row - 1; row >= 0; row--) {
    const cells = [...new Set(rows[row])].filter(cell => cell !== undefined);
    const anchors = cells.flatMap(cell => map.in(cell));
    if (!anchors.length) {
      if (cells.some(cell => TOTAL.test(view.textIn(cell)))) return null;
      continue;
    }
    const anchor = single(anchors);
    if (!anchor) return null;
    const column = rows[row]!.findIndex(cell => cell && map.in(cell).includes(anchor));
    const wide = place.columns >= 0.6 * rows[row]!.length;
    if (!wide && cells.some(cell => view.fieldsIn(cell) > 0)) return null; // a grid: that row answers for itself
    for (let below = row + 1; below <= place.row; below++) {
      const cell = rows[below]![column];
      // A stranger's text where the indicators stand begins the stranger's fields.
      if (cell && cell !== own && view.fieldsIn(cell) === 0 && keyLength(textKey(view.textIn(cell))) >= 8) return null;
    }
    return found(anchor, 'rows above', 0.97);
  }
  return null;
}

/** The smallest part of the page that holds the field and an indicator; beside it, or after it. */
function byContainer(map: AnchorMap, element: Element, index: number): Step {
  const { view } = map;
  const layer = view.layer(element);
  let child = element;
  for (let part = view.up(element); part; child = part, part = view.up(part)) {
    const anchors = map.in(part);
    if (anchors.length) {
      const codes = new Set(anchors.map(({ indicator }) => indicator));
      const last = anchors[0]!.index > index;
      if (codes.size > 1 || last) {
        const beside = byGeometry(map, anchors, element);
        if (beside) return beside;
        // Where indicators have their fields beside them, a field without one beside it is a stranger's.
        if (anchors.some(anchor => anchor.index < index && hasFieldBeside(map, anchor, part!))) return 'none';
      }
      const preceding = anchors.filter(anchor => anchor.index < index).pop();
      if (preceding) return precedes(map, preceding, part, child, index) ? found(preceding, 'heading') : null;
    }
    if (part === layer) return null;
  }
  return null;
}

/** Whether an indicator's text heads the field: its own branch is no closed group, and no other heading stands between. */
function precedes(map: AnchorMap, anchor: Anchor, part: Element, fieldBranch: Element, index: number): boolean {
  const { view } = map;
  let branch: Element | null = anchor.element;
  if (branch !== part) {
    while (view.up(branch!) !== part) branch = view.up(branch!);
    if (!single(map.in(branch!))) return false;
    const fields = view.fieldsIn(branch!);
    if (fields > 1 || (fields && view.look(branch!) === view.look(fieldBranch))) return false;
  }
  return !stopped(map, anchor, index);
}

const NUMBERED = /^\s*[（(【[第]?[\d一二三四五六七八九十]{1,3}[\s、.．)）】\]]/;

function stopped(map: AnchorMap, anchor: Anchor, index: number): boolean {
  const { view } = map;
  const rank = headingRank(anchor.element);
  const look = view.look(anchor.element);
  const numbered = NUMBERED.test(view.items[anchor.index]!.text);
  let fields = 0;
  for (let at = anchor.index + 1; at < index; at++) {
    const { kind, element, text } = view.items[at]!;
    if (kind !== 'text') {
      fields++;
      continue;
    }
    if (element === anchor.element) continue;
    const other = headingRank(element);
    if (other && (rank ? other <= rank : fields)) return true;
    const alike = view.look(element) === look && (fields || (numbered && NUMBERED.test(text)));
    if (alike && keyLength(textKey(text)) >= 8) return true;
  }
  return false;
}

/** 1 to 6; 0 for what is no heading. */
function headingRank(element: Element): number {
  const heading = element.closest('h1,h2,h3,h4,h5,h6,legend,summary,caption,[role=heading]');
  return heading ? Number(heading.localName[1]) || 3 : 0;
}

function hasFieldBeside(map: AnchorMap, anchor: Anchor, part: Element): boolean {
  const { view } = map;
  if (!view.hasLayout) return false;
  const text = view.rect(anchor.element);
  const [from, to] = view.rangeOf(part);
  for (let at = from; at < to; at++) {
    const { kind, element } = view.items[at]!;
    if (kind !== 'field' || !view.visible(element)) continue;
    const box = view.rect(element);
    const middle = (box.top + box.bottom) / 2;
    if (middle > text.top && middle < text.bottom && box.left > text.right - TOUCH) return true;
  }
  return false;
}

/** Farther than anything on a page. */
const BEYOND = 1e9;

/** The same horizontal band: frozen columns, virtual rows, grids of divs. */
function byGeometry(map: AnchorMap, anchors: readonly Anchor[], element: Element): FoundAnchor | null {
  const { view } = map;
  if (!view.hasLayout) return null;
  const layer = view.layer(element);
  const own = view.rect(element);
  const middle = (own.top + own.bottom) / 2;
  let best: Anchor | null = null;
  let bestGap = BEYOND;
  for (const anchor of anchors) {
    if (view.layer(anchor.element) !== layer) continue;
    const box = view.rect(anchor.element.closest('tr,[role=row],td') ?? anchor.element);
    if (middle < box.top || middle > box.bottom || box.height > 600) continue;
    const text = view.rect(anchor.element);
    const [right, left] = [own.left - text.right, text.left - own.right];
    // Fields stand right of their text as a rule; edges may touch.
    const gap = right > -TOUCH ? right : left > -TOUCH ? left + 10_000 : BEYOND;
    if (gap < bestGap) {
      best = anchor;
      bestGap = gap;
    }
  }
  return best && found(best, 'band', 0.99);
}
