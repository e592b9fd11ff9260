import { problem } from '../model/problem';
import type { Problem, RecognisedTable } from '../model/table';
import { matchKey } from '../model/text';
import { type TableText, tableTexts } from './table-texts';

/** Shorter clauses ("有部署,有考核") recur everywhere and mean nothing. */
const SHORTEST = 8;
const MOST_REPORTED = 50;
const FORBIDDEN = /^(?:没有|未|不|无|杜绝|严禁|坚决防止)(?:再)?(?:发生|出现)?/;
const NEARLY = 0.9;

interface Clause {
  key: string;
  /** What must not happen: a single event may cost points twice. */
  forbidden: boolean;
  text: TableText;
}

/** Clauses that stand in two indicators, and measures that repeat their content. Shown, never decided. */
export function duplicateProblems(table: RecognisedTable): Problem[] {
  const texts = tableTexts(table);
  return [...acrossIndicators(table.sheet, texts), ...withinIndicators(table.sheet, texts)].slice(0, MOST_REPORTED);
}

function acrossIndicators(sheet: string, texts: readonly TableText[]): Problem[] {
  const first = new Map<string, Clause>();
  const found: Problem[] = [];
  const told = new Set<string>();
  for (const clause of texts.flatMap(clauses)) {
    const earlier = first.get(clause.key);
    if (!earlier) first.set(clause.key, clause);
    else if (earlier.text.code !== clause.text.code && !told.has(clause.key)) {
      told.add(clause.key);
      found.push(acrossProblem(sheet, earlier, clause));
    }
  }
  return found;
}

function acrossProblem(sheet: string, a: Clause, b: Clause): Problem {
  const code = a.forbidden && b.forbidden ? 'possible-double-deduction' : 'duplicate-clause';
  const details = { first: a.text.code, second: b.text.code, quote: a.key };
  const repeats = [a, b].map(({ text, key }) => ({ indicator: text.code, cell: text.cell, quote: key }));
  return { ...problem(code, { sheet, cell: b.text.cell }, details), repeats };
}

function withinIndicators(sheet: string, texts: readonly TableText[]): Problem[] {
  const found: Problem[] = [];
  let content: Clause[] = [];
  let told = '';
  for (const text of texts) {
    if (text.what === 'content') {
      content = clauses(text);
      continue;
    }
    if (told === text.code) continue;
    const repeated = clauses(text).find(clause => content.some(other => alike(clause.key, other.key)));
    if (repeated) {
      told = text.code;
      const details = { indicator: text.code, quote: repeated.key };
      found.push(problem('measure-repeats-content', { sheet, cell: text.cell }, details));
    }
  }
  return found;
}

function clauses(text: TableText): Clause[] {
  return matchKey(text.clean)
    .split(/[.;,!?:]/)
    .map(part => ({ key: part.replace(FORBIDDEN, ''), forbidden: FORBIDDEN.test(part), text }))
    .filter(({ key }) => key.length >= SHORTEST);
}

/** Share of character pairs in common (Dice); "…知晓度和满意度" and "…知晓度及满意度" are alike. */
function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) / Math.max(a.length, b.length) < 0.8) return false;
  const pairs = new Set(pairsOf(a));
  const other = pairsOf(b);
  const shared = other.filter(pair => pairs.has(pair)).length;
  return (2 * shared) / (pairs.size + other.length) >= NEARLY;
}

function pairsOf(text: string): string[] {
  return Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
}
