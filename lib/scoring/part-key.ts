/** Keys of clauses in the order of the text: a, b, … z, aa, ab … */
export function partKey(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : partKey(Math.floor(index / 26) - 1) + letter;
}
