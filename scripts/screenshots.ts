import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sampleProgressSchema } from '../lib/model/guidance';
import { parseTemplateFile } from '../lib/model/template-file';
import { buildExtension } from './browser/build-extension';
import { launchWithExtension } from './browser/launch';
import { AppPaths } from './browser/paths';
import { WorkspaceDriver } from './browser/workspace-driver';
import { showLists } from './screenshots/lists';
import { completedUnits, returnedCopies } from './screenshots/story';
import { settleSyncPage, showSyncPage } from './screenshots/sync-page';
import { takePagePictures } from './screenshots/web-page';
import { CHINESE_FONTS, CHROMIUM, CHROMIUM_CHINESE, setupSystem } from './setup-system';

/** `npm run screenshots`: the pictures of README and of the user guide, taken from the built extension. */
if (setupSystem([CHROMIUM, CHROMIUM_CHINESE, CHINESE_FONTS]).length > 0) process.exit(1);
// What Chromium asks on Linux for its own language: date fields are the browser's.
process.env.LANGUAGE = 'zh_CN';
await buildExtension();

const folder = path.join(AppPaths.root, 'docs/images');
const template = path.join(AppPaths.root, 'templates/quanzhou-2023');
const sample = parseTemplateFile(
  sampleProgressSchema,
  JSON.parse(readFileSync(path.join(template, 'sample-progress.json'), 'utf8')),
  'sample-progress.json',
);
/** Made up: the 2023 table came without scoring rules. */
const RULES = `1.1 未成立领导小组的扣1分；未制定创建方案扣0.5分；工作推进不力的，酌情扣0.5-1分。
1.3 主要领导研究平安建设全年不少于4次，少1次扣0.5分，扣完为止。
4.4 全年报送图文信息不少于2条，少1条扣1分。`;
mkdirSync(folder, { recursive: true });
const profile = mkdtempSync(path.join(tmpdir(), 'pingan-pictures-'));
const browser = await launchWithExtension(profile);
try {
  const page = await browser.open('workspace.html');
  const workspace = new WorkspaceDriver(page);
  // Time runs on for the page; only what "today" is stands still, so that the pictures do not change from day to day.
  await page.clock.setFixedTime(new Date('2023-11-20T09:30:00+08:00'));
  await page.reload();
  await page.getByText('最近的填报').waitFor();
  await picture('start');

  await workspace.chooseWorkbook(path.join(template, 'table.xlsx'));
  await page.getByRole('button', { name: '开始填报' }).waitFor();
  await picture('review');
  await workspace.startFilling();

  for (const { code, completion, selfScore, department } of sample.indicators.slice(0, 9)) {
    await workspace.openItem(code);
    await workspace.answer('完成情况', completion.replace('（示例）', ''));
    await workspace.answer('自评分', String(selfScore));
    await workspace.answer('责任科室', department);
  }
  await page.getByLabel('姓名').fill('李敏');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await workspace.openItem('2.3');
  await page.getByRole('checkbox', { name: /按要求完成各级信访平台/ }).click();
  await workspace.saved();
  // Hints follow once typing rests.
  await page.getByTestId('item-hints').getByTestId('hint').first().waitFor();
  await picture('item');
  await showLists(workspace);
  await picture('lists');

  await workspace.goTo('表格');
  await workspace.typeIntoCell(
    'C3',
    '1.调整创建工作领导小组，完善创建工作机制；\n2.按季度调度年度平安创建工作要点目标任务。',
  );
  await workspace.goToCell('C4');
  await workspace.saved();
  await picture('table');

  await workspace.goTo('分工');
  await page.getByTestId('assignment').first().waitFor();
  await picture('people');

  await workspace.goTo('起草');
  const lastRow = page.locator('[data-row="2.5"] [data-draft-field=weight]');
  await lastRow.fill('2.5');
  await lastRow.press('Control+Enter');
  const added = page.locator('[data-change=added]');
  await added.locator('[data-draft-field=content]').fill('开展园区企业安全隐患排查，落实闭环整改。');
  await added.locator('[data-draft-field=measures]').fill('1.每季度排查不少于1次；\n2.建立整改台账。');
  await added.locator('[data-draft-field=deadline]').fill('2023年底前');
  await added.locator('[data-draft-field=weight]').fill('1');
  await page.getByTestId('draft-section-sum').getByText('还差 0.5 分').waitFor();
  await workspace.saved();
  await picture('drafting');
  await page.getByTestId('draft-drop').click();
  await page.getByRole('button', { name: '放弃', exact: true }).click();
  await page.getByTestId('draft-changes').getByText('没有未应用的起草').waitFor();

  await workspace.goTo('细则');
  await page.getByTestId('paste-open').click();
  await page.getByTestId('paste-rules').fill(RULES);
  await page.getByTestId('read-rules').click();
  await page.getByTestId('adopt-rules').click();
  await workspace.saved();
  await page.getByTestId('rule-subject').filter({ hasText: '1.1' }).click();
  await page
    .getByRole('button', { name: /^更正：/ })
    .nth(1)
    .click();
  await page.getByTestId('rule-heading').scrollIntoViewIfNeeded();
  await picture('rules');

  await workspace.goTo('收发');
  await page.getByTestId('hand-out-departments').waitFor();
  await picture('hand-out');
  const returned = await returnedCopies(workspace, profile);
  await workspace.goTo('逐项填写');
  await workspace.openItem('1.1');
  await workspace.answer('完成情况', '园区“平安单位”创建领导小组已于3月调整，方案已印发。');
  await workspace.saved();
  await workspace.goTo('收发');
  await page.getByRole('tab', { name: '收回' }).click();
  await page.getByTestId('returned-files').setInputFiles(returned);
  await page.getByTestId('take-back-conflicts').waitFor();
  await picture('take-back');

  await showSyncPage(workspace);
  await picture('sync');
  await settleSyncPage(workspace);

  await workspace.goTo('导出');
  await page.getByRole('radio', { name: /工作副本/ }).check();
  await picture('export');
  await page
    .getByRole('link', { name: '设置' })
    .or(page.getByRole('button', { name: '设置' }))
    .first()
    .click();
  await page.getByRole('heading', { name: '设置' }).waitFor();
  await picture('settings');

  await takePagePictures(browser, folder);

  await page.goto(page.url().replace(/#.*$/, '#/collect'));
  await page.getByTestId('collect-files').setInputFiles(await completedUnits(template, sample.indicators, profile));
  await page.getByTestId('collect-table').waitFor();
  await picture('collect');

  async function picture(name: string): Promise<void> {
    const file = path.join(folder, `${name}.png`);
    await page.screenshot({ path: file, animations: 'disabled' });
    console.log(path.relative(AppPaths.root, file));
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
