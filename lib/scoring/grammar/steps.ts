/** Counts what reading looks at, so that a test can hold it linear in the length of the text. */
export interface Steps {
  count: number;
}
