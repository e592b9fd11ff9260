import { type LabelRole, labelRole, wholeLabelRole } from './label-role';
import type { PageView } from './page-view';

export interface FieldLabel {
  role: LabelRole;
  text: string;
  from: string;
}

/** The label of a field, from the nearest evidence on. Only texts with a known meaning are labels. */
export function labelOfField(view: PageView, index: number): FieldLabel | null {
  const element = view.items[index]!.element;
  const label =
    explicit(view, element) ??
    beforeInCell(view, element, index) ??
    inTable(view, element) ??
    beforeInWrapper(view, element, index) ??
    fromAttributes(element, ['placeholder', 'title', 'data-label', 'data-title']) ??
    headerAbove(view, element) ??
    null;
  return label && label.role === 'other' ? null : label;
}

function read(text: string | null | undefined, from: string): FieldLabel | null {
  const role = text ? labelRole(text) : null;
  return role && { role, text: text!.trim(), from };
}

function useful(label: FieldLabel | null): FieldLabel | null {
  return label && label.role !== 'other' ? label : null;
}

function fromAttributes(element: Element, names: readonly string[]): FieldLabel | null {
  for (const name of names) {
    const label = useful(read(element.getAttribute(name), name));
    if (label) return label;
  }
  return null;
}

function explicit(view: PageView, element: Element): FieldLabel | null {
  const scope = element.getRootNode() as Document | ShadowRoot;
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  for (const id of ids) {
    const label = useful(read(scope.getElementById?.(id)?.textContent, 'aria-labelledby'));
    if (label) return label;
  }
  const byAria = fromAttributes(element, ['aria-label']);
  if (byAria) return byAria;
  for (const label of (element as HTMLInputElement).labels ?? []) {
    const text = useful(read(view.textIn(label), 'label'));
    if (text) return text;
  }
  return null;
}

function cellOf(view: PageView, element: Element): HTMLTableCellElement | null {
  for (let at = view.up(element); at; at = view.up(at)) {
    if (/^t[dh]$/.test(at.localName)) return at as HTMLTableCellElement;
  }
  return null;
}

/** The text just before the field, no other field between. */
function before(view: PageView, index: number, from: number): FieldLabel | null {
  for (let at = index - 1; at >= from && at >= index - 3; at--) {
    const item = view.items[at]!;
    if (item.kind !== 'text') {
      if (!view.visible(item.element)) continue; // the native control behind a drawn one
      return null;
    }
    const role = view.roleAt(at);
    if (role && role !== 'other' && view.visible(item.element)) return { role, text: item.text, from: 'before' };
  }
  return null;
}

function beforeInCell(view: PageView, element: Element, index: number): FieldLabel | null {
  const cell = cellOf(view, element);
  return cell && before(view, index, view.rangeOf(cell)[0]);
}

function inTable(view: PageView, element: Element): FieldLabel | null {
  for (let cell = cellOf(view, element); cell; cell = cellOf(view, cell.closest('table')!)) {
    const grid = view.grid(cell.closest('table')!);
    const place = grid.placeOf(cell);
    if (!place) continue;
    const header = columnHeader(view, grid.rows, place.row, place.column);
    if (header) return header;
    for (let column = place.column - 1; column >= 0; column--) {
      const left = grid.rows[place.row]![column];
      if (!left || view.fieldsIn(left) > 0) break;
      const role = wholeLabelRole(view.textIn(left));
      if (role && role !== 'other') return { role, text: view.textIn(left), from: 'left cell' };
      if (column < place.column - 1) break;
    }
    const first = grid.rows[place.row]![0];
    if (first && first !== cell && view.fieldsIn(first) === 0) {
      const role = wholeLabelRole(view.textIn(first));
      if (role && role !== 'other') return { role, text: view.textIn(first), from: 'row header' };
    }
    if (grid.rows.length > 1 && grid.rows[0]!.length > 1) return null;
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
    const label = useful(read(joined, 'header'));
    if (label && (!best || label.role === 'veto' || best.role === 'score')) best = label;
  }
  return best;
}

function isHeaderRow(view: PageView, cells: readonly (Element | undefined)[], second: boolean): boolean {
  let known = 0;
  for (const cell of new Set(cells)) {
    if (!cell) continue;
    if (view.fieldsIn(cell) > 0) return false;
    if (labelRole(view.textIn(cell))) known++;
  }
  return known >= (second ? 1 : 2);
}

/** The nearest wrapper that holds a label before the field, when it holds no other. */
function beforeInWrapper(view: PageView, element: Element, index: number): FieldLabel | null {
  let depth = 0;
  for (let part = view.up(element); part && depth < 8; part = view.up(part), depth++) {
    const [from, to] = view.rangeOf(part);
    const close = before(view, index, from);
    if (close) return close;
    const labels: number[] = [];
    for (let at = from; at < to && labels.length < 2; at++) {
      if (view.items[at]!.kind === 'text' && useful(read(view.items[at]!.text, ''))) labels.push(at);
    }
    if (labels.length > 1) return null;
    const only = labels[0];
    if (only !== undefined && only < index) {
      return view.fieldsIn(part) <= 3 ? read(view.items[only]!.text, 'wrapper') : null;
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
  let nearest = Number.POSITIVE_INFINITY;
  for (let at = 0; at < view.items.length; at++) {
    const item = view.items[at]!;
    const role = item.kind === 'text' ? view.roleAt(at) : null;
    if (!role || !view.visible(item.element) || view.layer(item.element) !== layer) continue;
    const box = view.rect(item.element.closest('td,th,[role=columnheader]') ?? item.element);
    if (box.bottom > own.top + own.height / 2 || across < box.left - 2 || across > box.right + 2) continue;
    const gap = own.top - box.bottom;
    if (gap < nearest) {
      nearest = gap;
      best = { role, text: item.text, from: 'header above' };
    }
  }
  return best;
}
