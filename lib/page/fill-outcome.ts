/** Why a field was left as it was. The words for people are the caller's; the numbers and names they need are here. */
export type FillRefusal =
  /** Longer than the field takes; `maxlength` would have cut it in silence. Lengths in UTF-16 units, as browsers count. */
  | { code: 'too-long'; limit: number; length: number }
  | { code: 'read-only' }
  | { code: 'disabled' }
  | { code: 'file-input' }
  | { code: 'password' }
  /** Not drawn, transparent, inert, or outside of what can be scrolled to. */
  | { code: 'not-visible' }
  /** No such answer. `choices` are the texts that can be chosen, at most 50. */
  | { code: 'not-a-choice'; choices: string[] }
  | { code: 'not-a-number' }
  | { code: 'not-a-date' }
  /** The page posts itself as soon as another choice is made (WebForms' AutoPostBack): the person's to do. */
  | { code: 'posts-back' }
  /** Several answers at once (multi-selects, ranges) are left to the person. */
  | { code: 'several-answers' }
  /** The editor holds pictures, tables or files, which a text would replace. */
  | { code: 'rich-content' }
  /** A control we have no proven way to fill: `control` names it where we know it. */
  | { code: 'unknown-control'; control: string }
  /** Written, but the page put the old value back or never took it. */
  | { code: 'not-taken'; shown: string }
  /** The field left the page while it was filled. */
  | { code: 'gone' };

/** What became of one field. `before` is what stood there, so that a caller can offer to put it back. */
export type FillOutcome =
  /** The page holds `value`. `undoable`: Ctrl+Z takes it back, as long as nothing else was typed since. */
  | { kind: 'filled'; value: string; before: string; undoable: boolean; submitPrevented?: true }
  /** The page made something else of it (rounding, cutting, formatting): `value` is what stands there now. */
  | { kind: 'changedByPage'; wanted: string; value: string; before: string; undoable: boolean; submitPrevented?: true }
  | { kind: 'refused'; reason: FillRefusal; submitPrevented?: true };
