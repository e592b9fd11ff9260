/** More sentences than a cell ever has; beyond, comparing them would take seconds. */
const MOST_SENTENCES = 1_000;

/**
 * What two people's versions of one text could be together: sentences as they wrote them, none made up, none in part. null where
 * both changed the same sentences differently, because then only they can say. A suggestion to be shown, never applied by itself.
 */
export function suggestText(base: string, ours: string, theirs: string): string | null {
  const [from, a, b] = [sentences(base), sentences(ours), sentences(theirs)];
  if (Math.max(from.length, a.length, b.length) > MOST_SENTENCES) return null;
  const [inA, inB] = [matches(from, a), matches(from, b)];
  const merged: string[] = [];
  let at = { base: 0, a: 0, b: 0 };
  for (let place = 0; place <= from.length; place++) {
    const [nextA, nextB] = place < from.length ? [inA[place], inB[place]] : [a.length, b.length];
    if (nextA === undefined || nextB === undefined) continue;
    const piece = together(from.slice(at.base, place), a.slice(at.a, nextA), b.slice(at.b, nextB));
    if (!piece) return null;
    merged.push(...piece);
    if (place < from.length) merged.push(from[place]!);
    at = { base: place + 1, a: nextA + 1, b: nextB + 1 };
  }
  return join(merged);
}

/** Each with the mark that ends it: 。；and line breaks. */
export const sentences = (text: string): string[] => text.match(/[^。；\n]*[。；\n]|[^。；\n]+$/g) ?? [];

/** What stands between two sentences that all three have; null where both changed it, and differently. */
function together(base: readonly string[], a: readonly string[], b: readonly string[]): readonly string[] | null {
  if (same(a, base) || same(a, b)) return b;
  if (same(b, base)) return a;
  if (base.length > 0) return null;
  // Both only added: additions of both stay, what both added once.
  return [...a, ...b.filter(sentence => !a.some(one => bare(one) === bare(sentence)))];
}

/** Where each sentence of `base` is found again in `other`: a longest common subsequence. */
function matches(base: readonly string[], other: readonly string[]): (number | undefined)[] {
  const width = other.length + 1;
  const lengths = new Uint16Array((base.length + 1) * width);
  for (let i = base.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      const skip = Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
      lengths[i * width + j] = base[i] === other[j] ? lengths[(i + 1) * width + j + 1]! + 1 : skip;
    }
  }
  const found: (number | undefined)[] = [];
  for (let i = 0, j = 0; i < base.length && j < other.length; ) {
    if (base[i] === other[j]) found[i++] = j++;
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return found;
}

/** A last sentence without a mark gets a line break where another follows, or two would become one that nobody wrote. */
const join = (parts: readonly string[]): string =>
  parts.map((part, place) => (/[。；\n]$/.test(part) || place === parts.length - 1 ? part : `${part}\n`)).join('');

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((sentence, place) => sentence === b[place]);

const bare = (sentence: string): string => sentence.replace(/[。；\n]$/, '');
