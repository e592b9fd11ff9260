import { FLOORS, OURS, OURS_UNPREPARED, PEERS } from './contenders';
import type { Goal } from './goal';
import type { Task } from './measurement';
import { type FileResults, measured, milliseconds } from './report';

/** The goals of opening and filling. A peer that did not finish counts as slower. */
export function goalsOf(files: readonly { title: string; rows: number; results: FileResults }[]): Goal[] {
  const table = files[0]!;
  const goals: Goal[] = [];
  const recognition = measured(table.results, OURS, 'open')!;
  goals.push({
    text: 'the 2023 table is opened and recognised in under 50 ms of CPU',
    reached: recognition.median < 50,
    figures: `${milliseconds(recognition.median)} ms; ${milliseconds(recognition.first)} ms the first time in a new process`,
  });
  const large = files.find(({ rows }) => rows === 100_000);
  if (large) {
    goals.push(
      atMost('filling 30 of 100,000 × 20 takes at most a tenth of the floor', large.results, FLOORS, 'fill30', 10),
    );
    goals.push(
      atMost('filling 30 of 100,000 × 20 takes at most a hundredth of any peer', large.results, PEERS, 'fill30', 100),
    );
  }
  for (const { title, results } of files) {
    for (const task of ['fill30', 'fill200'] as const) {
      goals.push(
        atMost(
          `${task.replace('fill', 'filling ')} cells never takes longer than the floor: ${title}`,
          results,
          FLOORS,
          task,
          1,
        ),
      );
    }
    goals.push(atMost(`nor does it without an index: ${title}`, results, FLOORS, 'fill200', 1, OURS_UNPREPARED));
    if (title !== table.title) goals.push(memoryGoal(title, results));
  }
  return goals;
}

function atMost(
  text: string,
  results: FileResults,
  others: readonly string[],
  task: Task,
  times: number,
  name = OURS,
): Goal {
  const own = measured(results, name, task)!.median;
  // The floors change nothing, so they are measured once, as 'fill30'.
  const field = others === FLOORS ? 'fill30' : task;
  const ratios = others.flatMap(other => {
    const result = measured(results, other, field);
    return result ? [{ other, ratio: result.median / own }] : [];
  });
  const least = ratios.reduce((a, b) => (b.ratio < a.ratio ? b : a));
  return {
    text,
    reached: least.ratio >= times,
    figures: `${milliseconds(own)} ms; ${least.other} ${least.ratio.toFixed(1)} times that`,
  };
}

function memoryGoal(title: string, results: FileResults): Goal {
  const own = measured(results, OURS, 'fill30')!.peak;
  const peers = PEERS.flatMap(name => measured(results, name, 'fill30')?.peak ?? []);
  const least = Math.min(...peers);
  return {
    text: `memory under a third of the peers': ${title}`,
    reached: own * 3 < least,
    figures: `${own.toFixed(0)} MB; peers ${least.toFixed(0)}–${Math.max(...peers).toFixed(0)} MB`,
  };
}
