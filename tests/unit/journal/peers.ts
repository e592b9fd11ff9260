import { edit } from '../../../lib/journal/edit';
import { advance, fold } from '../../../lib/journal/fold';
import { receive, START, tick } from '../../../lib/journal/hlc';
import { byField, redoCandidates, takeBack, undoCandidates } from '../../../lib/journal/undo';
import type { Change } from '../../../lib/model/campaign-journal';
import { emptyField, type FieldState, fieldKey } from '../../../lib/model/field-state';
import type { Op } from '../../../lib/model/op';

/** The journal's rules, so that deliberate faults can take their place. */
export const RULES = { advance, tick, takeBack, isNew: (log: ReadonlyMap<string, Op>, op: Op) => !log.has(op.id) };
export type Rules = typeof RULES;

/** One PC: what a store does, in memory. */
export interface Peer {
  readonly name: string;
  readonly log: Map<string, Op>;
  readonly fields: Map<string, FieldState>;
  edit(changes: readonly Change[], now: number): Op[];
  undo(now: number): Op[];
  redo(now: number): Op[];
  receive(op: Op, now: number): void;
}

export function peer(name: string, rules: Rules = RULES): Peer {
  const log = new Map<string, Op>();
  const fields = new Map<string, FieldState>();
  let clock = START;
  let count = 0;

  const stateOf = (entity: string, field: string) => fields.get(fieldKey(entity, field)) ?? emptyField(entity, field);
  const historyOf = (entity: string, field: string) =>
    [...log.values()].filter(op => op.entity === entity && op.field === field);
  const author = (now: number, group: string) => ({
    actor: name,
    replica: name,
    group,
    newId: () => `${name.charCodeAt(0).toString(16)}${(count++).toString(16)}`.padStart(32, '0'),
    nextTime: () => {
      clock = rules.tick(clock, now);
      return clock;
    },
  });
  function add(op: Op): void {
    if (!rules.isNew(log, op)) return;
    const arrived = (id: string) => log.get(id)?.entity === op.entity && log.get(id)?.field === op.field;
    fields.set(fieldKey(op.entity, op.field), rules.advance(stateOf(op.entity, op.field), op, arrived));
    log.set(op.id, op);
  }
  function move(candidates: typeof undoCandidates, now: number): Op[] {
    for (const action of candidates([...log.values()].filter(op => op.replica === name).reverse())) {
      const by = author(now, `${name}-back-${count}`);
      const ops = byField(action).flatMap(edits =>
        rules.takeBack(edits, historyOf(edits[0]!.entity, edits[0]!.field), by),
      );
      ops.forEach(add);
      if (ops.length > 0) return ops;
    }
    return [];
  }
  return {
    name,
    log,
    fields,
    edit(changes, now) {
      const by = author(now, `${name}-${count}`);
      return changes.flatMap(change => {
        const op = edit(stateOf(change.entity, change.field), change, by);
        if (op) add(op);
        return op ?? [];
      });
    },
    undo: now => move(undoCandidates, now),
    redo: now => move(redoCandidates, now),
    receive(op, now) {
      clock = receive(clock, op.hlc, now).clock;
      add(op);
    },
  };
}

/** A state in a form to compare: the fields anybody touched, by name. */
export const comparable = (fields: ReadonlyMap<string, FieldState>) =>
  [...fields.values()].sort((a, b) => (fieldKey(a.entity, a.field) < fieldKey(b.entity, b.field) ? -1 : 1));

export const folded = (peer: Peer) => comparable(fold(peer.log.values()));
