import type { Hint, Quote } from '../../model/hint';
import { addPoints, formatPoints, type Points, pointsOf } from '../../model/points';
import { eitherOf } from '../../model/sentence';
import type { Problem, RecognisedTable } from '../../model/table';
import { codeList, short, tableHint, text } from './draft';
import type { IndicatorGround } from './indicator-ground';

/** What the table itself says or leaves out, whatever was answered. */
export function fixedTableHints(
  table: RecognisedTable,
  tableId: string,
  grounds: readonly IndicatorGround[],
  problems: readonly Problem[],
): Hint[] {
  return [
    ...weightSumHints(table, tableId),
    ...sameEventHints(tableId, grounds),
    ...sameClauseHints(tableId, grounds, problems),
    ...typoHints(tableId, grounds, problems),
    ...noRuleHint(table, tableId, grounds),
  ];
}

/** 加分 and 否决 lists stand beside the total. */
const BESIDE_TOTAL = /加分|附加|奖励|减分|扣分项|否决/;

function weightSumHints(table: RecognisedTable, tableId: string): Hint[] {
  const counted = table.sections.filter(({ name }) => !BESIDE_TOTAL.test(name));
  const ofSections = sumOf(counted.map(({ weight }) => weight));
  const itemsOf = (section: (typeof counted)[number]) =>
    sumOf(section.indicators.map(({ weight }) => weight?.points ?? null));
  const ofItems = sumOf(counted.flatMap(({ indicators }) => indicators.map(({ weight }) => weight?.points ?? null)));
  const titleCell = table.title?.cells[0] ?? null;
  const total = table.total === null ? null : pointsOf(table.total);
  const title = { 'zh-CN': '表名', en: 'The title' };
  const ofEach = table.sections.map(section =>
    sumHint(section.code, `“${section.name}”`, section.cell, declaredOf(section.weight), itemsOf(section), ITEMS),
  );
  const sections = sumHint('sections', title, titleCell, total, ofSections, SECTIONS);
  // A difference told of the sections is not told again of all their items.
  const told = sections !== null || ofEach.some(hint => hint !== null);
  const items = told ? null : sumHint('items', title, titleCell, total, ofItems, ITEMS);
  return [sections, items, ...ofEach].filter(hint => hint !== null);

  function sumHint(
    of: string,
    what: string | typeof title,
    cell: string | null,
    declared: Points | null,
    actual: Points | null,
    parts: typeof title,
  ): Hint | null {
    if (declared === null || actual === null || declared === actual) return null;
    const difference = Math.abs(declared - actual) as Points;
    const codes = table.sections.find(({ code }) => code === of)?.indicators.map(({ code }) => code) ?? [];
    const values = {
      what,
      parts,
      declared: formatPoints(declared),
      actual: formatPoints(actual),
      difference: formatPoints(difference),
    };
    return tableHint(tableId, codes, text('weight-sum', values), {
      of,
      severity: 'warning',
      field: 'weight',
      why: [{ quote: typeof what === 'string' ? sectionText(of) : (table.title?.clean ?? ''), cell }],
      ...(cell === null ? {} : { action: { type: 'go-to', cell } }),
      points: difference,
      source: 'table',
      dismissible: true,
    });
  }

  function sectionText(code: string): string {
    return table.sections.find(section => section.code === code)?.name ?? '';
  }
}

const ITEMS = { 'zh-CN': '各项考评内容', en: 'its items' };
const SECTIONS = { 'zh-CN': '各项目', en: 'the sections' };

const declaredOf = (weight: number | null): Points | null => (weight === null ? null : pointsOf(weight));

/** null unless every part is known: a sum with holes says nothing. */
function sumOf(parts: readonly (number | null)[]): Points | null {
  const known = parts.map(part => (part === null ? null : pointsOf(part)));
  return known.length === 0 || known.some(part => part === null) ? null : addPoints(known as Points[]);
}

/** One event that two indicators forbid. */
function sameEventHints(tableId: string, grounds: readonly IndicatorGround[]): Hint[] {
  const places = new Map<string, { ground: IndicatorGround; quote: Quote }[]>();
  for (const ground of grounds) {
    for (const { requirement } of ground.events) {
      const { quote, cell } = requirement.passages[0]!;
      for (const object of requirement.objects) {
        const known = places.get(object) ?? [];
        if (known.some(place => place.ground === ground)) continue;
        places.set(object, [...known, { ground, quote: { quote, cell } }]);
      }
    }
  }
  return [...places].flatMap(([key, found]) =>
    found.length < 2 ? [] : [sameFact(tableId, 'same-fact/event', key, found)],
  );
}

/** Clauses that lib/table found in two indicators, one hint for each pair of indicators. */
function sameClauseHints(tableId: string, grounds: readonly IndicatorGround[], problems: readonly Problem[]): Hint[] {
  const pairs = new Map<string, { ground: IndicatorGround; quote: Quote }[]>();
  for (const { code, repeats } of problems) {
    if (code !== 'duplicate-clause' || !repeats) continue;
    const found = repeats.flatMap(({ indicator, quote, cell }) => {
      const ground = grounds.find(one => one.indicator.code === indicator);
      return ground ? [{ ground, quote: { quote, cell } }] : [];
    });
    if (found.length < 2) continue;
    const key = found.map(({ ground }) => ground.indicator.code).join('+');
    pairs.set(key, [...(pairs.get(key) ?? []), ...found]);
  }
  return [...pairs].map(([key, found]) => sameFact(tableId, 'same-fact', key, found));
}

function sameFact(
  tableId: string,
  key: 'same-fact' | 'same-fact/event',
  of: string,
  found: readonly { ground: IndicatorGround; quote: Quote }[],
): Hint {
  const codes = [...new Set(found.map(({ ground }) => ground.indicator.code))];
  return tableHint(tableId, codes, text(key, { codes: codeList(codes), quote: short(found[0]!.quote.quote) }), {
    of,
    severity: 'info',
    field: 'content',
    why: found.map(({ quote }) => quote),
    points: null,
    source: 'table',
    dismissible: true,
  });
}

function typoHints(tableId: string, grounds: readonly IndicatorGround[], problems: readonly Problem[]): Hint[] {
  return problems.flatMap(({ code, cell, from, to }) => {
    if (code !== 'suspected-typo' || !cell || !from || !to?.length) return [];
    const owner = grounds.find(({ indicator }) => standsIn(indicator, cell));
    const readable = from.replace(/\s+/g, '');
    return [
      tableHint(
        tableId,
        owner ? [owner.indicator.code] : [],
        text('suspected-typo', { from: readable, to: eitherOf(to) }),
        {
          of: `${cell}:${readable}`,
          severity: 'info',
          field: 'content',
          why: [{ quote: readable, cell }],
          action: { type: 'accept-wording', cell, from, to },
          points: null,
          source: 'table',
          dismissible: true,
        },
      ),
    ];
  });
}

function standsIn({ cells, measures }: IndicatorGround['indicator'], cell: string): boolean {
  return Object.values(cells).includes(cell) || measures.some(measure => measure.cell === cell);
}

function noRuleHint(table: RecognisedTable, tableId: string, grounds: readonly IndicatorGround[]): Hint[] {
  const weighted = grounds.some(({ weight }) => weight !== null);
  if (!weighted || grounds.some(({ rule }) => rule !== null)) return [];
  const weights = table.columns.find(({ role }) => role === 'weight');
  return [
    tableHint(tableId, [], text('no-scoring-rule'), {
      severity: 'info',
      field: 'weight',
      why: weights ? [{ quote: weights.header, cell: null }] : [],
      action: { type: 'add-scoring-rules' },
      points: null,
      source: 'table',
      dismissible: true,
    }),
  ];
}
