import { AnchorMap, anchorOfField, OWN_WORDS } from './anchor-of-field';
import { findAnchors } from './find-anchors';
import { labelOfField } from './label-of-field';
import { readPage } from './page-items';
import { type FieldMatch, type PageTable, POSSIBLE, type RecogniseOptions } from './page-table';
import { type PageView, viewPage } from './page-view';
import { indexTexts } from './text-index';

/**
 * The fields of a page that belong to indicators of the table, in the page's order. An iframe that belongs to one
 * indicator comes with role 'frame'; recognise its document with that code as `context`. Fields that belong to no
 * indicator, or whose meaning is unknown or the reviewer's, are left out. Throws nothing, changes nothing.
 */
export function recogniseFields(root: Document, table: PageTable, options: RecogniseOptions = {}): FieldMatch[] {
  const all: [number, FieldMatch][] = [];
  for (const found of recognition(root, table, options)) if (found) all.push(found);
  return all.sort(([a], [b]) => a - b).map(([, match]) => match);
}

/**
 * The same a little at a time: every step ends with a match and its place on the page, or with nothing yet, and takes
 * a millisecond or so (laying out the page, once, may take the browser longer). `first` puts what matters most in front.
 */
export function* recognition(
  root: Document,
  table: PageTable,
  options: RecogniseOptions,
  first: (view: PageView, fields: number[]) => number[] = (_, fields) => fields,
): Generator<[place: number, match: FieldMatch] | undefined, void> {
  const openRoot = options.openRoot ?? ((element: Element) => element.shadowRoot);
  if (!mayHaveFields(root, openRoot)) return;
  const page = yield* readPage(root, openRoot);
  let fields = page.items.flatMap(({ kind }, at) => (kind === 'text' ? [] : [at]));
  if (!fields.length) return;
  yield;
  // The browser may have to lay out the page for the first question about it.
  const view = viewPage(root, page);
  yield;
  const texts = indexTexts(table);
  yield;
  const anchors = yield* findAnchors(view, texts);
  const given = table.indicators.findIndex(({ code }) => code === options.context?.code);
  if (!anchors.length && given < 0 && !fields.some(at => hasWords(view, at))) return;

  fields = first(view, fields);
  const map = new AnchorMap(view, anchors);
  const context = anchors.every(({ indicator }) => indicator === given) ? given : -1;
  // A plain 得分 is the unit's own only where its indicator has no field 自评分.
  const scores: [number, FieldMatch][] = [];
  const sure = new Set<string>();
  for (const at of fields) {
    yield;
    const { kind, element } = view.items[at]!;
    if (!view.visible(element)) continue;
    const anchor =
      anchorOfField(map, at, texts) ?? (context < 0 ? null : { indicator: context, confidence: 0.95, why: 'frame' });
    if (!anchor || anchor.confidence < POSSIBLE) continue;
    const { code } = table.indicators[anchor.indicator]!;
    const { confidence, why } = anchor;
    if (kind === 'frame') {
      yield [at, { element, code, role: 'frame', confidence, why }];
      continue;
    }
    const label = labelOfField(view, at);
    if (!label || label.role === 'veto' || label.role === 'other') continue;
    const reason = `${why}; ${label.from} ${label.text}`;
    if (label.role === 'score') {
      scores.push([at, { element, code, role: 'selfScore', confidence, why: reason }]);
    } else {
      if (label.role === 'selfScore') sure.add(code);
      yield [at, { element, code, role: label.role, confidence, why: reason }];
    }
  }
  for (const found of scores) if (!sure.has(found[1].code!)) yield found;
}

/** Most pages that are only read end here, before their texts are looked at. */
function mayHaveFields(root: Document, openRoot: (element: Element) => ShadowRoot | null): boolean {
  if (root.querySelector('input,textarea,select,[contenteditable],iframe,frame')) return true;
  for (const element of root.querySelectorAll('*')) if (openRoot(element)) return true;
  return false;
}

/** Whether a field says something of its own that may be an indicator. */
function hasWords({ items }: PageView, at: number): boolean {
  const { element } = items[at]!;
  return OWN_WORDS.some(name => (element.getAttribute(name) ?? '').length >= 8);
}
