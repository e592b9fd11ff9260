import { phrase, problem } from '../model/problem';
import { eitherOf } from '../model/sentence';
import type { Problem, RecognisedTable } from '../model/table';
import { cleanText } from '../model/text';
import { doubledCharacters, singleOccurrences } from './doubled-characters';
import { lookAlikes } from './look-alikes';
import type { Slip } from './slip';
import { tableTexts } from './table-texts';

/** Where the slip's wording stands. */
interface Place {
  cell: string;
  text: string;
  slip: Slip;
}

const MOST_REPORTED = 100;
/** A line of thirty dots is no slip. */
const LONGEST_SLIP = 24;

/**
 * Suspected slips, once per distinct wording, however often it occurs. Suggestions only: official wording is changed by
 * people.
 */
export function typoProblems(table: RecognisedTable): Problem[] {
  const texts = tableTexts(table);
  const occursSingly = singleOccurrences(texts.map(text => text.clean).join('\n'));
  const places: Place[] = texts.flatMap(({ cell, text, clean }) =>
    [...doubledCharacters(text, clean, occursSingly), ...lookAlikes(clean)]
      .filter(({ from }) => from.length <= LONGEST_SLIP)
      .map(slip => ({ cell, text, slip })),
  );
  places.push(...deadlineSlips(table));
  return distinct(places)
    .slice(0, MOST_REPORTED)
    .map(place => typo(table.sheet, place));
}

function typo(sheet: string, { cell, text, slip: { from, to, why }, count }: Place & { count: number }): Problem {
  const places = count > 1 ? phrase('places', { count }) : '';
  const told = problem('suspected-typo', { sheet, cell }, { from, to: eitherOf(to), why, places });
  return { ...told, from: verbatim(from, text), to };
}

/** "2023年度前" where the other rows say "2023年底前". */
function deadlineSlips(table: RecognisedTable): Place[] {
  const deadlines = table.sections.flatMap(section => section.indicators);
  return deadlines.flatMap(({ deadline, cells }) => {
    const from = /(?:20\d\d)?年度(?:之?前)/.exec(cleanText(deadline?.text ?? ''))?.[0];
    if (!from || !cells.deadline) return [];
    const slip = { from, to: [from.replace('年度', '年底')], why: phrase('du-for-di') };
    return [{ cell: cells.deadline, text: deadline?.text ?? '', slip }];
  });
}

/** The slip as the cell has it: a line wrap may have left spaces in it. */
function verbatim(from: string, text: string): string {
  const characters = [...from].map(character => character.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(characters.join('\\s*')).exec(text)?.[0] ?? from;
}

function distinct(places: readonly Place[]): (Place & { count: number })[] {
  const found = new Map<string, Place & { count: number }>();
  for (const place of places) {
    const known = found.get(place.slip.from);
    if (known) known.count++;
    else found.set(place.slip.from, { ...place, count: 1 });
  }
  return [...found.values()];
}
