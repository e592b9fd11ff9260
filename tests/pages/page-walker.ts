import type { ElementHandle, Frame, Page } from 'playwright-core';
import type { TruthAction } from '../fixtures/pages/ground-truth';

const TRIES = 60;
const PAUSE = 100;

/** Finds the element of a ground-truth path: " |> " enters a frame, " >>> " a shadow root, "css ##n" takes the n-th. */
export async function resolvePath(page: Page, path: string): Promise<ElementHandle<Element> | null> {
  let frame: Frame | null = page.mainFrame();
  const parts = path.split(' |> ');
  for (const [at, part] of parts.entries()) {
    const handle = await frame!.evaluateHandle(findInShadow, part.split(' >>> '));
    const element = handle.asElement() as ElementHandle<Element> | null;
    if (!element || at === parts.length - 1) return element;
    frame = await element.contentFrame();
    if (!frame) return null;
    await frame.waitForLoadState();
  }
  return null;
}

function findInShadow(segments: string[]): Element | null {
  const closed = (window as { __closed?: WeakMap<Element, ShadowRoot> }).__closed;
  let root: ParentNode = document;
  let element: Element | null = null;
  for (const segment of segments) {
    const match = /^(.*) ##(\d+)$/.exec(segment);
    element = root.querySelectorAll(match ? match[1]! : segment)[match ? Number(match[2]) : 0] ?? null;
    if (!element) return null;
    root = element.shadowRoot ?? closed?.get(element) ?? element;
  }
  return element;
}

/** Does one action of a state, waiting for its target. */
export async function act(page: Page, action: TruthAction): Promise<void> {
  const path = action.click ?? action.dblclick ?? action.wait;
  if (!path) throw new Error(`unknown action ${JSON.stringify(action)}`);
  let element: ElementHandle<Element> | null = null;
  for (let tries = 0; ; tries++) {
    // What is only waited for may stand in an open shadow root without the path saying so.
    element = await resolvePath(page, path).catch(() => null);
    if (!element && !/ (?:\|>|>>>) /.test(path)) element = (await page.$(path)) as ElementHandle<Element> | null;
    if (element && (!action.wait || (await element.isVisible()))) break;
    if (tries === TRIES) throw new Error(`no ${path}`);
    await page.waitForTimeout(PAUSE);
  }
  if (action.click) await element.click({ timeout: 5_000 });
  else if (action.dblclick) await element.dblclick({ timeout: 5_000 });
  if (action.then) await page.waitForTimeout(action.then);
}
