import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS } from './chromium-flags';
import { findChromium } from './find-chromium';
import { AppPaths } from './paths';

export interface ExtensionBrowser {
  context: BrowserContext;
  extensionId: string;
  /** Opens a page of the extension, such as "workspace.html". */
  open(page: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts the installed Chromium with the built extension on the given profile folder. */
export async function launchWithExtension(
  profile: string,
  options: {
    headless?: boolean;
    viewport?: { width: number; height: number } | null;
    args?: string[];
    extension?: string;
  } = {},
): Promise<ExtensionBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('没有找到 Chromium 内核的浏览器 · no Chromium-family browser found');
  const extension = options.extension ?? AppPaths.chromeBuild;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless ?? true,
    viewport: options.viewport === undefined ? { width: 1366, height: 768 } : options.viewport,
    locale: 'zh-CN',
    acceptDownloads: true,
    // Nothing to wait for while it fades, and less to paint without a GPU.
    reducedMotion: 'reduce',
    args: [
      ...CHROMIUM_FLAGS,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(options.args ?? []),
    ],
  });
  // Of a busy machine; what works returns at once.
  context.setDefaultTimeout(60_000);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(worker.url()).host;
  return {
    context,
    extensionId,
    async open(name) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${name}`);
      return page;
    },
    close: () => context.close(),
  };
}
