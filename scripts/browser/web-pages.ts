import type { CDPSession, Page } from 'playwright-core';
import type { ExtensionBrowser } from './launch';

/** What a person does with the browser itself, which no page can do: the toolbar's button, and granting a site. */
export class BrowserChrome {
  private constructor(
    private readonly browser: ExtensionBrowser,
    private readonly session: CDPSession,
  ) {}

  static async of(browser: ExtensionBrowser): Promise<BrowserChrome> {
    const driver = browser.context.browser();
    if (!driver) throw new Error('no browser behind this context');
    return new BrowserChrome(browser, await driver.newBrowserCDPSession());
  }

  /** Presses the extension's button while `page` is in front: gives activeTab, opens the side panel. */
  async pressButton(page: Page): Promise<void> {
    await page.bringToFront();
    const target = await this.onlyTab(page.url());
    // Younger than the driver's list of commands.
    await this.session.send(
      'Extensions.triggerAction' as never,
      {
        id: this.browser.extensionId,
        targetId: target,
      } as never,
    );
  }

  /** Tabs are told apart by their address alone; one that is closing shows its own for a moment longer. */
  private async onlyTab(address: string): Promise<string> {
    const until = Date.now() + 30_000;
    for (;;) {
      const { targetInfos } = await this.session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const [first, ...others] = targetInfos.filter(({ url }) => url === address);
      if (first && others.length === 0) return first.targetId;
      if (Date.now() > until) throw new Error(`${others.length + (first ? 1 : 0)} tabs show ${address}`);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  /** Lets the next request for this site be granted: without a window there is nobody to ask. */
  async allow(pattern: string): Promise<void> {
    const page = await this.browser.context.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(
      ([id, host]) =>
        // biome-ignore lint/suspicious/noExplicitAny: an interface of the browser's own page
        (globalThis as any).chrome.developerPrivate.addHostPermission(id, host),
      [this.browser.extensionId, pattern],
    );
    await page.close();
  }

  /** The number that extensions know a tab by. Panels have windows of their own, which may be the last used one still while they close. */
  async tabId(page: Page): Promise<number> {
    const [worker] = this.browser.context.serviceWorkers();
    await page.bringToFront();
    return worker!.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: runs in the extension's background
      const shown: { id: number; lastAccessed: number }[] = await (globalThis as any).chrome.tabs.query({
        active: true,
        windowType: 'normal',
      });
      return shown.sort((a, b) => b.lastAccessed - a.lastAccessed)[0]!.id;
    });
  }

  /** The side panel's page in a window of its own, as where there is no side panel: the page beside it stays in sight. */
  async panelBeside(page: Page): Promise<Page> {
    const id = await this.tabId(page);
    const [worker] = this.browser.context.serviceWorkers();
    const coming = this.browser.context.waitForEvent('page');
    await worker!.evaluate(
      // biome-ignore lint/suspicious/noExplicitAny: runs in the extension's background
      url => (globalThis as any).chrome.windows.create({ url, type: 'popup', width: 440, height: 800 }),
      `chrome-extension://${this.browser.extensionId}/sidepanel.html#tab=${id}`,
    );
    const panel = await coming;
    await panel.getByTestId('site-bar').waitFor();
    return panel;
  }
}
