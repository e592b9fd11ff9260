import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchWithExtension } from '../../scripts/browser/launch';
import { WorkspaceDriver } from '../../scripts/browser/workspace-driver';

export interface BrowserFigures {
  /** Milliseconds from navigation to the first contentful paint of the workspace, one per cold start of the browser. */
  firstPaint: number[];
  /** Milliseconds of one edit, from the first key to "saved", averaged over `edits` edits. */
  edit: {
    /** Scripts, style and layout: what our code causes. */
    ours: number;
    /** All tasks of the main thread: painting without a GPU, garbage collection and the driver's questions included. */
    all: number;
  };
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
    return { firstPaint, edit: await editTime(path.join(folder, 'edit'), largeTable), edits: EDITS };
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

async function editTime(profile: string, file: string): Promise<BrowserFigures['edit']> {
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
    const read = async () => {
      const { metrics } = await client.send('Performance.getMetrics');
      const seconds = (name: string) => metrics.find(metric => metric.name === name)!.value;
      return {
        ours: seconds('ScriptDuration') + seconds('LayoutDuration') + seconds('RecalcStyleDuration'),
        all: seconds('TaskDuration'),
      };
    };
    await workspace.goToCell('C10');
    const before = await read();
    for (let edit = 0; edit < EDITS; edit++) {
      await page.keyboard.insertText(`第${edit}次填写`);
      await page.keyboard.press('Enter');
      await workspace.saved();
    }
    const after = await read();
    const each = (name: 'ours' | 'all') => ((after[name] - before[name]) * 1000) / EDITS;
    return { ours: each('ours'), all: each('all') };
  } finally {
    await browser.close();
  }
}
