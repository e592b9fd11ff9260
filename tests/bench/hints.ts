/** What hints cost, part of `npm run bench`. Milliseconds of CPU over all threads, medians of many rounds after warming up. */
import { readFileSync } from 'node:fs';
import { guidanceSchema } from '../../lib/model/guidance';
import { NO_PROGRESS, type Progress } from '../../lib/model/progress';
import type { RecognisedTable } from '../../lib/model/table';
import { UNKNOWN_PROFILE } from '../../lib/model/unit-profile';
import { type HintSources, hintRoom } from '../../lib/scoring/hints/hints-of';
import { recogniseTables } from '../../lib/table/recognise-tables';
import { seedGrid } from '../fixtures/layouts/seed';

const template = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../templates/quanzhou-2023/${name}`, import.meta.url), 'utf8'));
const { tables, problems } = recogniseTables([seedGrid()]);
const guidance = guidanceSchema.parse(template('guidance.json'));
const sample = (
  template('sample-progress.json') as { indicators: { code: string; completion: string; selfScore: number }[] }
).indicators;

const RULES = ['未建立制度扣1分；未按时完成的每项扣0.5分，扣完为止', '全年不少于4次，少1次扣0.5分'];

interface Case {
  name: string;
  sources: HintSources;
  codes: readonly string[];
  withRules: boolean;
}

function repeated(count: number, withRules: boolean): Case {
  const table = structuredClone(tables[0]!) as RecognisedTable;
  const all = table.sections.flatMap(({ indicators }) => indicators);
  table.sections = [
    {
      ...table.sections[0]!,
      weight: null,
      indicators: Array.from({ length: count }, (_, i) => ({
        ...all[i % all.length]!,
        code: `1.${i + 1}`,
        number: i + 1,
        ...(withRules ? { scoringRule: RULES[i % RULES.length]! } : {}),
      })),
    },
  ];
  const codes = table.sections[0]!.indicators.map(({ code }) => code);
  return { name: `${count} indicators${withRules ? ', each with a rule' : ''}`, sources: { table }, codes, withRules };
}

/** New objects each time, as after a merge or when a rule was corrected. `anew`: the answers to the rules are others as well. */
function freshProgress({ codes, withRules }: Case, round: number, anew = false): Map<string, Progress> {
  return new Map(
    codes.map((code, i) => {
      const { completion, selfScore } = sample[(i + round) % sample.length]!;
      const more = anew ? (round % 7) / 10 : 0;
      const ruleAnswers = withRules ? (i % 2 === 0 ? { hits: { a: false, b: 2 + more } } : { actual: 3 - more }) : null;
      return [code, { ...NO_PROGRESS, completion, selfScore: String(selfScore), filled: true, ruleAnswers }];
    }),
  );
}

function measure(one: Case): void {
  const started = process.cpuUsage();
  const room = hintRoom(one.sources);
  const read = cpuSince(started);
  const state = (progress: Map<string, Progress>) => ({ progress, profile: UNKNOWN_PROFILE, today: '2023-12-01' });
  const rounds = Math.max(30, Math.round(6_000 / one.codes.length));
  const all: number[] = [];
  const answered: number[] = [];
  const typed: number[] = [];
  let hints = 0;
  for (let round = 0; round < rounds; round++) {
    const progress = freshProgress(one, round);
    all.push(timed(() => room.hintsOf(state(progress))));
    const code = one.codes[round % one.codes.length]!;
    const next = new Map(progress).set(code, { ...progress.get(code)!, completion: `第${round}次：正在推进` });
    typed.push(timed(() => room.hintsOf(state(next))));
    hints = room.hintsOf(state(next)).length;
  }
  for (let round = 0; one.withRules && round < rounds; round++) {
    const progress = freshProgress(one, round, true);
    answered.push(timed(() => room.hintsOf(state(progress))));
  }
  const half = (times: number[]) => times.slice(Math.floor(times.length / 2));
  const row = [one.name, `${hints} hints`, `read ${show(read)}`, `all anew ${show(median(half(all)))}`];
  if (one.withRules) row.push(`all rules answered otherwise ${show(median(half(answered)))}`);
  console.log([...row, `one changed ${show(median(half(typed)))}`].join(' · '));
  const goal = one.codes.length > 100 ? 20 : 1;
  const reached = median(half(all)) < goal;
  console.log(`- ${reached ? 'reached' : 'NOT reached'}: all hints of it anew under ${goal} ms`);
}

function timed(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return cpuSince(start);
}

/** The wall clock of a busy machine says nothing. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const median = (times: number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
const show = (time: number): string => `${time.toFixed(2)} ms`;

const codes = tables[0]!.sections.flatMap(({ indicators }) => indicators.map(({ code }) => code));
measure({ name: 'the 2023 table', sources: { table: tables[0]!, problems, guidance }, codes, withRules: false });
measure(repeated(1_000, false));
measure(repeated(1_000, true));
