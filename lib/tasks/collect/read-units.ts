import type { Unit } from '../../model/unit-comparison';
import { readDocument } from '../../workbook/document/read-document';
import { inspectWorkbook } from '../inspect-workbook';
import { isPackage, readPackageUnits } from './read-package';
import { unitOf } from './unit-of';

/**
 * What one file says: a workbook is one unit, a package one for each campaign in it (mostly one).
 * @throws AppError why the file cannot be taken into the comparison
 */
export async function readUnits(file: string, bytes: Uint8Array, signal?: AbortSignal): Promise<Unit[]> {
  if (isPackage(file, bytes)) return readPackageUnits(file, bytes, signal);
  const { grids, recognition } = await inspectWorkbook(bytes, { problems: false, ...(signal ? { signal } : {}) });
  const unit = unitOf(file, { grids, recognition, state: new Map(), drafting: null });
  return [{ ...unit, savedAt: (await readDocument(bytes)).modified }];
}
