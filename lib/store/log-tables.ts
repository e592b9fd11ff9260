import { FOLD_VERSION } from '../journal/fold';
import { START } from '../journal/hlc';
import type { JournalRecord } from './records';
import type { Session } from './session';

/** All that a change of one journal may touch. */
export const logTables = ({ db }: Session) => [
  db.campaigns,
  db.meta,
  db.tail,
  db.cells,
  db.blocks,
  db.segments,
  db.merges,
];

export const newJournal = (campaign: string): JournalRecord => ({
  campaign,
  key: 'journal',
  clock: START,
  foldVersion: FOLD_VERSION,
  ops: 0,
  folds: 0,
});
