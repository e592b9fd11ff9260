import { type Op, type OpEnvelope, opEnvelope, opSchema } from '../model/op';
import { isPlainOp } from './is-plain-op';

export type ReadOp =
  | { kind: 'op'; record: Op }
  /** Of a kind a newer version writes: kept and passed on, not folded. */
  | { kind: 'newer'; record: OpEnvelope }
  | { kind: 'none' };

export function readOp(record: unknown): ReadOp {
  if (isPlainOp(record)) return { kind: 'op', record };
  const op = opSchema.safeParse(record);
  if (op.success) return { kind: 'op', record: op.data };
  const envelope = opEnvelope.safeParse(record);
  return envelope.success ? { kind: 'newer', record: envelope.data } : { kind: 'none' };
}
