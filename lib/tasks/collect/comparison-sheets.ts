import { errorText } from '../../model/app-error';
import type { CellValue } from '../../model/cells';
import { COLLECT_WORDS, flagText } from '../../model/collect-texts';
import { formatPoints, type Points } from '../../model/points';
import type { Language } from '../../model/sentence';
import type { BrokenFile, ComparedCell, UnitComparison } from '../../model/unit-comparison';
import type { PlainSheet } from '../../workbook/write-plain';

/** The comparison as lists to look through and print: title, headings, one line a unit. */
export function comparisonSheets(
  { indicators, units }: UnitComparison,
  broken: readonly BrokenFile[],
  language: Language,
): PlainSheet[] {
  const words = COLLECT_WORDS[language];
  const number = (points: Points | null): CellValue => (points === null ? null : Number(formatPoints(points)));
  const matrix = (
    name: string,
    shown: (cell: ComparedCell | null) => CellValue,
    last: CellValue[] = [],
  ): PlainSheet => ({
    name,
    rows: [
      [words.unit, ...indicators.map(({ code, content }) => `${code} ${content.slice(0, 24)}`)],
      ...units.map(unit => [unit.name, ...unit.cells.map(shown)]),
      ...(last.length > 0 ? [last] : []),
    ],
    widths: [30, ...indicators.map(() => 13)],
  });
  const sheets: PlainSheet[] = [
    {
      name: words.overview,
      rows: [
        [words.title(units.length, broken.length)],
        [
          words.unit,
          words.selfTotal,
          words.fullMarks,
          words.indicators,
          words.filled,
          words.missing,
          words.late,
          words.evidenceCount,
          words.flagCount,
          words.saved,
          words.file,
        ],
        ...units.map(unit => [
          unit.name,
          number(unit.selfTotal),
          number(unit.total),
          unit.indicators,
          unit.filled,
          unit.indicators - unit.filled,
          unit.late,
          unit.evidence,
          unit.flags.length,
          unit.savedAt?.slice(0, 16).replace('T', ' ') ?? null,
          unit.file,
        ]),
      ],
      widths: [30, 9, 7, 8, 7, 7, 9, 9, 8, 17, 40],
    },
    matrix(words.scores, cell => (cell ? (number(cell.score) ?? cell.scoreText) : words.absent), [
      words.median,
      ...indicators.map(({ median }) => number(median)),
    ]),
    matrix(words.gaps, cell => {
      if (!cell) return words.absent;
      if (cell.filled) return words.yes;
      return cell.late ? words.overdue : words.no;
    }),
    matrix(words.evidence, cell => (cell ? cell.evidence : words.absent)),
    {
      name: words.flags,
      rows: [
        [words.unit, words.indicator, words.flag, words.file],
        ...units.flatMap(unit =>
          unit.flags.map(flag => [unit.name, flag.code, flagText(flag, language), unit.file] as CellValue[]),
        ),
      ],
      widths: [30, 9, 60, 40],
    },
    {
      name: words.broken,
      rows: [
        [words.file, words.reason, words.advice],
        ...broken.map(({ file, error }) => {
          const { message, next } = errorText(error, language);
          return [file, message, next];
        }),
      ],
      widths: [40, 60, 60],
    },
  ];
  return sheets.map(sheet =>
    sheet.rows.length > 1
      ? sheet
      : { ...sheet, rows: [...sheet.rows, [sheet.name === words.broken ? words.noBroken : words.none]] },
  );
}
