/** What an indicator has any number of: evidence that was registered, findings with their rectification, notes. */
export const ENTRY_LISTS = ['evidence', 'finding', 'note'] as const;
export type EntryList = (typeof ENTRY_LISTS)[number];

/**
 * What an entry says, the telling field first. Dates are ISO days; `sha256` of a file that stays where it is; `closed` is the
 * day of 销号.
 */
export const ENTRY_FIELDS = {
  evidence: ['name', 'place', 'date', 'sha256'],
  finding: ['text', 'rectification', 'deadline', 'responsiblePerson', 'closed'],
  note: ['text'],
} as const satisfies Record<EntryList, readonly [string, ...string[]]>;

export type EntryField<List extends EntryList = EntryList> = (typeof ENTRY_FIELDS)[List][number];

/**
 * When it was added, in milliseconds of the adder's clock, and later than all that its author saw in the list, however wrong that
 * clock is. It only orders. A value and not the op's own time: that would be another one after undo and redo.
 */
export const ADDED = 'added';
/** true where somebody took the entry off the list; the op names what it saw of it. */
export const REMOVED = 'removed';
