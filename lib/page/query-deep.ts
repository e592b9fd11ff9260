import type { OpenRoot } from './read-field';

/** Between the selector of a component and one inside its shadow root: "my-form >>> input". */
export const INTO_ROOT = ' >>> ';

/** The elements of a selector, into the shadow roots that it names. One that the page's engine does not know finds nothing: people write them. */
export function queryDeep(root: ParentNode, selector: string, openRoot: OpenRoot): Element[] {
  let roots = [root];
  let found: Element[] = [];
  try {
    for (const step of selector.split('>>>')) {
      found = roots.flatMap(one => [...one.querySelectorAll(step)]);
      roots = found.flatMap(host => openRoot(host) ?? []);
    }
  } catch {
    return [];
  }
  return found;
}
