import { build } from 'wxt';
import { AppPaths } from './paths';

/** Builds the extension as it ships. Quiet unless it fails. */
export async function buildExtension(browser: 'chrome' | 'firefox' = 'chrome'): Promise<void> {
  await build({ root: AppPaths.root, browser, manifestVersion: 3, logger: silentLogger() });
}

function silentLogger() {
  const say = (...parts: unknown[]) => console.error(...parts);
  const nothing = () => {};
  return {
    level: 0,
    debug: nothing,
    log: nothing,
    info: nothing,
    success: nothing,
    warn: say,
    error: say,
    fatal: say,
  };
}
