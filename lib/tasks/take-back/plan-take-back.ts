import type { Change } from '../../model/campaign-journal';
import type { CellValue } from '../../model/cells';
import { type FieldState, fieldKey, type JournalState, opSays, standsFor } from '../../model/field-state';
import { type Op, opSchema } from '../../model/op';
import type { LastSaved, ReturnedAnswer } from '../../model/returned-workbook';
import type { Place } from '../answer-places';
import { sameValue } from '../returned/same-cell';

/** One returned copy, read and compared. */
export interface ReturnedCopy {
  file: string;
  /** The department it was handed out to, where that can be told. */
  department: string | null;
  saved: LastSaved;
  /** Its id, and the journal as it stood then. null: not known here, or its identity is gone. */
  handOut: { id: string; then: JournalState } | null;
  answers: readonly ReturnedAnswer[];
}

/** A value that was returned, and by which copies. */
export interface ReturnedValue {
  value: CellValue;
  files: string[];
  departments: string[];
  /** When and by whom, one a file. */
  saved: LastSaved[];
  /** What whoever filled it in had before them. */
  seen: string[];
  from: NonNullable<Change['from']>;
}

/** A field about which returned copies say something new. */
export interface TakeBackField extends Place {
  key: string;
  /** As in `ReturnedAnswer`. */
  code: string | null;
  sheet: string;
  cell: string;
  /** What was handed out. */
  before: CellValue;
  /** Edits made here since it was handed out; they say otherwise than what was returned. */
  ours: { value: CellValue; who: string; when: number }[];
  values: ReturnedValue[];
}

export interface TakeBackPlan {
  /** One value, and nothing was edited here since. */
  clean: TakeBackField[];
  /** Several values, or edits made here since. */
  conflicts: TakeBackField[];
  /** Answers that say what stands here already, or that were taken back before. */
  unchanged: number;
}

/** How a conflict is settled: 'all' leaves every value standing side by side, 'ours' takes none, a number takes that value. */
export type Settlement = 'all' | 'ours' | number;

/** What taking back these copies would do. Pure: nothing is changed by planning. */
export function planTakeBack(
  copies: readonly ReturnedCopy[],
  state: JournalState,
  log: readonly unknown[],
): TakeBackPlan {
  const taken = takenBefore(log);
  const fields = new Map<string, TakeBackField>();
  let unchanged = 0;
  for (const copy of copies) {
    for (const answer of copy.answers) {
      const key = fieldKey(answer.entity, answer.field);
      const now = state.get(key);
      const earlier = (taken.get(key) ?? []).filter(op => isSameCopy(op, copy));
      if (isSaid(now, answer) || earlier.some(op => sameValue(saidBy(op, answer.before), answer.value))) {
        unchanged++;
        continue;
      }
      const seen = [...seenBy(copy, key, now, answer), ...earlier.map(op => op.id)];
      const field = fields.get(key) ?? newField(key, answer);
      fields.set(key, field);
      addValue(field, copy, answer.value, seen);
    }
  }
  const plan: TakeBackPlan = { clean: [], conflicts: [], unchanged };
  for (const field of fields.values()) {
    const seen = new Set(field.values.flatMap(value => value.seen));
    for (const head of state.get(field.key)?.heads ?? []) {
      if (seen.has(head.id)) continue;
      field.ours.push({ value: saidBy(head, field.before), who: head.file ?? head.actor, when: head.hlc.time });
    }
    const isClean = field.values.length === 1 && field.ours.length === 0;
    (isClean ? plan.clean : plan.conflicts).push(field);
  }
  return plan;
}

/** The edits of a take-back. Applied in one call they are undone as one. */
export function takeBackChanges(
  fields: readonly TakeBackField[],
  settle: (field: TakeBackField) => Settlement,
  state: JournalState,
): Change[] {
  return fields.flatMap(field => {
    const { entity, field: name, key, values } = field;
    const settlement = settle(field);
    if (settlement === 'ours') return [];
    if (settlement === 'all') {
      return values.map(({ value, seen, from }) => ({ entity, field: name, value, seen, from }));
    }
    const chosen = values[settlement];
    if (!chosen) return [];
    const heads = (state.get(key)?.heads ?? []).map(({ id }) => id);
    return [{ entity, field: name, value: chosen.value, seen: heads, from: chosen.from }];
  });
}

function newField(key: string, { entity, field, code, sheet, cell, before }: ReturnedAnswer): TakeBackField {
  return { key, entity, field, code, sheet, cell, before, ours: [], values: [] };
}

function addValue({ values }: TakeBackField, copy: ReturnedCopy, value: CellValue, seen: readonly string[]): void {
  const same = values.find(other => sameValue(other.value, value));
  const entry = same ?? {
    value,
    files: [],
    departments: [],
    saved: [],
    seen: [],
    from: { handOut: copy.handOut?.id ?? null, file: copy.file },
  };
  if (!same) values.push(entry);
  entry.files.push(copy.file);
  entry.saved.push(copy.saved);
  if (copy.department !== null && !entry.departments.includes(copy.department)) entry.departments.push(copy.department);
  entry.seen.push(...seen);
}

/** Of the same copy, taken back at another time: a later state of it answers the earlier one. */
function isSameCopy(op: Op, { handOut, file }: ReturnedCopy): boolean {
  return handOut ? op.handOut === handOut.id : op.handOut === undefined && op.file === file;
}

function seenBy(
  { handOut }: ReturnedCopy,
  key: string,
  now: FieldState | undefined,
  { before }: ReturnedAnswer,
): readonly string[] {
  if (handOut) {
    const then = (handOut.then.get(key)?.heads ?? []).map(({ id }) => id);
    // An undo puts an edit back under a new id; it means the edit it restores, '' being the workbook's own text.
    const isThen = (head: Op) =>
      then.includes(head.id) || then.includes(standsFor(head)) || (then.length === 0 && standsFor(head) === '');
    return (now?.heads ?? []).filter(isThen).map(({ id }) => id);
  }
  // Not known what stood there then: edits that say what the copy was made from are what its author saw.
  return (now?.heads ?? []).filter(head => sameValue(saidBy(head, before), before)).map(({ id }) => id);
}

function isSaid(now: FieldState | undefined, { before, value }: ReturnedAnswer): boolean {
  return (now?.heads ?? []).some(head => sameValue(saidBy(head, before), value));
}

/** null stands for an emptied field, and for one that went back to the workbook's text, which the copy's own is next to. */
function saidBy(op: Op, workbook: CellValue): CellValue {
  const value = opSays(op);
  return value === undefined ? workbook : value;
}

/** By field; without those that were undone, which may be taken back again. */
function takenBefore(log: readonly unknown[]): Map<string, Op[]> {
  const ops = log.flatMap(entry => opSchema.safeParse(entry).data ?? []);
  const undone = new Set<string>();
  // Backwards: an undo that was itself undone has undone nothing.
  for (const op of [...ops].reverse()) if (op.undoes !== undefined && !undone.has(op.id)) undone.add(op.undoes);
  const taken = new Map<string, Op[]>();
  for (const op of ops) {
    if (op.source !== 'workbook' || op.file === undefined || undone.has(op.id)) continue;
    const key = fieldKey(op.entity, op.field);
    taken.set(key, [...(taken.get(key) ?? []), op]);
  }
  return taken;
}
