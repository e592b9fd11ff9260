import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchWithExtension } from '../../scripts/browser/launch';
import { WorkspaceDriver } from '../../scripts/browser/workspace-driver';
import type { Goal } from './goal';
import { milliseconds } from './report';

interface EditCost {
  /** Scripts, style and layout: what our code causes. */
  ours: number;
  /** All tasks of the main thread: painting without a GPU, garbage collection and the driver's questions included. */
  all: number;
}

const STARTS = 5;
const EDITS = 30;

/** The first paint of a cold browser, and an edit in a large table, in the built extension. */
export async function measureWorkspace(largeTable: string): Promise<Goal[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pingan-bench-'));
  try {
    const firstPaint: number[] = [];
    for (let start = 0; start < STARTS; start++)
      firstPaint.push(await firstPaintOf(path.join(folder, `start-${start}`)));
    const { ours, all } = await editCost(path.join(folder, 'edit'), largeTable);
    return [
      {
        text: 'first paint of the workspace under 1 s',
        reached: Math.max(...firstPaint) < 1000,
        figures: `cold browsers: ${firstPaint.map(milliseconds).join(', ')} ms`,
      },
      {
        text: 'an edit in a 10,000-row table under 16 ms of main-thread time',
        reached: all < 16,
        figures:
          `mean of ${EDITS}, from the first key to “saved”: ${milliseconds(ours)} ms of scripts, style and layout; ` +
          `${milliseconds(all)} ms with painting in software`,
      },
    ];
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

async function editCost(profile: string, file: string): Promise<EditCost> {
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
