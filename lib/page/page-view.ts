import { type LabelRole, labelRole } from './label-role';
import { type PageItem, type PageItems, styleOf } from './page-items';
import { gridOf, type TableGrid } from './table-grid';

/** One reading of a page, with what its steps ask again and again remembered. Never kept beyond that reading. */
export interface PageView extends PageItems {
  root: Document;
  visible(element: Element): boolean;
  rect(element: Element): DOMRect;
  /** False where nothing is laid out (tests without a browser): geometry then says nothing. */
  hasLayout: boolean;
  grid(table: HTMLTableElement): TableGrid;
  /** The innermost dialog, drawer or the like an element stands in; null for the page itself. */
  layer(element: Element): Element | null;
  /** Tag and classes: elements of the same look are of the same kind. */
  look(element: Element): string;
  textIn(element: Element): string;
  fieldsIn(element: Element): number;
  /** The role of a text item, remembered. */
  roleAt(index: number): LabelRole | null;
}

/** el-dialog, ant-modal, layui-layer, panel window; not their parts (el-dialog__body). */
const LAYER = /(?:^|[\s_-])(?:dialog|modal|drawer|popup|layer|window)(?:$|\s)/i;

export function viewPage(root: Document, page: PageItems): PageView {
  const seen = new Map<Element, boolean>();
  const rects = new Map<Element, DOMRect>();
  const grids = new Map<Element, TableGrid>();
  const layers = new Map<Element, Element | null>();
  const fieldCounts: number[] = [0];
  for (const item of page.items)
    fieldCounts.push(fieldCounts[fieldCounts.length - 1]! + (item.kind === 'field' ? 1 : 0));
  const hasLayout = root.documentElement.getBoundingClientRect().width > 0;

  const isVisible = (element: Element): boolean => {
    if (!hasLayout) return true;
    const style = styleOf(element);
    if (style?.visibility !== 'visible') return false;
    if (element.getClientRects().length) return true;
    const parent = page.up(element);
    return style.display === 'contents' && parent !== null && isVisible(parent);
  };
  const view: PageView = {
    ...page,
    root,
    hasLayout,
    visible: element => remember(seen, element, isVisible),
    rect: element => remember(rects, element, it => it.getBoundingClientRect()),
    grid: table => remember(grids, table, it => gridOf(it as HTMLTableElement)),
    layer: element =>
      remember(layers, element, it => {
        if (isLayer(it)) return it;
        const parent = page.up(it);
        return parent && view.layer(parent);
      }),
    look: element => `${element.localName}.${element.getAttribute('class') ?? ''}`,
    textIn(element) {
      const [from, to] = page.rangeOf(element);
      return page.items
        .slice(from, to)
        .map(({ text }) => text)
        .join(' ')
        .trim();
    },
    fieldsIn(element) {
      const [from, to] = page.rangeOf(element);
      return fieldCounts[to]! - fieldCounts[from]!;
    },
    roleAt: index => labelRole((page.items[index] as PageItem).text),
  };
  return view;
}

/** The table cell around an element. */
export function cellOf(view: PageItems, element: Element): HTMLTableCellElement | null {
  for (let at = view.up(element); at; at = view.up(at)) {
    if (/^t[dh]$/.test(at.localName) && at.closest('table')) return at as HTMLTableCellElement;
  }
  return null;
}

function isLayer(element: Element): boolean {
  return element.matches('dialog,[role=dialog],[role=alertdialog]') || LAYER.test(element.getAttribute('class') ?? '');
}

function remember<K, V>(kept: Map<K, V>, key: K, make: (key: K) => V): V {
  let value = kept.get(key);
  if (value === undefined) {
    value = make(key);
    kept.set(key, value);
  }
  return value;
}
