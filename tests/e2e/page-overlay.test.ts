import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe';
import type { OverlayProbe } from './overlay-probe';
import { COMPLETION, FilledDesk } from './page-desk';
import { indicatorText, portalPage, portalTable, serveSite, type WebSite } from './web-site';

const DIALOG = `<button type="button" id="open">填写</button>
  <dialog id="d">${portalTable(2)}</dialog><script>open.onclick = () => d.showModal()</script>`;
/** Nothing that tells what a field is: numbers, and a component that shows its inside to nobody. */
const NUMBERS_ONLY = `<table id="g">${[1, 2].map(n => `<tr><td>指标${n}</td><td><textarea class="wc" id="c${n}"></textarea></td></tr>`).join('')}</table>
  <score-box id="box"></score-box>
  <script>box.attachShadow({ mode: 'closed' }).innerHTML = '<input size="6">'</script>`;

const STRICT = "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'";

/** A button counts clicks once it has been seen for 100 ms. */
const SEEN_MS = 400;
/** Pixels: the card stands by its field. */
const NEAR = 40;

describe('hints on web pages', () => {
  let desk: FilledDesk;
  let site: WebSite;

  beforeAll(async () => {
    site = await serveSite(other => ({
      '/form': { html: portalPage(portalTable()) },
      '/strict': { html: portalPage(portalTable()), headers: { 'content-security-policy': STRICT } },
      '/dialog': { html: portalPage(DIALOG.replace('open.onclick', "document.getElementById('open').onclick")) },
      '/around': {
        html: portalPage(
          `<div role="dialog"><h3>${indicatorText(0)}</h3><iframe src="${other}/inner" width="900" height="500"></iframe></div>`,
        ),
      },
      '/inner': {
        html: '<!doctype html><p><label>完成情况 <textarea id="c"></textarea></label></p><p><label>自评分 <input id="s"></label></p>',
      },
      '/numbers': { html: portalPage(NUMBERS_ONLY.replace('box.attach', "document.getElementById('box').attach")) },
      '/decoy': { html: portalPage('<label>用户名 <input id="u"></label><label>密码 <input type="password"></label>') },
    }));
    desk = await FilledDesk.open();
  });
  afterEach(() => desk.tidy());
  afterAll(async () => {
    await desk.close();
    site.close();
  });

  const card = (overlay: OverlayProbe, words: string) =>
    expect.poll(async () => (await overlay.see()).said).toContain(words);

  /** Pixels between a field and the card; infinite where the card covers it. */
  async function gapToCard(page: Page, overlay: OverlayProbe, selector: string): Promise<number> {
    const box = await overlay.cardBox();
    const field = (await page.locator(selector).boundingBox())!;
    const [right, bottom] = [field.x + field.width, field.y + field.height];
    const across = Math.max(box.left - right, field.x - box.right);
    const down = Math.max(box.top - bottom, field.y - box.bottom);
    const gap = Math.max(across, down);
    return gap < 0 ? Number.POSITIVE_INFINITY : gap;
  }

  async function turnedOn(path: string): Promise<{ page: Page; overlay: OverlayProbe }> {
    const visit = await desk.visit(`${site.origin}${path}`);
    await desk.chrome.pressButton(visit.page);
    return visit;
  }

  it('are off until the toolbar button is pressed, then mark the fields and tell what is asked beside the one in use', async () => {
    const { page, overlay } = await desk.visit(`${site.origin}/form`);
    expect((await overlay.see()).isThere).toBe(false);
    await desk.chrome.pressButton(page);
    await expect.poll(async () => (await overlay.see()).marks).toBe(8);
    await page.focus('#s1');
    await card(overlay, '1.1 自评分');
    const { said, buttons } = await overlay.see();
    expect(said).toContain('4 分');
    expect(buttons).toEqual(['从表格填入', '取到表格', '在侧边栏查看', '这个字段是…', '×']);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('s1');

    await page.keyboard.type('5');
    await card(overlay, '自评 5 分，超过了权重 4 分');

    await expect.poll(() => gapToCard(page, overlay, '#s1')).toBeLessThan(NEAR);
    for (const look of ['zoom: 1.3', 'transform: translate(60px, 40px) scale(0.9)', '']) {
      await page.evaluate(css => {
        document.documentElement.style.cssText = css;
        window.dispatchEvent(new Event('resize'));
      }, look);
      await expect.poll(() => gapToCard(page, overlay, '#s1')).toBeLessThan(NEAR);
    }
    await page.emulateMedia({ media: 'print' });
    await expect(overlay.cardBox()).rejects.toThrow();
    await page.emulateMedia({ media: null });

    await page.keyboard.press('Escape');
    expect((await overlay.see()).said).toBe('');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('s1');
  });

  it('fill one field at a click, and take it back', async () => {
    const { page, overlay } = await turnedOn('/form');
    await page.focus('#c1');
    await card(overlay, '1.1 完成情况');
    await page.waitForTimeout(SEEN_MS);
    await overlay.press('从表格填入');
    await card(overlay, '已填入');
    expect(await page.inputValue('#c1')).toBe(COMPLETION);
    expect(await page.inputValue('#c2')).toBe('');
    await page.waitForTimeout(SEEN_MS);
    await overlay.press('撤销填入');
    await card(overlay, '已恢复');
    expect(await page.inputValue('#c1')).toBe('');
    expect(site.posts).toEqual([]);
  });

  it('take what was typed into the table, with its page, and never over what is there', async () => {
    const { page, overlay } = await turnedOn('/form');
    await page.fill('#c2', '已建立一岗双责制度。');
    await page.focus('#c2');
    await card(overlay, '1.2 完成情况');
    await page.waitForTimeout(SEEN_MS);
    await overlay.press('取到表格');
    await card(overlay, '已取到表格');
    await expect.poll(() => desk.sources()).toContain(`page:${site.origin}/form`);
    await desk.workspace.openItem('1.2');
    await expect.poll(() => desk.workspace.page.getByTestId('completion').inputValue()).toBe('已建立一岗双责制度。');
    await desk.workspace.page.getByRole('button', { name: '完成情况的更改记录' }).click();
    await desk.workspace.page.getByText(`取自网页 ${site.origin}/form`).waitFor();
    await desk.workspace.page.keyboard.press('Escape');

    await page.bringToFront();
    await page.fill('#c1', '别的内容');
    await page.focus('#c1');
    await card(overlay, '1.1 完成情况');
    await page.waitForTimeout(SEEN_MS);
    await overlay.press('取到表格');
    await card(overlay, '已有不同的内容');
  });

  it('come by themselves on a granted site, and go when the grant is revoked', async () => {
    const { page } = await turnedOn('/form');
    await desk.chrome.allow('http://127.0.0.1/*');
    const panel = await desk.chrome.panelBeside(page);
    await panel.getByTestId('grant-site').click();
    await panel.locator('[data-testid=site-bar][data-granted=true]').waitFor();
    const second = await desk.visit(`${site.origin}/form`);
    await expect.poll(async () => (await second.overlay.see()).marks).toBe(8);

    await panel.bringToFront();
    await panel.getByTestId('revoke-site').click();
    await expect.poll(async () => (await second.overlay.see()).isThere).toBe(false);
    const third = await desk.visit(`${site.origin}/form`);
    await third.page.focus('#c1');
    expect((await third.overlay.see()).isThere).toBe(false);
  });

  it('work under a strict content security policy', async () => {
    const { page, overlay } = await turnedOn('/strict');
    await page.focus('#s1');
    await card(overlay, '1.1 自评分');
    await page.waitForTimeout(SEEN_MS);
    await overlay.press('从表格填入');
    await card(overlay, '已填入');
    expect(await page.inputValue('#s1')).toBe('4');
  });

  it('stand inside of a modal dialog, where their buttons can be pressed', async () => {
    const { page, overlay } = await turnedOn('/dialog');
    await page.click('#open');
    await page.focus('#c1');
    await card(overlay, '1.1 完成情况');
    await page.waitForTimeout(SEEN_MS);
    await overlay.press('从表格填入');
    await card(overlay, '已填入');
    expect(await page.inputValue('#c1')).toBe(COMPLETION);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.querySelector('dialog')!.open)).toBe(true);
  });

  it('reach a frame of another site once that site is granted for hints, with the indicator that the page around gives it', async () => {
    const { page } = await turnedOn('/around');
    const inner = page.frames()[1]!;
    const marked = () => inner.evaluate(() => document.querySelectorAll('html > div').length);
    const panel = await desk.chrome.panelBeside(page);
    const grant = panel.getByTestId('grant-frame');
    await grant.waitFor();
    expect(await marked()).toBe(0);

    // As for a server that a campaign is synced with: no hints follow from it.
    await desk.chrome.allow('http://localhost/*');
    await panel.evaluate(() => {
      const button = document.createElement('button');
      button.id = 'ask';
      // biome-ignore lint/suspicious/noExplicitAny: runs in the extension's page
      button.onclick = () => (globalThis as any).chrome.permissions.request({ origins: ['http://localhost/*'] });
      document.querySelector('header')!.append(button);
    });
    await panel.click('#ask', { force: true });
    await panel.waitForFunction(() =>
      // biome-ignore lint/suspicious/noExplicitAny: runs in the extension's page
      (globalThis as any).chrome.permissions.contains({ origins: ['http://localhost/*'] }),
    );
    expect(await marked()).toBe(0);

    await grant.click();
    const field = panel.locator('[data-testid=page-group][data-code="1.1"] [data-role=completion]');
    await field.waitFor();
    expect(await marked()).toBe(1);
    await page.bringToFront();
    await field.getByTestId('fill-field').click();
    await expect.poll(() => inner.inputValue('#c')).toBe(COMPLETION);
  });

  it('are listed beside the page, where a whole item is filled after a preview of every value', async () => {
    const { page } = await turnedOn('/form');
    const panel = await desk.chrome.panelBeside(page);
    const group = panel.locator('[data-testid=page-group][data-code="1.1"]');
    await group.getByTestId('fill-row').click();
    await panel.getByRole('dialog').getByText(COMPLETION).waitFor();
    expect(await page.inputValue('#c1')).toBe('');
    await panel.getByRole('button', { name: '填入这 2 个字段' }).click();
    await expect.poll(() => group.getByTestId('outcome').count()).toBe(2);
    expect([await page.inputValue('#c1'), await page.inputValue('#s1')]).toEqual([COMPLETION, '4']);
    await group.locator('[data-state=done]').first().waitFor();
    expect(site.posts).toEqual([]);
  });

  it('keep what a person says a field is, for the next visit', async () => {
    const { page } = await turnedOn('/form');
    const panel = await desk.chrome.panelBeside(page);
    const field = panel.locator(
      '[data-testid=page-group][data-code="1.3"] [data-testid=page-field][data-role=selfScore]',
    );
    await field.getByRole('button', { name: '这个字段是…' }).click();
    await panel.getByRole('combobox', { name: '栏目' }).click();
    await panel.locator('.ant-select-item-option', { hasText: '备注' }).click();
    await panel.getByRole('button', { name: '记住' }).click();
    const corrected = panel.locator('[data-testid=page-group][data-code="1.3"] [data-role=remark]');
    await corrected.waitFor();
    await page.reload();
    await desk.chrome.pressButton(page);
    await corrected.waitFor();
  });

  it('follow a file of bindings where a page says nothing of itself, and tell what of it does not fit', async () => {
    const settings = await desk.openSettings();
    const completions = [{ selector: '.wc', role: 'completion' }];
    const content = {
      version: 1,
      sites: [
        {
          name: '市考评系统',
          match: `${site.origin}/numbers`,
          rows: [{ selector: '#g tr', count: 2, indicators: ['1.1', '1.2'], fields: completions }],
          fields: [
            { selector: '#box >>> input', indicator: '1.1', role: 'selfScore' },
            { selector: '#gone', indicator: '1.3', role: 'selfScore' },
          ],
        },
      ],
    };
    const file = { name: 'bindings.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) };
    await settings.getByTestId('bindings-file').setInputFiles({ ...file, buffer: Buffer.from('<html>') });
    await settings.getByText('“bindings.json”不是网页绑定文件').waitFor();
    await settings.getByTestId('bindings-file').setInputFiles(file);
    await settings.getByTestId('binding-file').getByText('市考评系统').waitFor();

    const { page, overlay } = await turnedOn('/numbers');
    await expect.poll(async () => (await overlay.see()).marks).toBe(3);
    await page.focus('#c1');
    await card(overlay, '1.1 完成情况');
    const panel = await desk.chrome.panelBeside(page);
    await panel.getByTestId('broken-bindings').getByText('市考评系统：应有 1 处，现在找到 0 处').waitFor();
    await panel.locator('[data-testid=page-group][data-code="1.1"] [data-role=selfScore]').waitFor();
    expect(await violations(panel)).toEqual([]);
    await panel.close();

    await settings.bringToFront();
    await settings.getByRole('button', { name: '移除 市考评系统' }).click();
    await expect.poll(async () => (await overlay.see()).marks).toBe(0);
  });

  it('do without the top layer where the browser has none (Chromium below 114)', async () => {
    const { page, overlay } = await turnedOn('/form');
    // Once it is shown, the press has given access.
    await expect.poll(async () => (await overlay.see()).marks).toBe(8);
    const tab = await desk.chrome.tabId(page);
    const [worker] = desk.browser.context.serviceWorkers();
    // In the world of our scripts, before the next of them begins: what a page takes away is taken from the page's world only.
    await worker!.evaluate(
      tabId =>
        // biome-ignore lint/suspicious/noExplicitAny: runs in the extension's background
        (globalThis as any).chrome.scripting.executeScript({
          target: { tabId },
          func: () => {
            for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover'])
              delete (HTMLElement.prototype as unknown as Record<string, unknown>)[name];
          },
        }),
      tab,
    );
    await desk.chrome.pressButton(page);
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('html > div:not([popover])').length)).toBe(1);
    await page.focus('#s1');
    await card(overlay, '1.1 自评分');
    await expect.poll(() => gapToCard(page, overlay, '#s1')).toBeLessThan(NEAR);
    await page.waitForTimeout(SEEN_MS);
    await overlay.press('从表格填入');
    await card(overlay, '已填入');
    expect(await page.inputValue('#s1')).toBe('4');
    await page.close();
  });

  it('leave a login form alone', async () => {
    const { page, overlay } = await turnedOn('/decoy');
    await page.focus('#u');
    await page.waitForTimeout(800);
    expect((await overlay.see()).isThere).toBe(false);
  });

  it('say so when the extension was updated under an open page, and go', async () => {
    const { page, overlay } = await turnedOn('/form');
    await page.focus('#s1');
    await card(overlay, '1.1 自评分');
    const [worker] = desk.browser.context.serviceWorkers();
    const gone = worker!.waitForEvent('close');
    // biome-ignore lint/suspicious/noExplicitAny: runs in the extension's background
    await worker!.evaluate(() => setTimeout(() => (globalThis as any).chrome.runtime.reload()));
    await gone;
    await page.bringToFront();
    await page.waitForTimeout(SEEN_MS);
    await overlay.press('从表格填入');
    await card(overlay, '扩展已更新或停用');
    expect(await page.inputValue('#s1')).toBe('');
    await page.focus('#s2');
    await expect.poll(async () => (await overlay.see()).isThere).toBe(false);
    await page.close();
  });
});
