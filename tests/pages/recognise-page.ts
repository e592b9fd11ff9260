import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { PageTable } from '../../lib/page/page-table';
import { AppPaths } from '../../scripts/browser/paths';
import type { PageTruth, TruthField } from '../fixtures/pages/ground-truth';
import { act, resolvePath } from './page-walker';

export interface Prediction {
  code: string | null;
  role: string | null;
  confidence: number;
  why: string;
}

export interface FieldResult {
  state: string;
  field: TruthField;
  found: boolean;
  predicted: Prediction | null;
}

export interface PageResult {
  page: string;
  fields: FieldResult[];
  /** Hints on elements that the ground truth does not list (hidden copies, say). */
  unlisted: (Prediction & { state: string; element: string })[];
  errors: string[];
}

/** The recogniser as one script for a page, as the judge of it would bundle it. */
export async function bundleRecogniser(minify = false): Promise<string> {
  const result = await build({
    entryPoints: [path.join(AppPaths.root, 'lib/page/recognise-fields.ts')],
    bundle: true,
    write: false,
    minify,
    format: 'iife',
    globalName: '__recogniser',
    target: 'chrome90',
  });
  return result.outputFiles[0]!.text;
}

/** A shared workbook.json in the shape that the page world is given. */
export function readPageTable(file: string): PageTable {
  const { indicators } = JSON.parse(readFileSync(file, 'utf8')) as {
    indicators: {
      code: string;
      no: number;
      section: string;
      sectionNo: string;
      text: string;
      measures: string;
      deadline: string;
      weight: number;
    }[];
  };
  return {
    indicators: indicators.map(({ no, sectionNo, ...rest }) => ({ ...rest, number: no, sectionNumber: sectionNo })),
  };
}

const KEEP_CLOSED_ROOTS = `
  window.__name ??= it => it; // tsx wraps inner functions in it
  window.__closed ??= new WeakMap();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    window.__closed.set(this, root);
    return root;
  };`;

/** A tab in which one page after the other is recognised: a tab of its own for each costs more than all the rest. */
export async function recognisingTab(context: BrowserContext, script: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.addInitScript(KEEP_CLOSED_ROOTS);
  await tab.addInitScript(`window.__recogniser = (() => { ${script}; return __recogniser; })();`);
  return tab;
}

/** Loads every state of a page afresh, recognises all its documents and compares with the ground truth. */
export async function recognisePage(tab: Page, url: string, truth: PageTruth, table: PageTable): Promise<PageResult> {
  const result: PageResult = { page: truth.page, fields: [], unlisted: [], errors: [] };
  for (const state of truth.states) {
    const note = (error: Error) => result.errors.push(`${state.id}: ${error.message.slice(0, 200)}`);
    tab.on('pageerror', note);
    await tab.setViewportSize({ width: truth.viewport[0], height: truth.viewport[1] });
    try {
      await tab.goto(url, { waitUntil: 'load' });
      for (const action of state.actions) await act(tab, action);
      await tab.waitForTimeout(200);
      await recogniseFrame(tab.mainFrame(), table, null);
      for (const field of state.fields) {
        const element = await resolvePath(tab, field.path).catch(() => null);
        const predicted = element ? await element.evaluate(takePrediction) : null;
        result.fields.push({ state: state.id, field, found: element !== null, predicted });
      }
      result.unlisted.push(...(await leftOver(tab)).map(it => ({ ...it, state: state.id })));
    } catch (error) {
      result.errors.push(`${state.id}: ${(error as Error).message.slice(0, 300)}`);
    } finally {
      tab.off('pageerror', note);
      await tab.goto('about:blank');
    }
  }
  return result;
}

export async function recogniseFrame(frame: Frame, table: PageTable, code: string | null): Promise<void> {
  await frame.evaluate(predictHere, { table, code });
  for (const child of frame.childFrames()) {
    const owner = await child.frameElement().catch(() => null);
    if (!owner) continue;
    const given = await owner.evaluate(
      element => (element as { __prediction?: Prediction }).__prediction?.code ?? null,
    );
    await recogniseFrame(child, table, given);
  }
}

export type Marked = Element & { __prediction?: Prediction };
interface RecogniserWindow {
  __recogniser: {
    recogniseFields(root: Document, table: PageTable, options: object): (Prediction & { element: Marked })[];
  };
  __closed: WeakMap<Element, ShadowRoot>;
  __matches: Marked[];
}

function predictHere({ table, code }: { table: PageTable; code: string | null }): void {
  const page = window as unknown as RecogniserWindow;
  if (!page.__recogniser) return;
  const matches = page.__recogniser.recogniseFields(document, table, {
    openRoot: (element: Element) => element.shadowRoot ?? page.__closed.get(element) ?? null,
    context: code ? { code } : null,
  });
  page.__matches = matches.map(({ element, ...prediction }) => {
    element.__prediction = prediction;
    return element;
  });
}

function takePrediction(element: Marked): Prediction | null {
  // A component may stand for the one field inside it.
  const inner = element.shadowRoot?.querySelector<Marked>('input,textarea,select') ?? null;
  const marked = element.__prediction ? element : inner;
  const prediction = marked?.__prediction ?? null;
  if (marked) delete marked.__prediction;
  return prediction;
}

export async function leftOver(page: Page): Promise<(Prediction & { element: string })[]> {
  const all = await Promise.all(
    page
      .frames()
      .map(frame =>
        frame.evaluate(() =>
          ((window as unknown as RecogniserWindow).__matches ?? [])
            .filter(({ __prediction: prediction }) => prediction && prediction.role !== 'frame')
            .map(element => ({ ...element.__prediction!, element: element.outerHTML.slice(0, 120) })),
        ),
      ),
  );
  return all.flat();
}
