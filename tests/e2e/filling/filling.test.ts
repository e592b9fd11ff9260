import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS } from '../../../scripts/browser/chromium-flags';
import { findChromium } from '../../../scripts/browser/find-chromium';
import { allPages, type PageTruth, type TruthField, type TruthState } from '../../fixtures/pages/ground-truth';
import { bundleProbe, IsolatedPage } from '../../fixtures/pages/isolated-page';
import { type PageServer, servePages } from '../../fixtures/pages/serve';
import { FillMatrix } from './fill-matrix';
import { expectedModel, modelSays, valueFor } from './fill-values';

const only = process.env.PAGES?.split(',');
const pages = allPages().filter(({ page }) => !only || only.some(name => page.startsWith(name)));

/** Every field of every page is filled from a content script's world and compared with what the page would submit. */
describe('filling', () => {
  let server: PageServer;
  let browser: Browser;
  let probe: string;
  const matrix = new FillMatrix();

  beforeAll(async () => {
    [server, probe, browser] = await Promise.all([
      servePages(),
      bundleProbe(),
      chromium.launch({ executablePath: findChromium()!, args: [...CHROMIUM_FLAGS] }),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    console.log(matrix.print());
  });

  it.concurrent.each(pages.map(page => [page.page, page] as const))(
    '%s takes it or says why not',
    async (_, truth) => {
      const context = await browser.newContext({ locale: 'zh-CN' });
      const errors: string[] = [];
      for (const state of truth.states) {
        const page = await context.newPage();
        page.on('pageerror', error => errors.push(`the page: ${error.message}`));
        const isolated = await IsolatedPage.open(page, server.origin, truth, state.actions, probe);
        for (const index of state.fields.keys()) errors.push(...(await fillOne(isolated, truth, state, index)));
        await isolated.act(state.after ?? []);
        errors.push(...(await finalModel(isolated, state.fields)));
        errors.push(...(await submitted(page)));
        await page.close();
      }
      await context.close();
      expect(errors).toEqual([]);
      expect(server.posts.filter(post => post.startsWith(`/${truth.page}/`) || post.startsWith('/save'))).toEqual([]);
    },
    600_000,
  );

  async function fillOne(
    isolated: IsolatedPage,
    truth: PageTruth,
    state: TruthState,
    index: number,
  ): Promise<string[]> {
    const field = state.fields[index]!;
    if (!field.model && !field.fill) return [];
    const control = field.control ?? field.kind;
    const value = valueFor(field, index);
    const before = await isolated.read(field.path);
    const outcome = await isolated.fill(field.path, value);
    const said = outcome.kind === 'refused' ? outcome.reason.code : outcome.kind;
    const wanted = field.fill?.refused ?? (field.fill?.changed === undefined ? 'filled' : 'changedByPage');
    const model = field.model ? (await isolated.model())[field.model] : undefined;
    const took = field.model !== undefined && modelSays(field, model, value);
    const where = `${field.path} (${field.kind})`;
    const errors: string[] = [];
    if (said !== wanted)
      errors.push(`${where}: ${JSON.stringify(outcome)} instead of ${wanted}; model ${JSON.stringify(model)}`);
    if (outcome.kind === 'filled' && field.model && !took && !state.after)
      errors.push(`${where}: falsely filled, model ${JSON.stringify(model)}`);
    const undone =
      outcome.kind === 'filled' && outcome.undoable && matrix.isFirst(truth.framework, control)
        ? await undo(isolated, field, before ?? '')
        : null;
    if (undone === false) errors.push(`${where}: Ctrl+Z left ${JSON.stringify(await isolated.read(field.path))}`);
    if (undone !== null) await isolated.fill(field.path, value);
    matrix.add(truth.framework, control, outcome, undone);
    return errors;
  }

  /** What the whole page would submit after the last field: nothing may have been lost on the way. */
  async function finalModel(isolated: IsolatedPage, fields: TruthField[]): Promise<string[]> {
    const model = await isolated.model();
    return fields.flatMap((field, index) => {
      if (!field.model || field.fill?.refused) return [];
      const value = valueFor(field, index);
      return modelSays(field, model[field.model], value)
        ? []
        : [`${field.path}: in the end ${JSON.stringify(model[field.model])} instead of ${expectedModel(field, value)}`];
    });
  }

  /** Pages count what they would have sent: also what never reaches the server. */
  async function submitted(page: Page): Promise<string[]> {
    const counts = await Promise.all(
      page.frames().map(frame =>
        frame.evaluate(() => {
          const { __submits = 0, __postbacks = 0 } = window as { __submits?: number; __postbacks?: number };
          return __submits + __postbacks;
        }),
      ),
    );
    return counts.flatMap(count => (count > 0 ? [`submitted ${count} times`] : []));
  }

  async function undo(isolated: IsolatedPage, field: TruthField, before: string): Promise<boolean> {
    await isolated.focus(field.path);
    // One step for a box; a step a line in rich text. More would take back what was typed in other fields.
    for (let step = 0; step < (field.kind === 'richtext' ? 6 : 1); step++) {
      await isolated.page.keyboard.press('Control+z');
      if ((await isolated.read(field.path)) === before) return true;
    }
    return false;
  }
});
