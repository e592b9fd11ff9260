import type { FieldCorrection } from '../model/page-correction';
import { nearText, pageOf } from './apply-bindings';
import type { FieldMatch } from './page-table';
import { INTO_ROOT, queryDeep } from './query-deep';
import type { OpenRoot } from './read-field';
import { isShadowRoot } from './show/page-tree';

/** A field as it is known again at the next visit, when its element is another one. */
export type FieldDescription = Pick<FieldCorrection, 'page' | 'selector' | 'near'>;

export function describeField(element: Element): FieldDescription {
  return { page: pageOf(element.ownerDocument), selector: selectorOf(element), near: nearText(element) };
}

/** The fields of a document that the user has spoken of; null: none of the table's. One that is not to be told from another is left out. */
export function correctedFields(
  root: Document,
  corrections: readonly FieldCorrection[],
  openRoot: OpenRoot,
): ReadonlyMap<Element, FieldMatch | null> {
  const own = pageOf(root);
  const said = new Map<Element, FieldMatch | null>();
  for (const { page, selector, near, code, role } of corrections) {
    if (page !== own) continue;
    const [element, another] = queryDeep(root, selector, openRoot).filter(found => nearText(found) === near);
    if (!element || another) continue;
    said.set(element, code && role ? { element, code, role, confidence: 1, why: 'correction' } : null);
  }
  return said;
}

/** The matches as people have corrected them. */
export function applyCorrections(
  matches: readonly FieldMatch[],
  said: ReadonlyMap<Element, FieldMatch | null>,
): FieldMatch[] {
  const kept = new Map<Element, FieldMatch | null>(matches.map(match => [match.element, match]));
  for (const [element, match] of said) kept.set(element, match);
  return [...kept.values()].filter(match => match !== null);
}

const CHANCE = /\d{3,}|[0-9a-f]{8}/i;
const DEEPEST = 8;

/** The shortest selector that says where a field stands without names that change from visit to visit. */
function selectorOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && steps.length < DEEPEST; at = at.parentElement) {
    const { parentNode, localName, id } = at;
    if (!parentNode || parentNode === at.ownerDocument) break;
    const name = at.getAttribute('name');
    if (id && !CHANCE.test(id)) {
      steps.unshift(`#${CSS.escape(id)}`);
      break;
    }
    if (at === element && name && !CHANCE.test(name)) {
      steps.unshift(`${localName}[name="${CSS.escape(name)}"]`);
    } else {
      const same = [...parentNode.children].filter(other => other.localName === localName);
      steps.unshift(same.length > 1 ? `${localName}:nth-of-type(${same.indexOf(at) + 1})` : localName);
    }
  }
  const root = element.getRootNode();
  const own = steps.join(' > ');
  return isShadowRoot(root) ? selectorOf(root.host) + INTO_ROOT + own : own;
}
