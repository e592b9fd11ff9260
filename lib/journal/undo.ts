import { answersTo, fieldKey, opSays, standsFor } from '../model/field-state';
import type { Op } from '../model/op';
import { type Author, type OpContent, writeOp } from './edit';
import { fold } from './fold';

/** A person's ops of one action; undone as one. */
export type Action = readonly Op[];

/**
 * What this person could undo, next first. `own` are the person's ops, newest first. The stack is not stored: it is read
 * off the log, so it survives restarts and is the same in every tab.
 */
export function* undoCandidates(own: Iterable<Op>): Generator<Action> {
  const takenBack = new Set<string>();
  for (const action of actions(own)) {
    if (isStanding(action, takenBack) && kindOf(action[0]!) !== 'undo') yield action;
  }
}

/** What this person could redo, next first. An edit after an undo ends the redo. */
export function* redoCandidates(own: Iterable<Op>): Generator<Action> {
  const takenBack = new Set<string>();
  for (const action of actions(own)) {
    const kind = kindOf(action[0]!);
    if (kind === 'edit') return;
    if (isStanding(action, takenBack) && kind === 'undo') yield action;
  }
}

function isStanding(action: Action, takenBack: Set<string>): boolean {
  const standing = !action.some(op => takenBack.has(op.id));
  for (const op of action) if (op.undoes !== undefined) takenBack.add(op.undoes);
  return standing;
}

function kindOf(op: Op): 'edit' | 'undo' | 'redo' {
  if (op.undoes === undefined) return 'edit';
  return op.source === 'redo' ? 'redo' : 'undo';
}

function* actions(own: Iterable<Op>): Generator<Action> {
  let action: Op[] = [];
  for (const op of own) {
    const group = action[0]?.group;
    if (action.length > 0 && (group === undefined || group !== op.group)) {
      yield action;
      action = [];
    }
    action.push(op);
  }
  if (action.length > 0) yield action;
}

/** The action's ops, those of one field together. */
export function byField(action: Action): Action[] {
  const fields = new Map<string, Op[]>();
  for (const op of action) {
    const key = fieldKey(op.entity, op.field);
    const ops = fields.get(key);
    if (ops) ops.push(op);
    else fields.set(key, [op]);
  }
  return [...fields.values()];
}

/**
 * The ops that put back what stood in a field before the action; undo and redo alike, as a redo takes back an undo. []
 * when someone else has changed the field since. `action` are the action's ops of the field, `all` all ops of the field.
 */
export function takeBack(action: Action, all: readonly Op[], author: Author): Op[] {
  const { entity, field } = action[0]!;
  const source = kindOf(action[0]!) === 'undo' ? 'redo' : 'undo';
  return contentsBefore(action, all).map(content => writeOp(entity, field, content, { ...author, source }));
}

function contentsBefore(ops: readonly Op[], all: readonly Op[]): OpContent[] {
  const byId = new Map(all.map(op => [op.id, op]));
  const heads = [...fold(all).values()].flatMap(state => state.heads);
  const meant = new Set(ops.map(standsFor));
  const mine = heads.filter(head => meant.has(standsFor(head)));
  const others = heads.filter(head => !meant.has(standsFor(head)));
  if (mine.length === 0) return [];

  const own = new Set(ops.map(op => op.id));
  const parents = ops.flatMap(op => op.parents).filter(id => !own.has(id));
  const known = parents.flatMap(id => byId.get(id) ?? []);
  if (parents.length > 0 && known.length === 0) return [];

  const undoes = ops[0]!.id;
  const superseded = mine.map(head => head.id);
  // A redo puts back just what the undo took away; an undo leaves out what another's edit has answered meanwhile.
  const isRedo = kindOf(ops[0]!) === 'undo';
  const before = unique(known).filter(op => isRedo || !others.some(other => standsOn(other, op, byId)));
  if (before.length > 0) return before.map(op => ({ ...putBack(op), parents: superseded, undoes }));
  const [other] = others;
  if (!other) return [{ ...putBack(undefined), parents: superseded, undoes }];
  // Someone built on what stood before: taking our edit back leaves theirs, with nothing to disagree about.
  return [{ ...putBack(other), parents: [...superseded, other.id], undoes }];
}

function putBack(op: Op | undefined): Pick<Op, 'value' | 'reset' | 'restores' | 'restoredParents' | 'saw'> {
  const value = op && opSays(op);
  const content = value === undefined ? { value: null, reset: true as const } : { value };
  const restores = op && standsFor(op);
  // A removal that is put back has seen no more than when it was made.
  const saw = op?.saw ? { saw: [...op.saw] } : {};
  return restores ? { ...content, ...saw, restores, restoredParents: [...answersTo(op)] } : content;
}

function unique(ops: readonly Op[]): Op[] {
  return [...new Map(ops.map(op => [standsFor(op), op])).values()];
}

/** Whether `later` was made in knowledge of `earlier`, or means the same edit. */
function standsOn(later: Op, earlier: Op, byId: ReadonlyMap<string, Op>): boolean {
  if (standsFor(later) === standsFor(earlier) || standsFor(earlier) === '') return true;
  const seen = new Set<string>();
  const open = [later];
  for (let op = open.pop(); op; op = open.pop()) {
    if (op.id === earlier.id) return true;
    for (const parent of op.parents) {
      const before = seen.has(parent) ? undefined : byId.get(parent);
      seen.add(parent);
      if (before) open.push(before);
    }
  }
  return false;
}
