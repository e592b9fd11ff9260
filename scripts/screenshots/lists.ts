import type { WorkspaceDriver } from '../browser/workspace-driver';

/** Something in each list of the open item, one finding overdue and one closed. */
export async function showLists({ page }: WorkspaceDriver): Promise<void> {
  const add = async (list: 'evidence' | 'finding' | 'note', ...texts: string[]) => {
    await page.getByTestId(`new-${list}`).getByRole('textbox').click();
    for (const text of texts) {
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
    }
  };
  await add('evidence', '信访工作会议纪要', '各平台办件情况统计表');
  await page.getByLabel('存放位置（第 1 条）').fill('综合科档案柜 3-2');
  await page.getByLabel('日期（第 1 条）').fill('2023-10-18');
  await page.getByLabel('存放位置（第 2 条）').fill('共享盘\\平安单位\\2.3');
  await add('finding', '第三季度积案台账没有签字', '两件网上信访超过答复期限');
  await page.getByLabel('整改措施（第 1 条）').fill('补签，并复核全年台账');
  await page.getByLabel('整改时限（第 1 条）').fill('2023-11-10');
  await page.getByLabel('整改责任人（第 1 条）').fill('李敏');
  // Shown a frame later.
  await page.getByLabel('第 2 条问题销号').click();
  await page.getByLabel(/^销号日期/).waitFor();
  await add('note', '等宣传科的现场照片，月底前要到');
  await page.locator('[data-testid=save-state][data-state=saved]').waitFor();
  await page.getByTestId('list-note').scrollIntoViewIfNeeded();
}
