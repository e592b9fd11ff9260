import { readFileSync } from 'node:fs';
import { NO_PROGRESS, type Progress } from '../../lib/model/progress';
import { UNKNOWN_PROFILE } from '../../lib/model/unit-profile';
import { type HintRoom, hintRoom } from '../../lib/scoring/hints/hints-of';
import type { IndicatorView } from '../../lib/scoring/hints/indicator-view';
import { type RuleClause, withAnswer } from '../../lib/scoring/hints/rule-clauses';
import { cpuTime } from '../fixtures/cpu-time';
import type { HintCase } from './hint-cases';

/** CPU milliseconds over all threads, medians of the later half of the rounds. */
export interface HintFigures {
  hints: number;
  read: number;
  /** Every indicator has new texts; the answers to the rules are those of before. */
  anew: number;
  /** The answers to the rules are others as well. */
  answered: number;
  /** One indicator changed, as while somebody types. */
  one: number;
}

const one = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as HintCase;
console.log(JSON.stringify(await measure(one)));

async function measure({ table, problems, guidance, sample }: HintCase): Promise<HintFigures> {
  let room!: HintRoom;
  const read = await cpuTime(() => {
    room = hintRoom({ table, problems, guidance });
  });
  const grounds = room.views({ progress: new Map() }).map(({ ground }) => ground);
  /** New objects each time, as after a merge. */
  const progressOf = (round: number, answers: number) =>
    new Map(
      grounds.map((ground, i): [string, Progress] => {
        const { completion, selfScore } = sample[(i + round) % sample.length]!;
        const ruleAnswers = answersTo(ground, i + answers);
        return [ground.indicator.code, { ...NO_PROGRESS, completion, selfScore, filled: true, ruleAnswers }];
      }),
    );
  const hintsOf = (progress: Map<string, Progress>) =>
    room.hintsOf({ progress, profile: UNKNOWN_PROFILE, today: '2023-12-01' });

  const rounds = Math.max(60, Math.round(12_000 / grounds.length));
  const times: Record<'anew' | 'answered' | 'one', number[]> = { anew: [], answered: [], one: [] };
  let hints = 0;
  for (let round = 0; round < rounds; round++) {
    const progress = progressOf(round, 0);
    times.anew.push(await cpuTime(() => hintsOf(progress)));
    const { code } = grounds[round % grounds.length]!.indicator;
    const next = new Map(progress).set(code, { ...progress.get(code)!, completion: `第${round}次：正在推进` });
    times.one.push(await cpuTime(() => hintsOf(next)));
    hints = hintsOf(next).length;
  }
  for (let round = 0; round < rounds; round++) {
    const progress = progressOf(round, round);
    times.answered.push(await cpuTime(() => hintsOf(progress)));
  }
  return { hints, read, anew: late(times.anew), answered: late(times.answered), one: late(times.one) };
}

function answersTo({ rule }: IndicatorView['ground'], n: number): Progress['ruleAnswers'] {
  let answers: Progress['ruleAnswers'] = null;
  for (const clause of rule?.clauses ?? []) answers = withAnswer(clause, answers, answerTo(clause, n));
  return answers;
}

/** Some that cost nothing, some that cost little, some that cost all. */
function answerTo({ field }: RuleClause, n: number): Parameters<typeof withAnswer>[2] {
  switch (field?.type) {
    case 'yes-no':
      return { hit: n % 3 === 0 };
    case 'count':
      return { [field.name]: n % 7 };
    case 'percentage':
      return { [field.name]: 80 + (n % 13) };
    case 'choice':
      return { choice: field.options[n % field.options.length]! };
    default:
      return {};
  }
}

/** After the engine has compiled what is run often. */
function late(times: readonly number[]): number {
  const half = times.slice(Math.floor(times.length / 2)).sort((a, b) => a - b);
  return half[Math.floor(half.length / 2)]!;
}
