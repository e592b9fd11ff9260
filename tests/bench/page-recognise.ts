import path from 'node:path';
import { build } from 'esbuild';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/browser/find-chromium';
import { AppPaths } from '../../scripts/browser/paths';
import { readPageTable } from '../pages/recognise-page';

/** CPU milliseconds of recognising in a real browser. */
export interface RecogniseFigures {
  fields: number;
  /** From the start to the first hint told, and to the end; the first reading of a fresh page. */
  first: number;
  all: number;
  /** The longest stretch that the page had to wait for us. */
  longest: number;
  /** On a page of 3,000 rows of text without a field, once. */
  withoutFields: number;
  /** What being watched adds to one keystroke. */
  keystroke: number;
}

const ROUNDS = 5;
const KEYS = 200;

const RUNNER = `
import { recogniseInSlices } from './lib/page/recognise-in-slices';
import { WATCHED, worthReading } from './lib/page/page-changes';
export { recogniseInSlices, WATCHED, worthReading };`;

export async function measureRecognising(): Promise<RecogniseFigures> {
  const { outputFiles } = await build({
    stdin: { contents: RUNNER, resolveDir: AppPaths.root, loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: '__pages',
    target: 'chrome90',
  });
  // tsx wraps the functions that it sends to the page in __name.
  const script = `globalThis.__name = it => it;${outputFiles[0]!.text.replace(/^(?:"use strict";)?\s*var __pages/, 'globalThis.__pages')}`;
  const table = readPageTable(path.join(AppPaths.root, 'tests/fixtures/pages/workbook.json'));
  const browser = await chromium.launch({
    executablePath: findChromium()!,
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const rows = Array.from({ length: 330 }, (_, at) => table.indicators[at % table.indicators.length]!.text);
    const large = `<table><tr><th>序号</th><th>考评内容</th><th>自评分</th><th>完成情况</th><th>责任人</th></tr>${rows
      .map(
        (text, at) =>
          `<tr><td>${at + 1}</td><td>${text}</td><td><input></td><td><textarea></textarea></td><td><input></td></tr>`,
      )
      .join('')}</table>`;
    const plain = Array.from({ length: 3_000 }, (_, at) => `<p>第${at}条 ${rows[at % rows.length]}</p>`).join('');
    const all: Reading[] = [];
    const empty: Reading[] = [];
    const page = await browser.newPage();
    for (let round = 0; round < ROUNDS; round++) {
      all.push(await read(page, large, script, table));
      empty.push(await read(page, plain, script, table));
    }
    const keystroke = Math.max(
      0,
      (await typing(page, large, script, true)) - (await typing(page, large, script, false)),
    );
    return {
      fields: all[0]!.fields,
      first: least(all.map(({ first }) => first)),
      all: least(all.map(({ total }) => total)),
      longest: least(all.map(({ longest }) => longest)),
      withoutFields: least(empty.map(({ total }) => total)),
      keystroke,
    };
  } finally {
    await browser.close();
  }
}

interface Reading {
  fields: number;
  first: number;
  total: number;
  longest: number;
}

/** Times are of our own slices only: what the page does between them is not counted. */
async function read(page: Page, body: string, script: string, table: object): Promise<Reading> {
  await page.goto('about:blank');
  await page.setContent(body);
  await page.evaluate(script);
  return page.evaluate(async given => {
    // The page is drawn before we begin, as it is when a content script runs idle.
    for (let frame = 0; frame < 2; frame++) await new Promise(resolve => requestAnimationFrame(resolve));
    const { recogniseInSlices } = (
      globalThis as unknown as { __pages: Record<string, (...args: unknown[]) => Promise<unknown[]>> }
    ).__pages;
    let spent = 0;
    let longest = 0;
    let first = 0;
    let since = performance.now();
    const stop = (): void => {
      const slice = performance.now() - since;
      spent += slice;
      longest = Math.max(longest, slice);
    };
    const matches = await recogniseInSlices!(document, given, {
      now: () => performance.now(),
      signal: new AbortController().signal,
      onMatches: () => {
        first ||= spent + performance.now() - since;
      },
      pause: async () => {
        stop();
        await new Promise(resolve => setTimeout(resolve));
        since = performance.now();
      },
    });
    stop();
    return { fields: matches.length, first, total: spent, longest };
  }, table);
}

/** Milliseconds of script a key, with or without us watching. */
async function typing(page: Page, body: string, script: string, watched: boolean): Promise<number> {
  await page.goto('about:blank');
  await page.setContent(body);
  await page.evaluate(script);
  if (watched) {
    await page.evaluate(() => {
      const { WATCHED, worthReading } = (
        globalThis as unknown as {
          __pages: {
            WATCHED: MutationObserverInit;
            worthReading: (records: MutationRecord[], reader: object) => boolean;
          };
        }
      ).__pages;
      new MutationObserver(records => void worthReading(records, { isOurs: () => false, hasFields: true })).observe(
        document,
        WATCHED,
      );
    });
  }
  await page.focus('textarea');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const before = await scriptTime(session);
  for (let key = 0; key < KEYS; key++) await page.keyboard.press('a');
  return ((await scriptTime(session)) - before) / KEYS;
}

async function scriptTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1_000 * metrics.find(({ name }) => name === 'ScriptDuration')!.value;
}

/** Of several readings the one that other programs disturbed least. */
function least(values: number[]): number {
  return Math.min(...values);
}
