import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchWithExtension } from '../../scripts/browser/launch';
import { WorkspaceDriver } from '../../scripts/browser/workspace-driver';

export interface BrowserFigures {
  /** Milliseconds from navigation to the first contentful paint of the workspace, one per cold start of the browser. */
  firstPaint: number[];
  /** Main-thread milliseconds of one edit, from the first key to "saved", averaged over `edits` edits. */
  editMainThread: number;
  edits: number;
}

const STARTS = 5;
const EDITS = 30;

/** The two figures that only a browser can give, from the built extension. */
export async function measureInBrowser(largeTable: string): Promise<BrowserFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pingan-bench-'));
  try {
    const firstPaint: number[] = [];
    for (let start = 0; start < STARTS; start++)
      firstPaint.push(await firstPaintOf(path.join(folder, `start-${start}`)));
    return { firstPaint, editMainThread: await editTime(path.join(folder, 'edit'), largeTable), edits: EDITS };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstPaintOf(profile: string): Promise<number> {
  const browser = await launchWithExtension(profile);
  try {
    const page = await browser.open('workspace.html');
    await page.getByText('最近的填报').waitFor();
    return await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
  } finally {
    await browser.close();
  }
}

async function editTime(profile: string, file: string): Promise<number> {
  const browser = await launchWithExtension(profile);
  try {
    const page = await browser.open('workspace.html');
    const workspace = new WorkspaceDriver(page);
    await workspace.importWorkbook(file);
    await workspace.goTo('表格');
    await workspace.typeIntoCell('C5', '预热');
    await workspace.saved();
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable');
    const taskSeconds = async () => {
      const { metrics } = await client.send('Performance.getMetrics');
      return metrics.find(metric => metric.name === 'TaskDuration')!.value;
    };
    await workspace.goToCell('C10');
    const before = await taskSeconds();
    for (let edit = 0; edit < EDITS; edit++) {
      await page.keyboard.insertText(`第${edit}次填写`);
      await page.keyboard.press('Enter');
      await workspace.saved();
    }
    return ((await taskSeconds()) - before) * (1000 / EDITS);
  } finally {
    await browser.close();
  }
}
