import { readFileSync } from 'node:fs';
import { type Guidance, guidanceSchema } from '../../lib/model/guidance';
import type { Problem, RecognisedTable } from '../../lib/model/table';
import { recogniseTables } from '../../lib/table/recognise-tables';
import { seedGrid } from '../fixtures/layouts/seed';

/** A table whose hints are measured; plain data, handed to a process of its own. */
export interface HintCase {
  name: string;
  table: RecognisedTable;
  problems: readonly Problem[];
  guidance: Guidance | null;
  withRules: boolean;
  /** What people wrote, to be spread over the indicators. */
  sample: readonly { completion: string; selfScore: string }[];
  /** Milliseconds in which all hints are to be worked out. */
  bar: number;
}

/** No two indicators share one: 1,000 different rules have to be read and asked. */
const RULES: readonly ((n: number) => string)[] = [
  n => `未建立第${n}项制度扣1分；未按时完成的每项扣0.5分，扣完为止`,
  n => `第${n}项工作全年不少于4次，少1次扣0.5分`,
  n => `第${n}类人员知晓率达到90%，每低1个百分点扣0.${1 + (n % 4)}分`,
  n => `第${n}项工作落实到位的得${2 + (n % 3)}分，基本落实的得1分，未落实的不得分`,
];

export function hintCases(): HintCase[] {
  const { tables, problems } = recogniseTables([seedGrid()]);
  const table = tables[0]!;
  const guidance = guidanceSchema.parse(template('guidance.json'));
  const { indicators } = template('sample-progress.json') as {
    indicators: { completion: string; selfScore: number }[];
  };
  const sample = indicators.map(({ completion, selfScore }) => ({ completion, selfScore: String(selfScore) }));
  return [
    { name: 'the 2023 table', table, problems, guidance, withRules: false, sample, bar: 1 },
    ...[false, true].map(withRules => ({
      name: `1,000 indicators${withRules ? ', each with a rule of its own' : ''}`,
      table: repeated(table, 1_000, withRules),
      problems: [],
      guidance: null,
      withRules,
      sample,
      bar: 20,
    })),
  ];
}

const template = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../templates/quanzhou-2023/${name}`, import.meta.url), 'utf8'));

function repeated(table: RecognisedTable, count: number, withRules: boolean): RecognisedTable {
  const all = table.sections.flatMap(({ indicators }) => indicators);
  const indicators = Array.from({ length: count }, (_, i) => ({
    ...all[i % all.length]!,
    code: `1.${i + 1}`,
    number: i + 1,
    ...(withRules ? { scoringRule: RULES[i % RULES.length]!(i) } : {}),
  }));
  return { ...table, sections: [{ ...table.sections[0]!, weight: null, indicators }] };
}
