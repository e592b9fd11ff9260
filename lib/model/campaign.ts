import * as z from 'zod';

/** One yearly activity with one workbook (年度创建活动). Its answers live in its journal, its bytes under workbookSha. */
export const campaignSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  year: z.number().int().nullable(),
  unit: z.string().nullable(),
  fileName: z.string(),
  /** "xlsx", "xls" …: the format the workbook came in and goes out as. */
  kind: z.string(),
  workbookSha: z.string().regex(/^[0-9a-f]{64}$/),
  /** As last counted by the workspace; for the list of campaigns only. */
  progress: z.object({ indicators: z.number().int().nonnegative(), filled: z.number().int().nonnegative() }),
  /** Milliseconds of this PC's clock. updatedAt moves with every edit. */
  createdAt: z.number(),
  updatedAt: z.number(),
});

export type Campaign = z.infer<typeof campaignSchema>;

export interface NewCampaign extends Pick<Campaign, 'name' | 'year' | 'unit' | 'fileName' | 'kind'> {
  /** The workbook as received; never changed. */
  bytes: Uint8Array;
  progress?: Campaign['progress'];
}

export type CampaignChange = Partial<Pick<Campaign, 'name' | 'year' | 'unit' | 'progress'>>;

/** What tasks need of a store; lib/store keeps it in the browser, tests and the command line may keep it in memory. */
export interface Campaigns {
  /** Last edited first. */
  list(): Promise<Campaign[]>;
  get(id: string): Promise<Campaign | null>;
  create(campaign: NewCampaign): Promise<Campaign>;
  change(id: string, change: CampaignChange): Promise<Campaign>;
  /** Returns a backup of what was removed, to offer for keeping. */
  remove(id: string, confirmation: { confirmed: true }): Promise<Blob>;
  /** Called at once and after every change, also those of other tabs, until the signal is aborted. */
  watch(callback: (campaigns: Campaign[]) => void, options: { signal: AbortSignal }): void;
}

/** Bytes by their SHA-256, never changed once stored. */
export interface Blobs {
  put(bytes: Uint8Array): Promise<string>;
  get(sha: string): Promise<Uint8Array | null>;
}
