import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { AppError } from '../../../lib/model/app-error';
import type { NewCampaign } from '../../../lib/model/campaign';
import { openStore, type Store, type StoreOptions } from '../../../lib/store/open-store';

/** A browser profile: stores opened on one share their data, as tabs do. */
export const newProfile = () => ({ indexedDB: new IDBFactory(), IDBKeyRange });
export type Profile = ReturnType<typeof newProfile>;

export async function openTab(profile: Profile, options: StoreOptions = {}): Promise<Store & { troubles: AppError[] }> {
  const troubles: AppError[] = [];
  const store = await openStore({ ...profile, onTrouble: error => troubles.push(error), ...options });
  return { ...store, troubles };
}

export const WORKBOOK = new TextEncoder().encode('这是收到的工作簿');

export const parkCampaign: NewCampaign = {
  name: '平安单位创建 2023',
  year: 2023,
  unit: '某园区管理委员会',
  fileName: '个性指标项目表.xlsx',
  kind: 'xlsx',
  bytes: WORKBOOK,
};

export const item = (code: string) => `indicator:表#0:${code}`;

/** Rejections told by their code. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'none';
  } catch (thrown) {
    return (thrown as AppError).code;
  }
}

export async function until(condition: () => boolean, milliseconds = 60_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
