import path from 'node:path';
import { portalPage, portalTable, serveSite } from '../../tests/e2e/web-site';
import type { ExtensionBrowser } from '../browser/launch';
import { BrowserChrome } from '../browser/web-pages';

const LOOK = `<style>body{font:14px/1.6 "Noto Sans CJK SC",sans-serif;margin:24px 40px}table{border-collapse:collapse}
th,td{padding:8px;border-color:#ccc}textarea{width:360px}th{background:#f2f5f9}</style>`;

/** A portal's page with its hints, and the side panel beside it. The campaign with the latest edits is what pages are filled from. */
export async function takePagePictures(browser: ExtensionBrowser, folder: string): Promise<void> {
  const site = await serveSite(() => ({ '/': { html: portalPage(portalTable(4), LOOK) } }));
  try {
    const chrome = await BrowserChrome.of(browser);
    const page = await browser.context.newPage();
    await page.goto(site.origin);
    await chrome.pressButton(page);
    // Drawn in a root that no script of the driver sees: given time instead of waited for.
    await page.waitForTimeout(3_000);
    await page.focus('#c1');
    await page.waitForTimeout(1_500);
    await page.screenshot({ path: path.join(folder, 'page-card.png') });
    const panel = await chrome.panelBeside(page);
    await panel.setViewportSize({ width: 420, height: 800 });
    await panel.getByTestId('page-group').first().waitFor();
    await panel.waitForTimeout(1_000);
    await panel.screenshot({ path: path.join(folder, 'page-panel.png'), animations: 'disabled' });
    await panel.close();
    await page.close();
  } finally {
    site.close();
  }
}
