import type { Change, ChangeOptions } from '../model/campaign-journal';
import { currentValue, type FieldState } from '../model/field-state';
import { type Hlc, type Op, opSchema } from '../model/op';

/** Who edits, and where new ids and times come from. */
export interface Author extends ChangeOptions {
  replica: string;
  newId(): string;
  /** The journal's next time: one `tick` a call. */
  nextTime(): Hlc;
}

/** The op that makes the change; null when the field already says just that. Parsed, so that what is written can be read. */
export function edit(state: FieldState, change: Change, author: Author): Op | null {
  const { seen, saw, from } = change;
  // What names more as seen says more, though the value is the same.
  if (state.heads.length < 2 && currentValue(state) === change.value && saw === undefined) return null;
  return writeOp(
    state.entity,
    state.field,
    {
      ...(change.value === undefined ? { value: null, reset: true } : { value: change.value }),
      parents: state.heads.flatMap(({ id }) => (seen && !seen.includes(id) ? [] : id)),
      ...(saw ? { saw: [...saw] } : {}),
      ...(from ? { file: from.file, ...(from.handOut === null ? {} : { handOut: from.handOut }) } : {}),
    },
    author,
  );
}

export type OpContent = Pick<
  Op,
  'value' | 'parents' | 'reset' | 'undoes' | 'restores' | 'restoredParents' | 'handOut' | 'file' | 'saw'
>;

export function writeOp(entity: string, field: string, content: OpContent, author: Author): Op {
  return opSchema.parse({
    id: author.newId(),
    replica: author.replica,
    hlc: author.nextTime(),
    actor: author.actor,
    entity,
    field,
    ...content,
    ...(author.source === undefined ? {} : { source: author.source }),
    ...(author.group === undefined ? {} : { group: author.group }),
  });
}
