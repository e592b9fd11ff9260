/** A cell to fill, in terms that every library understands. Columns A to Z. */
export interface BenchEdit {
  address: string;
  value: string | number;
}

/** A library doing the two jobs. */
export interface Contender {
  open(bytes: Uint8Array): Promise<unknown>;
  /** Bytes in, bytes with the cells of the first sheet filled out. */
  fill(bytes: Uint8Array, edits: readonly BenchEdit[]): Promise<Uint8Array>;
}

export const OURS = 'pingan-fill';
/** Without what import keeps of a large workbook. */
export const OURS_UNPREPARED = 'pingan-fill, no index';
/** hucre was the fastest of hucre, excelts and excelize-wasm when tried on the 10,000-row workbook. */
export const PEERS = ['SheetJS', 'exceljs', 'xlsx-populate', 'hucre'];
export const FLOORS = ['unzip + rezip, zlib', 'unzip + rezip, fflate'];

/** Loads only what this contender needs, so that its memory is its own. */
export async function loadContender(name: string, indexFile: string): Promise<Contender> {
  if (name === OURS || name === OURS_UNPREPARED) {
    return (await import('./ours')).loadOurs(name === OURS ? indexFile : null);
  }
  if (FLOORS.includes(name)) return (await import('./floor')).loadFloor(name);
  return (await import('./peers')).loadPeer(name);
}
