import { sha256Hex } from '../model/sha256';
import { indexWorkbook, type WorkbookIndex } from '../workbook/index-workbook';

/** The campaign's workbook, and returned copies that were looked at since. An index is a few per cent of its workbook. */
const MOST = 3;

/**
 * The indexes that let large workbooks be filled without unpacking them, made once after opening and kept while the worker
 * lives, by the workbook's SHA-256. Never stored: making one costs less than reading it back would.
 */
export class KeptIndexes {
  readonly #bySha = new Map<string, Promise<WorkbookIndex | null>>();

  /** Makes the index where there is none yet. Small workbooks have an empty one. */
  async prepare(bytes: Uint8Array): Promise<void> {
    const sha = await sha256Hex(bytes);
    const index = this.#bySha.get(sha) ?? indexWorkbook(bytes).catch(withoutIndex);
    this.#bySha.delete(sha);
    this.#bySha.set(sha, index);
    for (const oldest of this.#bySha.keys()) {
      if (this.#bySha.size <= MOST) break;
      this.#bySha.delete(oldest);
    }
    await index;
  }

  /** Waits for one that is being made: that is sooner than filling without. null where none was prepared. */
  async of(bytes: Uint8Array): Promise<WorkbookIndex | null> {
    if (this.#bySha.size === 0) return null;
    return (await this.#bySha.get(await sha256Hex(bytes))) ?? null;
  }
}

/** Filling works without, and says what is wrong with the file if anything is. */
function withoutIndex(): null {
  return null;
}
