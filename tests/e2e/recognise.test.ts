import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS } from '../../scripts/browser/chromium-flags';
import { findChromium } from '../../scripts/browser/find-chromium';
import { AppPaths } from '../../scripts/browser/paths';
import { allPages } from '../fixtures/pages/ground-truth';
import { servePages } from '../fixtures/pages/serve';
import { makePages } from '../pages/make-pages';
import { recogniseMadePage } from '../pages/recognise-made-page';
import {
  bundleRecogniser,
  type PageResult,
  readPageTable,
  recognisePage,
  recognisingTab,
} from '../pages/recognise-page';
import { failuresOf, figuresOf, precisionOf, recallOf, reportOf } from '../pages/report';

const folder = path.join(AppPaths.root, 'tests/fixtures/pages');
const table = readPageTable(path.join(folder, 'workbook.json'));
/** Layouts and damages of the texts follow from it; another number is another set of pages. */
const SEED = Number(process.env.PAGE_SEED ?? 1);

describe('recognising fields in a real browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let script: string;

  beforeAll(async () => {
    script = await bundleRecogniser();
    browser = await chromium.launch({
      executablePath: findChromium()!,
      args: [...CHROMIUM_FLAGS],
    });
    context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  });
  afterAll(() => browser.close());

  function expectGoal(results: readonly PageResult[]): void {
    console.log(`${reportOf(results)}\n${results.flatMap(failuresOf).slice(0, 20).join('\n')}`);
    const figures = figuresOf(results.flatMap(({ fields }) => fields));
    expect(results.flatMap(({ page, errors }) => errors.map(error => `${page}: ${error}`))).toEqual([]);
    expect(recallOf(figures)).toBeGreaterThanOrEqual(0.97);
    expect(precisionOf(figures)).toBeGreaterThanOrEqual(0.99);
  }

  it('reaches its goal on made pages of many layouts with damaged texts, and hints on no decoy', async () => {
    const pages = makePages(table, SEED);
    const results: PageResult[] = [];
    await together(pages.entries(), async ([at, page], tab) => {
      results[at] = await recogniseMadePage(tab, page, table);
    });
    expectGoal(results);
    const onDecoys = results.filter((_, at) => pages[at]!.decoy).flatMap(failuresOf);
    expect(onDecoys).toEqual([]);
  }, 300_000);

  it('reaches its goal on the pages of the frameworks', async () => {
    const server = await servePages();
    try {
      const truths = allPages();
      const results: PageResult[] = [];
      await together(truths.values(), async (truth, tab) => {
        const url = `${server.origin}/${truth.page}/${truth.entry}`;
        results.push(await recognisePage(tab, url, truth, table));
      });
      expectGoal(results.sort((a, b) => a.page.localeCompare(b.page)));
    } finally {
      await server.close();
    }
  }, 300_000);

  /** Three at a time: most of the time pages wait for their frameworks, or to be opened. */
  async function together<T>(all: Iterator<T>, work: (one: T, tab: Page) => Promise<void>): Promise<void> {
    const inOneTab = async (): Promise<void> => {
      const tab = await recognisingTab(context, script);
      for (let one = all.next(); !one.done; one = all.next()) await work(one.value, tab);
      await tab.close();
    };
    await Promise.all([inOneTab(), inOneTab(), inOneTab()]);
  }
});
