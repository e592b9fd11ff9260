import { COLUMN_ROLES, type ColumnRole } from '../model/columns';
import type { RecognitionAnswers } from '../model/table';
import { answersRecord, readStored } from './records';
import type { Session } from './session';

/** What people answered about a shape of workbook; kept for the next workbook of that shape, also when its campaign goes. */
export interface Answers {
  get(shape: string): Promise<RecognitionAnswers>;
  put(shape: string, campaign: string, answers: RecognitionAnswers): Promise<void>;
}

export function openAnswers({ db, run, write }: Session): Answers {
  return {
    async get(shape) {
      const stored = await run(() => db.answers.get(shape));
      if (stored === undefined) return {};
      const { answers } = readStored(answersRecord, stored, 'answers');
      return Object.fromEntries(Object.entries(answers).filter(isKnown));
    },
    async put(shape, campaign, answers) {
      await write([db.answers], () => db.answers.put({ shape, campaign, answers: { ...answers } }));
    },
  };
}

/** A role that this program does not know is asked again. */
function isKnown(entry: [string, string]): entry is [string, ColumnRole | 'ignore'] {
  return entry[1] === 'ignore' || (COLUMN_ROLES as string[]).includes(entry[1]);
}
