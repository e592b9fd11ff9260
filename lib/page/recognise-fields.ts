import { AnchorMap, anchorOfField } from './anchor-of-field';
import { findAnchors } from './find-anchors';
import { labelOfField } from './label-of-field';
import { readPage } from './page-items';
import type { FieldMatch, FieldRole, PageTable, RecogniseOptions } from './page-table';
import { POSSIBLE } from './page-table';
import { viewPage } from './page-view';
import { indexTexts } from './text-index';

/**
 * The fields of a page that belong to indicators of the table, in the page's order. An iframe that belongs to one
 * indicator comes with role 'frame'; recognise its document with that code as `context`. Fields that belong to no
 * indicator, or whose meaning is unknown or the reviewer's, are left out. Throws nothing, changes nothing.
 */
export function recogniseFields(root: Document, table: PageTable, options: RecogniseOptions = {}): FieldMatch[] {
  const work = recognition(root, table, options);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of at most some milliseconds; the caller decides when to go on. */
export function* recognition(
  root: Document,
  table: PageTable,
  options: RecogniseOptions = {},
): Generator<undefined, FieldMatch[]> {
  const page = yield* readPage(root, options.openRoot ?? (element => element.shadowRoot));
  const view = viewPage(root, page);
  if (!page.items.some(({ kind }) => kind !== 'text')) return [];
  const texts = indexTexts(table);
  const anchors = yield* findAnchors(view, texts);
  const context = table.indicators.findIndex(({ code }) => code === options.context?.code);
  if (!anchors.length && context < 0) return [];

  const map = new AnchorMap(view, anchors);
  const foreign = anchors.some(({ indicator }) => indicator !== context);
  const matches: FieldMatch[] = [];
  const scores: { match: FieldMatch; sure: boolean }[] = [];
  for (let index = 0; index < page.items.length; index++) {
    const { kind, element } = page.items[index]!;
    if (kind === 'text' || !view.visible(element)) continue;
    if (index % 20 === 0) yield;
    let anchor = anchorOfField(map, index, texts);
    if (!anchor && context >= 0 && !foreign) {
      anchor = { indicator: context, confidence: 0.95, why: 'frame', below: true };
    }
    if (!anchor || anchor.confidence < POSSIBLE) continue;
    const code = table.indicators[anchor.indicator]!.code;
    if (kind === 'frame') {
      matches.push({ element, code, role: 'frame', confidence: anchor.confidence, why: anchor.why });
      continue;
    }
    const label = labelOfField(view, index);
    if (!label || label.role === 'veto' || label.role === 'other') continue;
    const role: FieldRole = label.role === 'score' ? 'selfScore' : label.role;
    const match = {
      element,
      code,
      role,
      confidence: anchor.confidence,
      why: `${anchor.why}; ${label.from} ${label.text}`,
    };
    if (role === 'selfScore') scores.push({ match, sure: label.role !== 'score' });
    matches.push(match);
  }
  // A plain 得分 is the unit's own only where no column says 自评.
  const hasOwn = scores.some(({ sure }) => sure);
  const reviewers = new Set(hasOwn ? scores.filter(({ sure }) => !sure).map(({ match }) => match) : []);
  return matches.filter(match => !reviewers.has(match));
}
