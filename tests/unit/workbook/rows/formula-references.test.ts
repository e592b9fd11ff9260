import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewriteReferences, writeReference } from '../../../../lib/workbook/rows/formula-references';

/** Every reference found, as sheet!text. */
function found(formula: string): string[] | null {
  const references: string[] = [];
  const read = rewriteReferences(formula, ({ sheet, lastSheet, first, second }) => {
    const prefix = sheet === null ? '' : `${sheet}${lastSheet === null ? '' : `:${lastSheet}`}!`;
    references.push(prefix + writeReference(first, second));
    return null;
  });
  return read === null ? null : references;
}

describe('references in a formula', () => {
  it.each([
    ['SUM(E7:$E$11,E3)', ['E7:$E$11', 'E3']],
    ["'一 表'!B2+表2!$C4", ['一 表!B2', '表2!$C4']],
    ["'it''s'!A1", ["it's!A1"]],
    ['Sheet1:Sheet3!A1', ['Sheet1:Sheet3!A1']],
    ['A:C+$2:3', ['A:C', '$2:3']],
    ['"E7"&E7', ['E7']],
    ['LOG10(E7)+Q1_total+TAX', ['E7']],
    ['分值表[[#This Row],[E7]]+E7', ['E7']],
    ["表[it'[s E9]*E8", ['E8']],
    ['IF(A1#>1E5,{1,2;"B2",#N/A},#REF!)', ['A1']],
    ['XFE1+A1048577+XFD1048576', ['XFD1048576']],
    ['E7:INDEX(E:E,3)', ['E7', 'E:E']],
    ['_xlfn.XLOOKUP(@B2,C:C,D:D)', ['B2', 'C:C', 'D:D']],
    ['B11:A1', ['B11:A1']],
    ['A1 B2', ['A1', 'B2']],
  ])('are told from all else: %s', (formula, references) => {
    expect(found(formula)).toEqual(references);
  });

  it('of other workbooks are left alone', () => {
    expect(found("[1]Sheet1!A1+'[2]表 1'!B2+[1]!名称")).toEqual([]);
  });

  it.each(['"open', "'open!A1", '表[open', 'A1!'])('are not guessed where a formula cannot be read: %s', formula => {
    expect(found(formula)).toBeNull();
  });

  it('are written back in place, all else by character', () => {
    const twoDown = rewriteReferences(' SUM( e7 : $E$11 )  & "E7" ', ({ first, second }) =>
      writeReference({ ...first, row: { ...first.row!, index: first.row!.index + 2 } }, second),
    );
    expect(twoDown).toBe(' SUM( E9 : $E$13 )  & "E7" ');
  });

  it('never fail, nor change what is not rewritten, whatever the text', () => {
    const piece = fc.constantFrom(
      'A1',
      '$B$2',
      ':',
      '!',
      "'",
      '"',
      '(',
      ')',
      '[',
      ']',
      '#',
      '表',
      ',',
      '{',
      ' ',
      'SUM',
      '1',
      '.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const text = pieces.join('');
        expect([text, null]).toContain(rewriteReferences(text, () => null));
      }),
    );
  });
});
