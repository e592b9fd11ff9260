/** A field of a web page, as the side panel knows it. */
export interface PageField {
  id: string;
  code: string | null;
  role: string | null;
  tier: 'sure' | 'maybe' | 'none';
  /** What the page calls it. */
  label: string;
  value: string;
  /** Files are never filled or taken. */
  isFile: boolean;
}

export type FieldOutcome =
  | { is: 'filled'; undoable: boolean }
  | { is: 'changedByPage'; value: string }
  | { is: 'refused'; code: string; detail: string };

/** A binding that the page does not keep to: `selector` finds another number of elements than it should. */
export interface BrokenBinding {
  /** The binding's name, for people. */
  site: string;
  selector: string;
  expected: number;
  found: number;
}
