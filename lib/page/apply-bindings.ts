import type { BoundSite } from '../model/page-binding';
import type { BrokenBinding } from '../model/page-field';
import type { FieldMatch, PageTable } from './page-table';
import { queryDeep } from './query-deep';
import type { OpenRoot } from './read-field';
import { around } from './show/page-tree';
import { indexTexts, textKey } from './text-index';

export interface BindingResult {
  matches: FieldMatch[];
  /** What the page does not keep to: the site has changed since the binding was written. Nothing of these parts is used. */
  broken: BrokenBinding[];
}

/** Least likeness of a bound row's text to its indicator; the row itself is not in doubt. */
const LEAST = 0.6;

/** Origin and path of a document; of the one around it where it has no address of its own. */
export function pageOf(document: Document): string {
  const { location, baseURI } = document;
  const { origin, pathname } = location.protocol === 'about:' ? new URL(baseURI) : location;
  return origin + pathname;
}

/**
 * Whether an address is meant by a pattern with "*" for any part. No regular expression: people write these, and many stars would keep
 * a page waiting for ever.
 */
export function fitsPattern(address: string, pattern: string): boolean {
  const [first = '', ...parts] = pattern.split('*');
  const last = parts.pop();
  if (last === undefined) return address === first;
  let at = address.startsWith(first) ? first.length : -1;
  for (const part of parts) {
    if (at >= 0) at = address.indexOf(part, at);
    if (at >= 0) at += part.length;
  }
  return at >= 0 && address.length - last.length >= at && address.endsWith(last);
}

/** The fields that bindings of this page name, checked against their expected counts. A little at a time. */
export function* applyBindings(
  root: Document,
  table: PageTable,
  sites: readonly BoundSite[],
  openRoot: OpenRoot,
): Generator<undefined, BindingResult> {
  const result: BindingResult = { matches: [], broken: [] };
  const page = pageOf(root);
  const codes = new Map(table.indicators.map(({ code }) => [codeKey(code), code]));
  for (const site of sites) {
    if (!fitsPattern(page, site.match)) continue;
    const add = (element: Element, code: string | undefined, role: FieldMatch['role']): void => {
      if (code) result.matches.push({ element, code, role, confidence: 1, why: `binding ${site.name}` });
    };
    const isBroken = (selector: string, expected: number, found: number): boolean => {
      if (found !== expected) result.broken.push({ site: site.name, selector, expected, found });
      return found !== expected;
    };
    for (const { selector, indicator, role, near } of site.fields) {
      yield;
      const elements = queryDeep(root, selector, openRoot);
      const code = codes.get(codeKey(indicator));
      if (near) {
        for (const element of elements) if (standsNear(element, near)) add(element, code, role);
      } else if (!isBroken(selector, 1, elements.length)) add(elements[0]!, code, role);
    }
    for (const { selector, count, text, indicators, fields } of site.rows) {
      const rows = queryDeep(root, selector, openRoot);
      if (isBroken(selector, count, rows.length)) continue;
      const texts = indexTexts(table);
      for (const [at, row] of rows.entries()) {
        yield;
        const [best] = texts.score((text && queryDeep(row, text, openRoot)[0]?.textContent) || '');
        const named = text ? best && best.score >= LEAST && table.indicators[best.indicator]!.code : indicators![at];
        const code = named ? codes.get(codeKey(named)) : undefined;
        for (const field of fields)
          for (const element of queryDeep(row, field.selector, openRoot)) add(element, code, field.role);
      }
    }
  }
  return result;
}

/** "2.3" and "2-3" are one indicator. */
function codeKey(code: string): string {
  return code.replace('-', '.');
}

/** Whether the smallest part of the page around an element that says anything says this. */
function standsNear(element: Element, near: string): boolean {
  return nearText(element).includes(near);
}

const LEAST_TEXT = 8;
const MOST_TEXT = 60;

/** The text around a field by which it is known again, whatever numbers and marks stand in it. */
export function nearText(element: Element): string {
  for (let part = around(element); part; part = around(part)) {
    const key = textKey(part.textContent ?? '').replaceAll('|', '');
    if (key.length >= LEAST_TEXT) return key.slice(0, MOST_TEXT);
  }
  return '';
}
