import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
/** Stands in for what libraries use; ours do without. */
const STAND_INS = 'entrypoints/workspace/old-browsers.ts';

/**
 * What Chromium 90 lacks, with the version that brought it. The build lowers syntax only, so each of these would fail in the
 * moment it is reached. A scan for words: a method of ours by such a name would be named too, and needs another.
 */
const YOUNGER: Record<string, RegExp> = {
  'Array.prototype.at, String.prototype.at (92)': /\.at\(\s*(?:-|\d)/,
  'crypto.randomUUID (92)': /\brandomUUID\b/,
  'Object.hasOwn (93)': /\bObject\.hasOwn\b/,
  'Array.prototype.findLast, findLastIndex (97)': /\.findLast(?:Index)?\b/,
  'structuredClone (98)': /\bstructuredClone\b/,
  'AbortSignal: throwIfAborted, timeout, any (100 to 116)': /\bthrowIfAborted\b|\bAbortSignal\.(?:any|timeout|abort)\b/,
  'deflate-raw (103)': /['"`]deflate-raw['"`]/,
  'toReversed, toSorted, toSpliced, with (110)': /\.to(?:Reversed|Sorted|Spliced)\b|\.with\(\s*(?:-|\d)/,
  'String: isWellFormed, toWellFormed (111)': /\b(?:is|to)WellFormed\b/,
  'regular expressions with v (112)': /(?<![</\w)])\/(?![*/])(?:\\.|[^/\\\n])+\/[dgimsuy]*v[dgimsuy]*(?![\w/])/,
  'Object.groupBy, Map.groupBy (117)': /\b(?:Object|Map)\.groupBy\b/,
  'Promise.withResolvers (119), Promise.try (128)': /\bwithResolvers\b|\bPromise\.try\b/,
  'Array.fromAsync (121)': /\bfromAsync\b/,
  'methods of iterators (122)':
    /\.(?:values|keys|entries)\(\)\s*\.(?:map|filter|some|every|find|toArray|take|drop|reduce|forEach|flatMap)\b/,
  'algebra of sets (122)': /\.(?:intersection|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/,
  'streams as async iterators (124)': /\bfor await \([^)]*\b\w*[sS]tream\)/,
};

const files = ['components', 'entrypoints', 'lib']
  .flatMap(folder => readdirSync(path.join(root, folder), { recursive: true }).map(name => `${folder}/${name}`))
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => /\.tsx?$/.test(file) && file !== STAND_INS)
  .sort();

describe('browsers back to Chromium 90', () => {
  it.each(Object.entries(YOUNGER))('are not asked for %s', (_, pattern) => {
    const offenders = files.flatMap(file =>
      linesOf(file).flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
    );
    expect(offenders).toEqual([]);
  });
});

/** Comments may name what they explain the absence of. */
function linesOf(file: string): string[] {
  return readFileSync(path.join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, comment => comment.replace(/[^\n]/g, ''))
    .split('\n')
    .map(line => line.replace(/(?<=^|\s)\/\/.*$/, ''));
}
