import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from '../../scripts/browser/launch';
import { AppPaths } from '../../scripts/browser/paths';
import { WorkspaceDriver } from '../../scripts/browser/workspace-driver';
import { violations } from './axe';

const received = path.join(AppPaths.root, 'tests/fixtures/workbooks/received-2023.xlsx');

describe('the workspace', () => {
  let folder: string;
  let browser: ExtensionBrowser;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'pingan-workspace-'));
    browser = await launchWithExtension(path.join(folder, 'profile'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('has no accessibility violation on any screen', async () => {
    const page = await browser.open('workspace.html');
    const workspace = new WorkspaceDriver(page);
    await page.getByText('最近的填报').waitFor();
    const found = [['start', await violations(page)]];
    await workspace.chooseWorkbook(received);
    await page.getByRole('button', { name: '开始填报' }).waitFor();
    found.push(['review', await violations(page)]);
    await workspace.startFilling();
    for (const step of ['表格', '逐项填写', '提示', '识别结果', '导出'] as const) {
      await workspace.goTo(step);
      if (step === '提示') await page.getByTestId('hint').first().waitFor();
      if (step === '逐项填写') {
        await page.getByTestId('item-hints').waitFor();
        await fillLists(workspace);
      }
      await page.waitForLoadState('networkidle');
      found.push([step, await violations(page)]);
      if (step !== '提示') continue;
      await page.getByText('失分清单').click();
      await page.getByTestId('lost-points').waitFor();
      found.push(['lost points', await violations(page)]);
      await page.getByText('问题整改 1').click();
      await page.getByTestId('finding').getByText(/逾期/).waitFor();
      found.push(['findings', await violations(page)]);
    }
    await page
      .getByRole('link', { name: '设置' })
      .or(page.getByRole('button', { name: '设置' }))
      .first()
      .click();
    await page.getByRole('heading', { name: '设置' }).waitFor();
    found.push(['settings', await violations(page)]);
    expect(found.filter(([, list]) => list!.length > 0)).toEqual([]);
  });

  it('asks nothing of the network, not even when a workbook is open', async () => {
    const page = await browser.open('workspace.html');
    const asked: string[] = [];
    page.on('request', request => {
      if (!/^(chrome-extension|blob|data):/.test(request.url())) asked.push(request.url());
    });
    await new WorkspaceDriver(page).importWorkbook(received, '不联网');
    expect(asked).toEqual([]);
  });

  it('shows an edit made in another tab, and both edits stay', async () => {
    const first = new WorkspaceDriver(await browser.open('workspace.html'));
    await first.importWorkbook(received, '两个标签页');
    await first.goTo('表格');
    await first.cellText('A1');
    const second = new WorkspaceDriver(await browser.open(first.page.url().split('/').slice(3).join('/')));
    await first.typeIntoCell('C3', '第一个标签页填写');
    await first.saved();
    await second.goToCell('C3');
    await second.page.getByTestId('cell-text').getByText('第一个标签页填写').waitFor();
    await second.typeIntoCell('C4', '第二个标签页填写');
    await second.saved();
    await first.goToCell('C4');
    await first.page.getByTestId('cell-text').getByText('第二个标签页填写').waitFor();
    expect(await first.cellText('C3')).toBe('第一个标签页填写');
  });

  it('takes back and repeats an edit by keyboard', async () => {
    const workspace = new WorkspaceDriver(await browser.open('workspace.html'));
    await workspace.importWorkbook(received, '撤销');
    await workspace.goTo('表格');
    await workspace.typeIntoCell('E3', '9分');
    await workspace.saved();
    await workspace.page.keyboard.press('Control+z');
    await expect.poll(() => workspace.cellText('E3')).toBe('4分');
    await workspace.page.keyboard.press('Control+y');
    await expect.poll(() => workspace.cellText('E3')).toBe('9分');
  });

  it('restores everything from a backup file in an empty profile', async () => {
    const workspace = new WorkspaceDriver(await browser.open('workspace.html'));
    await workspace.importWorkbook(received, '要备份的填报');
    await workspace.goTo('表格');
    await workspace.typeIntoCell('C3', '备份前填写');
    await workspace.saved();
    await workspace.page
      .getByRole('link', { name: '设置' })
      .or(workspace.page.getByRole('button', { name: '设置' }))
      .first()
      .click();
    const backup = path.join(folder, 'backup.pingan');
    await workspace.download(/导出全部备份/, backup);

    const other = await launchWithExtension(path.join(folder, 'other-profile'));
    try {
      const page = await other.open('workspace.html');
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: '从备份恢复' }).click();
      await (await chooser).setFiles(backup);
      await page.getByRole('link', { name: /要备份的填报/ }).click();
      const restored = new WorkspaceDriver(page);
      await restored.goTo('表格');
      expect(await restored.cellText('C3')).toBe('备份前填写');
    } finally {
      await other.close();
    }
  });

  it('says in words why a file is refused, and what is safe', async () => {
    const broken = path.join(folder, '损坏的表.xlsx');
    writeFileSync(broken, 'PK\u0003\u0004 not really a workbook');
    const page = await browser.open('workspace.html');
    await new WorkspaceDriver(page).chooseWorkbook(broken);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('原文件没有被改动');
  });
});

/** An entry of each kind: typed and ended by Enter, chosen as a file, removed; the finding is overdue. */
async function fillLists({ page }: WorkspaceDriver): Promise<void> {
  const add = async (list: 'evidence' | 'finding' | 'note', ...texts: string[]) => {
    await page.getByTestId(`new-${list}`).getByRole('textbox').click();
    for (const text of texts) {
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
    }
  };
  await add('evidence', '会议纪要', '签到表');
  await page.getByTestId('evidence-files').setInputFiles({
    name: '台账.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('台账'),
  });
  await page
    .getByTestId('list-evidence')
    .getByText(/校验值 [0-9a-f]{8}/)
    .waitFor();
  await page.getByRole('button', { name: '移除“签到表”' }).click();
  await page.getByText('已移除 1 条').click();
  await add('finding', '台账缺签字');
  await page.getByLabel('整改时限').fill('2023-11-02');
  await add('note', '等宣传科的照片');
  await page.locator('[data-testid=save-state][data-state=saved]').waitFor();
}
