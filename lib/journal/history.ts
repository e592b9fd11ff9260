import type { HistoryEntry } from '../model/campaign-journal';
import { compareNewestFirst, opSays } from '../model/field-state';
import type { Hlc, Op } from '../model/op';
import { fold } from './fold';

/** The life of one field, oldest first. `ops` are the field's ops in any order. */
export function history(ops: readonly Op[]): HistoryEntry[] {
  const byId = new Map(ops.map(op => [op.id, op]));
  const heads = new Set([...fold(ops).values()].flatMap(state => state.heads.map(head => head.id)));
  return inReadingOrder(byId).map(op => {
    const replaced = op.parents.flatMap(parent => byId.get(parent) ?? []);
    return {
      op,
      before: replaced.length > 0 ? replaced.map(opSays) : [undefined],
      after: opSays(op),
      current: heads.has(op.id),
    };
  });
}

/**
 * Causes before effects whatever the clocks say: an op counts as made no earlier than what it supersedes. Ops that
 * supersede one another in a circle (only in a damaged log) keep their own time.
 */
function inReadingOrder(byId: ReadonlyMap<string, Op>): Op[] {
  const children = new Map<string, Op[]>();
  const missing = new Map<string, number>();
  const placed = new Map([...byId.values()].map(op => [op.id, { time: op.hlc, depth: 0 }]));
  for (const op of byId.values()) {
    const parents = [...new Set(op.parents)].filter(parent => byId.has(parent));
    missing.set(op.id, parents.length);
    for (const parent of parents) {
      const siblings = children.get(parent);
      if (siblings) siblings.push(op);
      else children.set(parent, [op]);
    }
  }
  const ready = [...byId.values()].filter(op => missing.get(op.id) === 0);
  for (let op = ready.pop(); op; op = ready.pop()) {
    const place = placed.get(op.id)!;
    for (const child of children.get(op.id) ?? []) {
      const childPlace = placed.get(child.id)!;
      placed.set(child.id, {
        time: later(childPlace.time, place.time),
        depth: Math.max(childPlace.depth, place.depth + 1),
      });
      missing.set(child.id, missing.get(child.id)! - 1);
      if (missing.get(child.id) === 0) ready.push(child);
    }
  }
  return [...byId.values()].sort((a, b) => {
    const x = placed.get(a.id)!;
    const y = placed.get(b.id)!;
    return x.time.time - y.time.time || x.time.count - y.time.count || x.depth - y.depth || -compareNewestFirst(a, b);
  });
}

function later(a: Hlc, b: Hlc): Hlc {
  return a.time > b.time || (a.time === b.time && a.count > b.count) ? a : b;
}
