export const TASKS = ['open', 'fill30', 'fill200'] as const;
export type Task = (typeof TASKS)[number] | 'index';

/** What a child process prints. Milliseconds of CPU over all threads, megabytes of memory. */
export interface Measurement {
  median: number;
  first: number;
  runs: number;
  /** The most the process held by the end of the first run, node and the file itself included. */
  peak: number;
}

export interface Failure {
  failure: string;
}
