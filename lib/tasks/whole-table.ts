import type { RecognisedTable, SourcedText } from '../model/table';
import { matchKey } from '../model/text';
import { parseRule } from '../scoring/parse-rule';
import type { Place } from './answer-places';

const SURE = 0.7;
const LONGEST_NOTE = 2_000;

export const tableId = ({ sheet, ordinal }: RecognisedTable): string => `${sheet}#${ordinal}`;

/** Notes that state grades or vetoes for the whole table. */
export function decidingNotes({ notes }: RecognisedTable): SourcedText[] {
  return notes.filter(({ text }) => {
    if (text.length > LONGEST_NOTE) return false;
    const { rule, confidence } = parseRule(text);
    const rules = rule.kind === 'composite' ? rule.rules : [rule];
    return confidence >= SURE && rules.some(({ kind }) => kind === 'veto' || kind === 'grade');
  });
}

/** Whether a veto of the whole table applies: true or false. Kept by its words, with the campaign. */
export const vetoPlace = (table: RecognisedTable, quote: string): Place => ({
  entity: 'campaign',
  field: `veto:${tableId(table)}:${matchKey(quote)}`,
});
