import type { BoundSite } from '../model/page-binding';
import type { FieldMatch, PageTable } from './page-table';
import { indexTexts, textKey } from './text-index';

export interface BindingResult {
  matches: FieldMatch[];
  /** What the page does not keep to: the site has changed since the binding was written. Nothing of these parts is used. */
  broken: { selector: string; expected: number; found: number }[];
}

/** Least likeness of a bound row's text to its indicator; the row itself is not in doubt. */
const LEAST = 0.6;

export function bindingsFor(url: string, sites: readonly BoundSite[]): BoundSite[] {
  const address = url.replace(/[?#].*$/, '');
  return sites.filter(({ match }) => {
    const pattern = match.split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${pattern.join('.*')}$`).test(address);
  });
}

/** The fields that bindings name, checked against their expected counts. */
export function applyBindings(root: ParentNode, table: PageTable, sites: readonly BoundSite[]): BindingResult {
  const result: BindingResult = { matches: [], broken: [] };
  const codes = new Map(table.indicators.map(({ code }) => [codeKey(code), code]));
  const texts = indexTexts(table);
  for (const site of sites) {
    const add = (element: Element, code: string | undefined, role: FieldMatch['role']): void => {
      if (code) result.matches.push({ element, code, role, confidence: 1, why: `binding ${site.name}` });
    };
    for (const { selector, indicator, role, near } of site.fields) {
      const elements = query(root, selector);
      if (near) {
        for (const element of elements)
          if (standsNear(element, near)) add(element, codes.get(codeKey(indicator)), role);
      } else if (elements.length === 1) add(elements[0]!, codes.get(codeKey(indicator)), role);
      else result.broken.push({ selector, expected: 1, found: elements.length });
    }
    for (const { selector, count, text, indicators, fields } of site.rows) {
      const rows = query(root, selector);
      if (rows.length !== count) {
        result.broken.push({ selector, expected: count, found: rows.length });
        continue;
      }
      rows.forEach((row, at) => {
        const printed = text ? query(row, text)[0]?.textContent : null;
        const best = printed ? texts.score(printed)[0] : undefined;
        const code = text
          ? best && best.score >= LEAST
            ? table.indicators[best.indicator]!.code
            : undefined
          : codes.get(codeKey(indicators![at]!));
        for (const field of fields) for (const element of query(row, field.selector)) add(element, code, field.role);
      });
    }
  }
  return result;
}

/** "2.3" and "2-3" are one indicator. */
function codeKey(code: string): string {
  return code.replace('-', '.');
}

/** Whether the smallest part of the page around an element that says anything says this. */
export function standsNear(element: Element, near: string): boolean {
  return nearText(element).includes(near);
}

const LEAST_TEXT = 8;
const MOST_TEXT = 60;

/** The text around a field by which it is known again, whatever numbers and marks stand in it. */
export function nearText(element: Element): string {
  for (let part = element.parentElement; part; part = part.parentElement) {
    const key = textKey(part.textContent ?? '').replaceAll('|', '');
    if (key.length >= LEAST_TEXT) return key.slice(0, MOST_TEXT);
  }
  return '';
}

/** A selector that the page's engine does not know finds nothing: bindings are data written by people. */
function query(root: ParentNode, selector: string): Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}
