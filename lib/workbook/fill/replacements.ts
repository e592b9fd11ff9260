/** Bytes `start` to `end` of an inflated part become `bytes`; an insertion where both are equal. */
export interface Replacement {
  start: number;
  end: number;
  bytes: Uint8Array;
}

const encoder = new TextEncoder();

export function replacement(start: number, end: number, text: string): Replacement {
  return { start, end, bytes: encoder.encode(text) };
}

/** In the order of the file; insertions at one place keep the order they were made in and come before what is replaced there. */
export function inFileOrder(replacements: readonly Replacement[]): Replacement[] {
  return [...replacements].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** @param sorted as `inFileOrder` gives them, none overlapping */
export function applyReplacements(bytes: Uint8Array, sorted: readonly Replacement[]): Uint8Array {
  const growth = sorted.reduce((sum, { start, end, bytes: inserted }) => sum + inserted.length - (end - start), 0);
  const result = new Uint8Array(bytes.length + growth);
  let from = 0;
  let to = 0;
  for (const { start, end, bytes: inserted } of sorted) {
    result.set(bytes.subarray(from, start), to);
    to += start - from;
    result.set(inserted, to);
    to += inserted.length;
    from = end;
  }
  result.set(bytes.subarray(from), to);
  return result;
}
