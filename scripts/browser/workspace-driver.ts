import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { AppendableRole } from '../../lib/model/columns';
import { APPENDABLE_COLUMNS } from '../../lib/model/columns';

/** Drives the workspace through its own interface, by the names people see (Simplified Chinese). */
export class WorkspaceDriver {
  constructor(readonly page: Page) {}

  /** Start page → the recognition review of the chosen workbook. */
  async chooseWorkbook(file: string): Promise<void> {
    await this.page.locator('input[type=file]').first().setInputFiles(file);
  }

  async importWorkbook(file: string, campaignName?: string): Promise<void> {
    await this.chooseWorkbook(file);
    if (campaignName) await this.page.getByLabel('填报名称').fill(campaignName);
    await this.startFilling();
  }

  /** Recognition review → the new campaign. */
  async startFilling(): Promise<void> {
    await this.page.getByRole('button', { name: '开始填报' }).click();
    await this.page.getByTestId('save-state').waitFor();
  }

  async goTo(
    step: '表格' | '逐项填写' | '提示' | '起草' | '细则' | '分工' | '收发' | '同步' | '识别结果' | '导出',
  ): Promise<void> {
    await this.page.getByRole('navigation', { name: '填报步骤' }).getByText(step, { exact: true }).click();
  }

  /** Waits until the interface says that all is on disk. */
  async saved(): Promise<void> {
    await this.page.locator('[data-testid=save-state][data-state=saved]').waitFor();
  }

  async openItem(code: string): Promise<void> {
    await this.page.getByRole('link', { name: new RegExp(`^\\S+ ${code.replace('.', '\\.')} `) }).click();
    await this.page.getByRole('heading', { name: code }).waitFor();
  }

  /** Types into one answer of the item that is open. */
  async answer(label: string, text: string): Promise<void> {
    const field = this.page.getByRole('main').getByLabel(label, { exact: true }).first();
    await field.fill(text);
    await field.blur();
  }

  /** Moves the table's cursor to a cell by its address. */
  async goToCell(address: string): Promise<void> {
    const box = this.page.getByLabel('当前单元格');
    await box.fill(address);
    await box.press('Enter');
  }

  /** Types into a cell as a person does: move there, type, Enter. */
  async typeIntoCell(address: string, text: string): Promise<void> {
    await this.goToCell(address);
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
  }

  /** The whole text of a cell as the bar above the table shows it. */
  async cellText(address: string): Promise<string> {
    await this.goToCell(address);
    return this.page.getByTestId('cell-text').innerText();
  }

  async exportOriginal(target: string): Promise<void> {
    await this.goTo('导出');
    await this.page.getByRole('radio', { name: /填好的原表/ }).check();
    await this.download(/导出工作簿/, target);
  }

  async exportWorkingCopy(roles: readonly AppendableRole[], target: string): Promise<void> {
    await this.goTo('导出');
    await this.page.getByRole('radio', { name: /工作副本/ }).check();
    for (const role of Object.keys(APPENDABLE_COLUMNS) as AppendableRole[]) {
      const box = this.page.getByRole('checkbox', { name: new RegExp(`^${APPENDABLE_COLUMNS[role]}`) });
      await box.setChecked(roles.includes(role));
    }
    await this.download(/导出工作簿/, target);
  }

  async exportChangeList(target: string): Promise<void> {
    await this.goTo('导出');
    await this.download(/导出更改清单/, target);
  }

  async download(button: RegExp, target: string): Promise<void> {
    const waiting = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: button }).click();
    const download = await waiting;
    this.lastDownloadName = download.suggestedFilename();
    const chunks: Uint8Array[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Uint8Array);
    await writeFile(target, Buffer.concat(chunks));
  }

  /** The name the browser would have saved the last download under. */
  lastDownloadName = '';
}
