import { AppError } from '../../model/app-error';
import { SIGNATURE } from './zip-archive';

interface Directory {
  start: number;
  count: number;
  /** Bytes before the archive itself: every offset in it counts from there. */
  shift: number;
  comment: Uint8Array;
}

const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/** Finds the end record from the back, and the directory it names. */
export function findDirectory(view: DataView): Directory {
  if (view.byteLength < 4 || view.getUint16(0, true) !== 0x4b50) throw new AppError('not-a-zip');
  const last = view.byteLength - END_LENGTH;
  for (let offset = last; offset >= Math.max(0, last - LONGEST_COMMENT); offset--) {
    if (view.getUint32(offset, true) !== SIGNATURE.end) continue;
    const directory = readEnd(view, offset);
    if (directory) return directory;
  }
  throw new AppError('truncated');
}

function readEnd(view: DataView, end: number): Directory | null {
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  let directoryEnd = end;
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === SIGNATURE.zip64Locator) {
    const wide = locator - 56;
    if (wide < 0 || view.getUint32(wide, true) !== SIGNATURE.zip64End) return null;
    count = wideNumber(view, wide + 32);
    size = wideNumber(view, wide + 40);
    offset = wideNumber(view, wide + 48);
    directoryEnd = wide;
  }
  const start = isDirectory(view, offset, size, directoryEnd) ? offset : directoryEnd - size;
  if (start < offset || (count > 0 && !isDirectory(view, start, size, directoryEnd))) return null;
  const commentLength = Math.min(view.getUint16(end + 20, true), view.byteLength - end - END_LENGTH);
  const comment = new Uint8Array(view.buffer, view.byteOffset + end + END_LENGTH, commentLength);
  return { start, count, shift: start - offset, comment };
}

/** Some writers leave padding or a signature between the directory and its end record. */
function isDirectory(view: DataView, start: number, size: number, end: number): boolean {
  return start >= 0 && size >= 4 && start + size <= end && view.getUint32(start, true) === SIGNATURE.central;
}

function wideNumber(view: DataView, offset: number): number {
  return view.getUint32(offset, true) + view.getUint32(offset + 4, true) * 0x1_0000_0000;
}
