import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS } from '../../../scripts/browser/chromium-flags';
import { findChromium } from '../../../scripts/browser/find-chromium';
import { allPages } from '../../fixtures/pages/ground-truth';
import { bundleProbe, IsolatedPage } from '../../fixtures/pages/isolated-page';
import { type PageServer, servePages } from '../../fixtures/pages/serve';

type Style = Record<string, string>;

/** The page may move, cover and fake whatever it likes; only a person's click on what is really visible counts. */
describe('a fill click', () => {
  let server: PageServer;
  let browser: Browser;
  let isolated: IsolatedPage;

  beforeAll(async () => {
    let probe: string;
    [server, probe, browser] = await Promise.all([
      servePages(),
      bundleProbe(),
      chromium.launch({ executablePath: findChromium()!, args: [...CHROMIUM_FLAGS] }),
    ]);
    const page = await browser.newPage();
    const truth = allPages().find(each => each.page === 'strict-csp')!;
    isolated = await IsolatedPage.open(page, server.origin, truth, [{ wait: 'fieldset' }], probe);
    await page.evaluate(() => {
      const host = document.createElement('div');
      const button = document.createElement('button');
      const cover = document.createElement('div');
      host.id = 'host';
      button.textContent = '用表格填写';
      cover.id = 'cover';
      host.append(button);
      document.body.prepend(host, cover);
    });
    await isolated.evaluate("probe.watchClicks('#host button')");
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** What became of a click of the mouse, with the page dressed so and at rest for a second. */
  async function clickWith(host: Style, cover: Style): Promise<unknown> {
    await isolated.page.evaluate(
      ([hostStyle, coverStyle]) => {
        for (const [id, style] of [
          ['host', hostStyle],
          ['cover', coverStyle],
        ] as const) {
          const element = document.getElementById(id)!;
          element.removeAttribute('style');
          Object.assign(element.style, style);
        }
      },
      [host, cover] as const,
    );
    await isolated.page.waitForTimeout(1_000);
    const { x, y, width, height } = (await isolated.page.locator('#host button').boundingBox())!;
    const before = await clicks();
    await isolated.page.mouse.click(x + width / 2, y + height / 2);
    await expect.poll(clicks).not.toEqual(before);
    return (await clicks()).at(-1);
  }

  const clicks = async (): Promise<string[]> => [...((await isolated.evaluate('probe.clicks')) as string[])];
  const over: Style = {
    position: 'fixed',
    inset: '0',
    background: '#fff',
    pointerEvents: 'none',
  };

  it('counts when the button is there for all to see', async () => {
    expect(await clickWith({}, {})).toBe('acted');
  });

  it('counts for nothing when the page covers the button, however thinly', async () => {
    expect(await clickWith({}, over)).toBe('not-visible');
    expect(await clickWith({}, { ...over, background: 'rgba(255, 255, 255, 0.01)' })).toBe('not-visible');
  });

  it('counts for nothing when the page makes it transparent or distorts it', async () => {
    expect(await clickWith({ opacity: '0' }, {})).toBe('not-visible');
    expect(await clickWith({ filter: 'blur(4px)' }, {})).toBe('not-visible');
    expect(await clickWith({ width: '120px', margin: '40px', transform: 'rotate(5deg)' }, {})).toBe('not-visible');
  });

  it('counts again once the page has let go of it', async () => {
    expect(await clickWith({}, {})).toBe('acted');
  });

  it('counts for nothing when a script made it', async () => {
    await isolated.page.evaluate(() => document.querySelector<HTMLElement>('#host button')!.click());
    expect((await clicks()).at(-1)).toBe('not-trusted');
  });
});
