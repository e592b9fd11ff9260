import type { Progress } from '../../model/progress';
import { admitsEvent, type CompletionReading, deniesEvent, statedCount } from './completion-reading';
import type { CountRequirement, ForbiddenEvent } from './requirement';

export interface CountView {
  requirement: CountRequirement;
  /** null where nobody has said. */
  have: number | null;
  /** Entered beside the requirement, or read in the completion. */
  from: 'answer' | 'completion' | null;
  met: boolean;
}

export interface EventView {
  requirement: ForbiddenEvent;
  state: 'open' | 'none' | 'happened' | 'admitted';
  from: 'answer' | 'completion' | null;
  /** The clause of the completion that admits it. */
  words: string | null;
}

export function viewCount(
  requirement: CountRequirement,
  pairs: ReadonlySet<string>,
  progress: Progress,
  completion: CompletionReading,
): CountView {
  const answer = progress.facts[requirement.key];
  const stated = typeof answer === 'number' ? null : statedCount(completion, requirement, pairs);
  const have = typeof answer === 'number' ? answer : stated;
  const from = typeof answer === 'number' ? 'answer' : stated === null ? null : 'completion';
  return { requirement, have, from, met: have !== null && meets(have, requirement) };
}

function meets(have: number, { comparison, perYear }: CountRequirement): boolean {
  switch (comparison) {
    case '>=':
      return have >= perYear;
    case '>':
      return have > perYear;
    case '<=':
      return have <= perYear;
    case '<':
      return have < perYear;
  }
}

export function viewEvent(
  requirement: ForbiddenEvent,
  pairs: ReadonlySet<string>,
  progress: Progress,
  completion: CompletionReading,
): EventView {
  const answer = progress.facts[requirement.key];
  if (answer === 'none' || answer === 'happened') {
    return { requirement, state: answer, from: 'answer', words: null };
  }
  const words = admitsEvent(completion, requirement, pairs);
  if (words !== null) return { requirement, state: 'admitted', from: 'completion', words };
  const denied = deniesEvent(completion, pairs);
  return { requirement, state: denied ? 'none' : 'open', from: denied ? 'completion' : null, words: null };
}
