import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OverlayProbe } from './overlay-probe';
import { FilledDesk } from './page-desk';
import { portalPage, portalTable, serveSite, type WebSite } from './web-site';

/** What a hostile page keeps: everything it heard, and what it could find of the card. */
const SPY = `<script>
  window.heard = [];
  for (const type of ['click', 'pointerdown', 'keydown', 'input', 'message', 'focusin'])
    addEventListener(type, e => heard.push(type + ':' + (e.target.id || e.target.localName || '') + (e.data ? JSON.stringify(e.data) : '')), true);
  window.hosts = () => [...document.querySelectorAll('*')].filter(e => e.localName === 'div' && !e.id && !e.closest('form'));
  window.found = words => { getSelection().removeAllRanges(); return find(words, false, false, true); };
</script>`;

/** One trick each: done to the page once the card is shown. */
const TRICKS: Record<string, () => void> = {
  'covers it with a curtain that clicks pass through': () => {
    const curtain = document.createElement('div');
    curtain.id = 'curtain';
    curtain.style.cssText =
      'position:fixed;inset:0;background:#fff;pointer-events:none;border:0;width:100%;height:100%;margin:0';
    curtain.setAttribute('popover', 'manual');
    document.body.append(curtain);
    curtain.showPopover();
  },
  'makes it transparent': () => {
    document.documentElement.style.opacity = '0.01';
    for (const host of (window as unknown as { hosts: () => HTMLElement[] }).hosts()) {
      const box = document.createElement('section');
      box.style.opacity = '0.01';
      document.body.append(box);
      box.append(host);
    }
  },
  'takes it away and shrinks it': () => {
    for (const host of (window as unknown as { hosts: () => HTMLElement[] }).hosts()) {
      const box = document.createElement('section');
      box.style.cssText = 'position:fixed;inset:0;transform:translate(200px, 100px) scale(0.4);pointer-events:none';
      document.body.append(box);
      box.append(host);
    }
  },
  'makes everything inert': () => {
    document.documentElement.inert = true;
  },
};

describe('a hostile page', () => {
  let desk: FilledDesk;
  let site: WebSite;

  beforeAll(async () => {
    site = await serveSite(() => ({ '/form': { html: portalPage(portalTable(), SPY) } }));
    desk = await FilledDesk.open();
  });
  afterEach(() => desk.tidy());
  afterAll(async () => {
    await desk.close();
    site.close();
  });

  async function shown(): Promise<{ page: Page; overlay: OverlayProbe }> {
    const visit = await desk.visit(`${site.origin}/form`);
    await desk.chrome.pressButton(visit.page);
    await expect.poll(async () => (await visit.overlay.see()).marks).toBe(8);
    await visit.page.focus('#c1');
    await expect.poll(async () => (await visit.overlay.see()).said).toContain('1.1 完成情况');
    return visit;
  }

  it('finds nothing of what the card says, and nothing of the table', async () => {
    const { page, overlay } = await shown();
    const { said } = await overlay.see();
    const [line = ''] = said.split('\n').filter(text => text.startsWith('完成时限'));
    expect(line).not.toBe('');
    type Spied = { found: (words: string) => boolean };
    const finds = (words: string) => page.evaluate(text => (window as unknown as Spied).found(text), words);
    expect(await finds('平安单位创建自评')).toBe(true);
    for (const words of [line, '具体措施：', '4 分', '已调整领导小组']) expect(await finds(words)).toBe(false);
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    expect(html).not.toContain(line);
    expect(await page.evaluate(() => [...document.querySelectorAll('*')].filter(e => e.shadowRoot).length)).toBe(0);
  });

  it('triggers nothing by clicks of its own', async () => {
    const { page, overlay } = await shown();
    await page.waitForTimeout(400);
    const { x, y } = await overlay.place('从表格填入');
    await page.evaluate(
      ({ left, top }) => {
        const at = { bubbles: true, composed: true, clientX: left, clientY: top };
        const over = document.elementFromPoint(left, top)!;
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          over.dispatchEvent(new MouseEvent(type, at));
        (over as HTMLElement).click();
      },
      { left: x, top: y },
    );
    await page.waitForTimeout(800);
    expect(await page.inputValue('#c1')).toBe('');
  });

  it.each(Object.entries(TRICKS))('that %s gets nothing for a click of a person', async (_, trick) => {
    const { page, overlay } = await shown();
    await page.waitForTimeout(400);
    const { x, y } = await overlay.place('从表格填入');
    await page.evaluate(trick);
    await page.waitForTimeout(400);
    await page.mouse.click(x, y);
    await page.waitForTimeout(1_000);
    expect(await page.inputValue('#c1')).toBe('');
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard.join('\n'));
    expect(heard).not.toContain('已调整领导小组');
    expect(await desk.sources()).toEqual([]);
    expect(site.posts).toEqual([]);
  });

  it('gets the host back when it removes it, and is not fought over it', async () => {
    const { page, overlay } = await shown();
    const removed = await page.evaluate(async () => {
      let count = 0;
      const remove = () => {
        for (const host of (window as unknown as { hosts: () => HTMLElement[] }).hosts()) {
          count += 1;
          host.remove();
        }
      };
      for (let step = 0; step < 20; step++) {
        remove();
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      return count;
    });
    expect(removed).toBeGreaterThan(1);
    expect(removed).toBeLessThan(8);
    await page.focus('#s2');
    await expect.poll(async () => (await overlay.see()).said).toContain('1.2 自评分');
  });
});
