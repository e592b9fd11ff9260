import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { AppPaths } from '../../scripts/browser/paths';
import { WorkspaceDriver } from '../../scripts/browser/workspace-driver';

export const received = path.join(AppPaths.root, 'tests/fixtures/workbooks/received-2023.xlsx');

/** One colleague's page, driven by what they see. */
export class Colleague extends WorkspaceDriver {
  constructor(
    page: Page,
    readonly name: string,
  ) {
    super(page);
  }

  async toSync(): Promise<void> {
    await this.page.getByRole('navigation', { name: '填报步骤' }).getByText('同步', { exact: true }).click();
    await this.page.getByRole('heading', { name: '同步', exact: true }).waitFor();
  }

  /** Once the first edit has asked who is at the PC. */
  async sayName(): Promise<void> {
    await this.page.getByLabel('姓名').fill(this.name);
    await this.page.getByRole('button', { name: '保存', exact: true }).click();
  }

  async typeInTable(cells: Readonly<Record<string, string>>): Promise<void> {
    await this.goTo('表格');
    for (const [cell, text] of Object.entries(cells)) await this.typeIntoCell(cell, text);
    await this.saved();
  }

  /** Into the lists of an item, as the first of each. */
  async addEntries(code: string, entries: { evidence: string; note: string }): Promise<void> {
    await this.goTo('逐项填写');
    await this.openItem(code);
    for (const [list, text] of Object.entries(entries)) {
      const field = this.page.getByTestId(`new-${list}`).getByRole('textbox');
      await field.fill(text);
      await field.press('Enter');
    }
    await this.saved();
  }

  async seesEntries(code: string, list: 'evidence' | 'note', texts: readonly string[]): Promise<void> {
    await this.goTo('逐项填写');
    await this.openItem(code);
    const told = this.page.getByTestId(`list-${list}`).locator('[data-testid=entry] [data-entry-field]:first-child');
    const shown = () => told.evaluateAll(fields => fields.map(field => (field as HTMLInputElement).value).sort());
    await expect.poll(shown).toEqual([...texts].sort());
  }

  /** What another PC wrote is shown a moment after it was taken in. */
  async sees(cell: string, text: string): Promise<void> {
    await this.goTo('表格');
    await expect.poll(() => this.cellText(cell)).toBe(text);
  }

  state(name: string): Promise<void> {
    return this.page.locator(`[data-testid=sync-state][data-state=${name}]`).waitFor();
  }

  /** Leaves the page where it is; resolves once a whole exchange that was begun after the click is over. */
  async sync(): Promise<void> {
    await this.toSync();
    const clicked = await this.page.evaluate(() => Date.now());
    await this.page.getByTestId('sync-now').click();
    await this.page
      .waitForFunction(since => {
        const begun = document.querySelector<HTMLElement>('[data-testid=sync-line]')?.dataset.begunAt;
        const state = document.querySelector<HTMLElement>('[data-testid=sync-state]')?.dataset.state;
        return Number(begun) >= since && state === 'synced';
      }, clicked)
      .catch(async error => {
        throw new Error(`${await this.page.getByTestId('sync-line').innerText()}: ${String(error)}`);
      });
  }

  async choose(text: string): Promise<void> {
    await this.toSync();
    await this.page.getByRole('button', { name: `用这个：${text}` }).click();
    await this.page.getByTestId('conflict').waitFor({ state: 'detached' });
  }
}
