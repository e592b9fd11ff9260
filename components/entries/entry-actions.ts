import type { ReactNode } from 'react';
import type { EntryList } from '../../lib/model/entry';
import type { Answer, AnyEntry } from '../../lib/model/item';
import type { HistoryLine } from '../indicator/field-history';

/** What a person can do with the lists of one indicator. */
export interface EntryActions {
  /** The name of an entry to come. */
  newEntry: (list: EntryList) => string;
  /** `group` names the stay in the field, which is undone as one. The first letter of a new entry adds it. */
  onType: (entry: AnyEntry, field: string, text: string, group: string) => void;
  onRemove: (entry: AnyEntry) => void;
  onPutBack: (entry: AnyEntry) => void;
  /** Of all its fields, oldest first. */
  loadHistory: (entry: AnyEntry) => Promise<HistoryLine[]>;
  onPutBackLine: (line: HistoryLine) => void;
  /** The values that people disagree on, side by side; null where they agree. */
  conflictOf: (answer: Answer) => ReactNode;
  disputeOf: (entry: AnyEntry) => ReactNode;
  onFiles: (files: readonly File[]) => void;
  /** Writes the names of what is registered into the indicator's cell; null where there is none to write into. */
  evidenceCell: { isComplete: boolean; onWrite: () => void } | null;
  /** What is under way with files, or was said about them. */
  status: ReactNode;
  /** Where all findings are listed. */
  findingsLink: string;
}
