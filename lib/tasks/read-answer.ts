import { currentValue, type FieldState, fieldKey, inConflict } from '../model/field-state';
import type { Answer } from '../model/item';
import type { OpValue } from '../model/op';

export interface AnswerGround {
  field(key: string): FieldState | undefined;
  /** What is on screen and not yet in the journal wins. */
  pending(key: string): { value: OpValue | undefined } | undefined;
}

/** `original`: what the workbook holds there, '' where it has no `cell` for it. */
export function readAnswer(
  ground: AnswerGround,
  entity: string,
  field: string,
  cell: string | null,
  original: string,
): Answer {
  const key = fieldKey(entity, field);
  const pending = ground.pending(key);
  const state = ground.field(key);
  const entered = pending ? pending.value : currentValue(state);
  return {
    text: entered === undefined ? original : entered === null ? '' : String(entered),
    entered,
    entity,
    field,
    cell,
    readOnly: false,
    conflict: !pending && inConflict(state),
  };
}
