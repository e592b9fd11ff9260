import type { Frame, Page } from 'playwright-core';
import type { PageTable } from '../../lib/page/page-table';
import type { TruthField } from '../fixtures/pages/ground-truth';
import type { MadePage } from './made-page';
import {
  type FieldResult,
  leftOver,
  type Marked,
  type PageResult,
  type Prediction,
  recogniseFrame,
} from './recognise-page';

const ORIGIN = 'http://portal.invalid';

/** Serves a made page without a server, recognises it in every frame and compares with its data-gt attributes. */
export async function recogniseMadePage(tab: Page, made: MadePage, table: PageTable): Promise<PageResult> {
  const result: PageResult = { page: made.name, fields: [], unlisted: [], errors: [] };
  const note = (error: Error) => result.errors.push(error.message.slice(0, 200));
  try {
    tab.on('pageerror', note);
    await tab.route(`${ORIGIN}/**`, route => {
      const body = made.files[new URL(route.request().url()).pathname.slice(1)];
      return body ? route.fulfill({ body, contentType: 'text/html; charset=utf-8' }) : route.fulfill({ status: 404 });
    });
    await tab.goto(`${ORIGIN}/index.html`, { waitUntil: 'load' });
    await recogniseFrame(tab.mainFrame(), table, null);
    result.fields = (await Promise.all(tab.frames().map(fieldsIn))).flat();
    result.unlisted = (await leftOver(tab)).map(it => ({ ...it, state: 'open' }));
  } catch (error) {
    result.errors.push((error as Error).message.slice(0, 300));
  } finally {
    await tab.unroute(`${ORIGIN}/**`);
    tab.off('pageerror', note);
  }
  return result;
}

async function fieldsIn(frame: Frame): Promise<FieldResult[]> {
  const found = await frame.evaluate(readTruth);
  return found.map(({ truth, predicted, markup }) => {
    const [code, role, hint] = truth.split(' ') as [string, string, TruthField['hint']];
    const field: TruthField = {
      path: markup,
      code: code === '-' ? null : code,
      role: role === '-' ? null : role,
      kind: '',
      hint,
    };
    return { state: 'open', field, found: true, predicted };
  });
}

/** Runs in the page. */
function readTruth(): { truth: string; predicted: Prediction | null; markup: string }[] {
  const closed = (window as unknown as { __closed: WeakMap<Element, ShadowRoot> }).__closed;
  const out: { truth: string; predicted: Prediction | null; markup: string }[] = [];
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll<Marked>('*')) {
      const truth = element.getAttribute('data-gt');
      if (truth) {
        out.push({ truth, predicted: element.__prediction ?? null, markup: element.outerHTML.slice(0, 90) });
        delete element.__prediction;
      }
      const shadow = element.shadowRoot ?? closed.get(element);
      if (shadow) visit(shadow);
    }
  };
  visit(document);
  return out;
}
