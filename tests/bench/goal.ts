/** A goal that was set, and what this run measured. What did not finish counts as not reached. */
export interface Goal {
  text: string;
  reached: boolean;
  figures: string;
}

export function printGoals(goals: readonly Goal[]): void {
  for (const { text, reached, figures } of goals)
    console.log(`- ${reached ? 'reached' : 'NOT reached'}: ${text} (${figures})`);
}
