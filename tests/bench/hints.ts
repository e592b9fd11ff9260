import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle';
import type { Goal } from './goal';
import { hintCases } from './hint-cases';
import { milliseconds } from './report';
import type { HintFigures } from './run-hints';

const TIME_LIMIT_MS = 300_000;

/** What working out hints costs: everything anew, with and without other answers to the rules, and while somebody types. */
export async function measureHints(folder: string): Promise<Goal[]> {
  mkdirSync(folder, { recursive: true });
  const runner = await bundle('run-hints.ts', folder);
  console.log('|            | hints | table read | one changed | all anew | rules answered otherwise |');
  console.log('|------------|------:|-----------:|------------:|---------:|-------------------------:|');
  return hintCases().flatMap((one, place): Goal[] => {
    const input = path.join(folder, `hints-${place}.json`);
    writeFileSync(input, JSON.stringify(one));
    const output = execFileSync(process.execPath, [runner, input], { encoding: 'utf8', timeout: TIME_LIMIT_MS });
    const figures = JSON.parse(output) as HintFigures;
    const { hints, read, anew, answered } = figures;
    const times = [read, figures.one, anew, answered].map(time => `${time.toFixed(2)} ms`);
    console.log(`| ${[one.name, hints, ...times].join(' | ')} |`);
    const goal = (text: string, time: number): Goal => ({
      text: `${text} under ${one.bar} ms: ${one.name}`,
      reached: time < one.bar,
      figures: `${milliseconds(time)} ms`,
    });
    const all = goal('all hints anew', anew);
    return one.withRules ? [all, goal('the same where every rule is answered otherwise', answered)] : [all];
  });
}
