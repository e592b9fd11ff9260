import { matchKey } from '../../model/text';

const NUMBER = /^\s*(?:[(（]?\d{1,3}[)）.．、]|[①-⑳])\s*/;

const END = /[；;。]\s*$/;

/** "1.会议纪要" → what it names, to compare. */
const named = (line: string): string => matchKey(line.replace(NUMBER, '').replace(END, ''));

/**
 * The text of a 佐证材料 cell with the names that it lacks as a numbered list behind what stands there, which stays letter for
 * letter. null where it names them all.
 */
export function withEvidence(text: string, names: readonly string[]): string | null {
  const lines = text.split('\n');
  const known = new Set(lines.map(named));
  const missing = names.filter(name => {
    const key = matchKey(name);
    if (key === '' || known.has(key)) return false;
    known.add(key);
    return true;
  });
  if (missing.length === 0) return null;
  const numbers = lines.flatMap(line => Number(/^\s*[(（]?(\d{1,3})[)）.．、]/.exec(line)?.[1] ?? []));
  const last = Math.max(0, ...numbers);
  const list = missing.map((name, place) => `${last + place + 1}.${name.replace(/\s*\n\s*/g, ' ')}`);
  return [...(text.trim() === '' ? [] : [text.replace(/\s+$/, '')]), ...list].join('\n');
}

/** What a cell's text names beside these entries, line by line. */
export function beyondEvidence(text: string, names: readonly string[]): string {
  const known = new Set(names.map(name => matchKey(name)));
  return text
    .split('\n')
    .filter(line => line.trim() !== '' && !known.has(named(line)))
    .join('\n');
}

/** The same without the numbers in front and the marks behind. */
export const evidenceLines = (text: string, names: readonly string[]): string[] =>
  beyondEvidence(text, names)
    .split('\n')
    .map(line => line.replace(NUMBER, '').replace(END, '').trim())
    .filter(line => line !== '');
