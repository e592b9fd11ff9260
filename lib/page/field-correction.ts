import type { BoundSite } from '../model/page-binding';
import { nearText } from './apply-bindings';
import type { FieldMatch, FieldRole } from './page-table';

/** A field as it is known again at the next visit, when its element is another one. */
export interface FieldDescription {
  /** Origin and path of the document. */
  page: string;
  selector: string;
  /** Key of the text around it: one element may serve one indicator after another. */
  near: string;
}

/** "This field is …", said by the user. Without a code: this field is none of the table's. */
export interface FieldCorrection extends FieldDescription {
  code: string | null;
  role: Exclude<FieldRole, 'frame'> | null;
}

export function describeField(element: Element): FieldDescription {
  const { origin, pathname } = element.ownerDocument.location;
  return { page: `${origin}${pathname}`, selector: selectorOf(element), near: nearText(element) };
}

/** The corrections with this one in the place of an earlier one about the same field. */
export function remember(all: readonly FieldCorrection[], correction: FieldCorrection): FieldCorrection[] {
  return [...all.filter(other => !sameField(other, correction)), correction];
}

function sameField(a: FieldDescription, b: FieldDescription): boolean {
  return a.page === b.page && a.selector === b.selector && a.near === b.near;
}

/** The fields of a document that the user has spoken of; null: none of the table's. One that is not to be told from another is left out. */
export function correctedFields(
  root: Document,
  corrections: readonly FieldCorrection[],
): ReadonlyMap<Element, FieldMatch | null> {
  const { origin, pathname } = root.location;
  const said = new Map<Element, FieldMatch | null>();
  for (const { page, selector, near, code, role } of corrections) {
    if (page !== `${origin}${pathname}`) continue;
    const elements = [...root.querySelectorAll(selector)].filter(element => nearText(element) === near);
    const element = elements[0];
    if (!element || elements.length > 1) continue;
    said.set(element, code && role ? { element, code, role, confidence: 1, why: 'correction' } : null);
  }
  return said;
}

/** The matches as the user has corrected them. */
export function applyCorrections(
  matches: readonly FieldMatch[],
  said: ReadonlyMap<Element, FieldMatch | null>,
): FieldMatch[] {
  const kept = new Map<Element, FieldMatch | null>(matches.map(match => [match.element, match]));
  for (const [element, match] of said) kept.set(element, match);
  return [...kept.values()].filter(match => match !== null);
}

/** What the user has said about a site, as a binding that others can use. */
export function bindingOf(name: string, corrections: readonly FieldCorrection[]): BoundSite[] {
  const pages = new Set(corrections.map(({ page }) => page));
  return [...pages].flatMap(page => {
    const fields = corrections.flatMap(({ page: own, selector, near, code, role }) =>
      own === page && code && role
        ? [{ selector, count: 1 as const, indicator: code, role, ...(near ? { near } : {}) }]
        : [],
    );
    return fields.length ? [{ name, match: page, fields, rows: [] }] : [];
  });
}

const CHANCE = /\d{3,}|[0-9a-f]{8}/i;
const DEEPEST = 8;

/** The shortest selector that says where a field stands without names that change from visit to visit. */
function selectorOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at?.parentElement && steps.length < DEEPEST; at = at.parentElement) {
    const name = at.getAttribute('name');
    const id = at.id;
    if (id && !CHANCE.test(id)) {
      steps.unshift(`#${CSS.escape(id)}`);
      break;
    }
    if (at === element && name && !CHANCE.test(name)) {
      steps.unshift(`${at.localName}[name="${CSS.escape(name)}"]`);
    } else {
      const same = [...at.parentElement.children].filter(other => other.localName === at!.localName);
      steps.unshift(same.length > 1 ? `${at.localName}:nth-of-type(${same.indexOf(at) + 1})` : at.localName);
    }
  }
  return steps.join(' > ');
}
