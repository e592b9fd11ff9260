import { type LabelRole, labelRole, wholeLabelRole } from './label-role';
import type { PageItem } from './page-items';
import { cellOf, type PageView } from './page-view';

/** Pixels within which texts stand on one line. */
const LINE = 5;
/** Pixels between a label and the field below it. */
const FAR = 90;
const NO_LABEL = { role: 'other', text: '', from: 'none' } as const;

export interface FieldLabel {
  role: LabelRole;
  text: string;
  from: string;
}

/** The label of a field, from the nearest evidence on. Only texts with a known meaning are labels. */
export function labelOfField(view: PageView, index: number): FieldLabel | null {
  const { element } = view.items[index]!;
  const cell = cellOf(view, element);
  return (
    explicit(view, element) ??
    (cell && before(view, index, view.rangeOf(cell)[0])) ??
    inTable(view, element) ??
    beforeInWrapper(view, element, index) ??
    fromAttributes(element, ['placeholder', 'title', 'data-label', 'data-title']) ??
    headerAbove(view, element)
  );
}

/** Headings that name nothing to fill in are no labels. */
function read(text: string | null | undefined, from: string, roleOf = labelRole): FieldLabel | null {
  const role = text ? roleOf(text) : null;
  return role && role !== 'other' ? { role, text: text!.trim(), from } : null;
}

function fromAttributes(element: Element, names: readonly string[]): FieldLabel | null {
  for (const name of names) {
    const label = read(element.getAttribute(name), name);
    if (label) return label;
  }
  return null;
}

function explicit(view: PageView, element: Element): FieldLabel | null {
  const scope = element.getRootNode() as Document;
  for (const id of (element.getAttribute('aria-labelledby') ?? '').split(/\s+/)) {
    const named = scope.getElementById(id);
    const label = named && read(named.textContent, 'label');
    if (label) return label;
  }
  for (const label of (element as HTMLInputElement).labels ?? []) {
    // It may be drawn around its field, with counters and warnings in it too.
    const [from, to] = view.rangeOf(label);
    for (let at = from; at < to; at++) {
      const text = read(view.items[at]!.text, 'label');
      if (text) return text;
    }
  }
  return fromAttributes(element, ['aria-label']);
}

/** The text just before the field, no other field between. */
function before(view: PageView, index: number, from: number): FieldLabel | null {
  for (let at = index - 1; at >= from && at >= index - 3; at--) {
    const item = view.items[at]!;
    if (item.kind !== 'text') {
      if (!view.visible(item.element)) continue; // the native control behind a drawn one
      return null;
    }
    const label = read(item.text, 'before');
    if (label && view.visible(item.element) && near(view, item.element, view.items[index]!.element)) return label;
  }
  return null;
}

/** A label stands left of its field, or above it and not far. */
function near(view: PageView, label: Element, element: Element): boolean {
  if (!view.hasLayout) return true;
  const own = view.rect(element);
  const box = view.rect(label);
  if (box.left >= own.right || box.top >= own.bottom) return false;
  return box.bottom > own.top || (own.top - box.bottom < FAR && box.right > own.left);
}

function inTable(view: PageView, element: Element): FieldLabel | null {
  for (let cell = cellOf(view, element); cell; cell = cellOf(view, cell.closest('table')!)) {
    const grid = view.grid(cell.closest('table')!);
    const place = grid.placeOf(cell);
    if (!place) continue;
    const header = columnHeader(view, grid.rows, place.row, place.column);
    if (header && header !== NO_LABEL) return header;
    const row = grid.rows[place.row]!;
    for (const other of [row[place.column - 1], row[0]]) {
      const label =
        other && other !== cell && !view.fieldsIn(other) && read(view.textIn(other), 'left', wholeLabelRole);
      if (label) return label;
    }
    if (header) return fromAttributes(element, ['placeholder', 'title']) ?? header;
    if (grid.rows.length > 1 && row.length > 1) return null;
  }
  return null;
}

/** The heading of a column: the nearest rows above without fields and with two known headings at least, joined. */
function columnHeader(
  view: PageView,
  rows: readonly (readonly (Element | undefined)[])[],
  row: number,
  column: number,
): FieldLabel | null {
  let joined = '';
  let last: Element | undefined;
  let best: FieldLabel | null = null;
  for (let at = row - 1; at >= 0; at--) {
    if (!isHeaderRow(view, rows[at]!, joined !== '')) {
      if (joined) break;
      continue;
    }
    const cell = rows[at]![column];
    if (!cell || cell === last || rows[at]!.filter(other => other === cell).length > 0.8 * rows[at]!.length) continue;
    last = cell;
    joined = `${view.textIn(cell)}${joined}`;
    const label = read(joined, 'header');
    if (label && (!best || best === NO_LABEL || label.role === 'veto' || best.role === 'score')) best = label;
    // A plain 得分 beside a column 自评 is the reviewer's.
    if (best?.role === 'score' && rows[at]!.some(other => other && labelRole(view.textIn(other)) === 'selfScore')) {
      best = { ...best, role: 'veto' };
    }
    best ??= NO_LABEL;
  }
  return best;
}

const known = new WeakMap<readonly unknown[], number>();

function isHeaderRow(view: PageView, cells: readonly (Element | undefined)[], second: boolean): boolean {
  let count = known.get(cells);
  if (count === undefined) {
    count = 0;
    for (const cell of new Set(cells)) {
      if (cell && view.fieldsIn(cell)) {
        count = 0;
        break;
      }
      if (cell && labelRole(view.textIn(cell))) count++;
    }
    known.set(cells, count);
  }
  return count >= (second ? 1 : 2);
}

/** The nearest wrapper that holds a label before the field, when it holds no other. */
function beforeInWrapper(view: PageView, element: Element, index: number): FieldLabel | null {
  let depth = 0;
  for (let part = view.up(element); part && depth < 8; part = view.up(part), depth++) {
    const [from, to] = view.rangeOf(part);
    const close = before(view, index, from);
    if (close) return close;
    const labels: number[] = [];
    for (let at = from; at < to && labels.length < 2; at++) if (read(view.items[at]!.text, '')) labels.push(at);
    if (labels.length > 1) return null;
    const only = labels[0];
    if (only !== undefined) {
      const { element: label, text } = view.items[only]!;
      const fields = view.fieldsIn(part);
      if (only < index) return fields <= 3 ? read(text, 'wrapper') : null;
      // Written after its field and floating above it or in it.
      if (fields === 1 && view.hasLayout && near(view, label, element)) return read(text, 'wrapper');
    }
    if (/^t[dh]$/.test(part.localName)) return null; // beyond the cell its row and column decide
  }
  return null;
}

/** A heading above the field by geometry: header and body in different tables, grids of divs, editors laid over a cell. */
function headerAbove(view: PageView, element: Element): FieldLabel | null {
  if (!view.hasLayout) return null;
  const own = view.rect(element);
  const across = (own.left + own.right) / 2;
  const layer = view.layer(element);
  let best: FieldLabel | null = null;
  let closest = 0;
  let nearest = 1e9;
  const [index] = view.rangeOf(element);
  for (const { at, item, role, box } of headings(view)) {
    if (at > index || view.layer(item.element) !== layer) continue;
    if (box.bottom > own.top + own.height / 2 || across < box.left - 2 || across > box.right + 2) continue;
    // Frozen parts lie over scrolled ones: the heading of the same part counts, not the one beneath it.
    const share = sharedDepth(view, item.element, element);
    const gap = own.top - box.bottom;
    if (share > closest || (share === closest && gap < nearest)) {
      closest = share;
      nearest = gap;
      best = { role: role ?? 'other', text: item.text, from: 'above' };
    }
  }
  return best;
}

/** How deep in the page the smallest part stands that holds both. */
function sharedDepth(view: PageView, a: Element, b: Element): number {
  const [from] = view.rangeOf(b);
  let depth = 0;
  for (let part: Element | null = a; part; part = view.up(part)) {
    const range = view.rangeOf(part);
    if (depth || (range[0] <= from && from < range[1])) depth++;
  }
  return depth;
}

interface Heading {
  at: number;
  item: PageItem;
  /** Null for a header cell whose meaning is unknown. */
  role: LabelRole | null;
  box: DOMRect;
}

const kept = new WeakMap<PageView, Heading[]>();

/** Texts that may head columns: header cells, and known headings with another one beside them. */
function headings(view: PageView): Heading[] {
  let all = kept.get(view);
  if (all) return all;
  all = [];
  const lines = new Map<number, number>();
  view.items.forEach((item, at) => {
    if (item.kind !== 'text') return;
    const role = view.roleAt(at);
    const cell = item.element.closest('td,th,[role=columnheader]');
    if ((!role && !cell?.matches('th,[role=columnheader]')) || !view.visible(item.element)) return;
    const box = view.rect(cell ?? item.element);
    const line = Math.round(box.top / LINE);
    lines.set(line, (lines.get(line) ?? 0) + 1);
    all!.push({ at, item, role, box });
  });
  all = all.filter(({ box, role }) => {
    const line = Math.round(box.top / LINE);
    return !role || [-1, 0, 1].reduce((sum, step) => sum + (lines.get(line + step) ?? 0), 0) > 1;
  });
  kept.set(view, all);
  return all;
}
