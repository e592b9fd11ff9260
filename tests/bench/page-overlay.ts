import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchWithExtension } from '../../scripts/browser/launch';
import { BrowserChrome } from '../../scripts/browser/web-pages';
import { WorkspaceDriver } from '../../scripts/browser/workspace-driver';
import { OverlayProbe } from '../e2e/overlay-probe';
import { portalPage, portalTable, serveSite } from '../e2e/web-site';

/** What hints cost a page, in milliseconds of its main thread (scripts, style and layout). */
export interface OverlayFigures {
  fields: number;
  /** From the toolbar button to the first marks at fields in view. */
  first: number;
  /** From the toolbar button until all fields are known. */
  all: number;
  /** The longest task meanwhile; 0 where none was over 50 ms. */
  longest: number;
  /** A key, with the card open, beside the same on the bare page. */
  key: { bare: number; withCard: number };
  /** In three seconds in which nothing happens. */
  idle: number;
}

const UNITS = 34;
const KEYS = 40;
const SETTLED_MS = 3_000;

/** 34 units with 15 indicators each: 1,020 fields on one page. */
export async function measureOverlay(received: string): Promise<OverlayFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pingan-overlay-'));
  const units = Array.from({ length: UNITS }, (_, unit) => `<h2>第${unit + 1}单位</h2>${portalTable(15)}`);
  const site = await serveSite(() => ({ '/': { html: portalPage(units.join('')) } }));
  const browser = await launchWithExtension(path.join(folder, 'profile'));
  try {
    const workspace = new WorkspaceDriver(await browser.open('workspace.html'));
    await workspace.importWorkbook(received);
    await workspace.saved();
    const chrome = await BrowserChrome.of(browser);
    const page = await browser.context.newPage();
    await page.goto(site.origin);
    const meter = await Meter.of(page);
    const type = async () => {
      await page.keyboard.type('平'.repeat(KEYS));
      await page.waitForTimeout(500);
    };
    await page.focus('#c2');
    const bare = await meter.cost(type);
    const overlay = await OverlayProbe.of(page);
    const marks = await meter.firstMarks();
    let first = 0;
    const all = await meter.cost(async () => {
      first = await meter.cost(async () => {
        await chrome.pressButton(page);
        await marks();
      });
      await page.waitForTimeout(SETTLED_MS * 3);
    });
    const longest = await meter.longestTask();
    if ((await overlay.see()).marks === 0) throw new Error('no marks');
    await page.focus('#c3');
    await page.waitForTimeout(1_000);
    if ((await overlay.see()).said === '') throw new Error('no card');
    await page.waitForTimeout(SETTLED_MS);
    const withCard = await meter.cost(type);
    await page.waitForTimeout(SETTLED_MS);
    const idle = await meter.cost(() => page.waitForTimeout(SETTLED_MS));
    const fields = await page.locator('textarea,input').count();
    return { fields, first, all, longest, key: { bare: bare / KEYS, withCard: withCard / KEYS }, idle };
  } finally {
    await browser.close();
    site.close();
    rmSync(folder, { recursive: true });
  }
}

class Meter {
  private constructor(
    private readonly page: Page,
    private readonly read: () => Promise<number>,
  ) {}

  static async of(page: Page): Promise<Meter> {
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable');
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver(list => tasks.push(...list.getEntries().map(one => one.duration))).observe({
        entryTypes: ['longtask'],
      });
    });
    return new Meter(page, async () => {
      const { metrics } = await client.send('Performance.getMetrics');
      const seconds = (name: string) => metrics.find(metric => metric.name === name)!.value;
      return (seconds('ScriptDuration') + seconds('LayoutDuration') + seconds('RecalcStyleDuration')) * 1000;
    });
  }

  async cost(work: () => Promise<unknown>): Promise<number> {
    const before = await this.read();
    await work();
    return (await this.read()) - before;
  }

  /** Resolves when our host has come and three frames have passed: in sight, asked for, drawn. Looking inside would be a long task itself. */
  async firstMarks(): Promise<() => Promise<unknown>> {
    const coming = await this.page.evaluateHandle(() => {
      const come = new Promise<void>(resolve => {
        new MutationObserver((_, observer) => {
          observer.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
        }).observe(document.documentElement, { childList: true });
      });
      return { come };
    });
    return () => coming.evaluate(({ come }) => come);
  }

  longestTask(): Promise<number> {
    return this.page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
  }
}
