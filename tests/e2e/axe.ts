import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Rule ids with the elements they are about; empty means axe found nothing. */
export async function violations(page: Page): Promise<string[]> {
  // Half a megabyte of script: once a document is enough.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // A button that fades from grey has no colour to judge yet; what turns for ever is not waited for.
    const fading = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(fading.map(({ finished }) => finished));
    const { axe: injected } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations: list, passes } = await injected.run(document, { resultTypes: ['violations'] });
    if (passes.length === 0) throw new Error('axe looked at nothing');
    return list.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`);
  });
}
