import fc from 'fast-check';
import { parseEntity } from '../../../../lib/model/entity';
import { ADDED, ENTRY_FIELDS, type EntryList, REMOVED } from '../../../../lib/model/entry';
import { fieldKey } from '../../../../lib/model/field-state';
import { RULES } from '../../journal/peers';
import { brokenPromise, LIST_RULES, type ListRules, listWork } from './list-work';

/** A deliberate fault in how lists are kept. `npm run soak -- mutants` looks for a run that shows each. */
export const LIST_MUTANTS: Record<string, Partial<ListRules>> = {
  'an entry is named by what it says': {
    newEntry: (list: EntryList, text: string) =>
      LIST_RULES.newEntry(list, text, () => [...text].map(letter => letter.charCodeAt(0).toString(16)).join('')),
  },
  'entries are numbered as they stand in the list': {
    // Each PC counts what it sees: the next number is the same on two of them.
    newEntry: (list, text, newId) =>
      LIST_RULES.newEntry(list, text, () => (Number.parseInt(newId(), 16) % 3).toString(16)),
  },
  'what a removal saw is not asked': {
    readField: (self, key) => {
      const field = self.fields.get(key);
      const entry = field?.field === REMOVED ? parseEntity(field.entity) : null;
      if (entry?.kind !== 'entry') return field;
      const saw = ENTRY_FIELDS[entry.list].flatMap(
        name => self.fields.get(fieldKey(field!.entity, name))?.heads.map(({ id }) => id) ?? [],
      );
      return { ...field!, heads: field!.heads.map(op => ({ ...op, saw })) };
    },
  },
  'a removal names nothing as seen': {
    removal: (entity, read) => ({ ...LIST_RULES.removal(entity, read), saw: [] }),
  },
  'a removal that is redone forgets what it saw': {
    takeBack: (action, all, author) => RULES.takeBack(action, all, author).map(({ saw: _, ...op }) => op),
  },
  'the last word on a removal wins over who wants it back': {
    readField: (self, key) => {
      const field = self.fields.get(key);
      return field?.field === REMOVED ? { ...field, heads: field.heads.slice(0, 1) } : field;
    },
  },
  'lists stand in the order of arrival': {
    readField: (self, key) => {
      const field = self.fields.get(key);
      if (field?.field !== ADDED) return field;
      const place = [...self.fields.keys()].indexOf(key);
      return { ...field, heads: field.heads.map(op => (typeof op.value === 'number' ? { ...op, value: place } : op)) };
    },
  },
};

/** The plan of steps that shows the fault, shrunk; null after so many runs. */
export function findFault(rules: Partial<ListRules>, seed: number, numRuns: number): string | null {
  const property = fc.property(listWork, plan => brokenPromise(plan, { ...LIST_RULES, ...rules }) === null);
  const outcome = fc.check(property, { seed, numRuns, endOnFailure: true });
  const [plan] = outcome.counterexample ?? [];
  return plan ? brokenPromise(plan, { ...LIST_RULES, ...rules }) : null;
}
