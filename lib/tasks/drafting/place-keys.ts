/**
 * Where a row stands among the rows of its section: a text, so that there is always room for one more between two others, also for
 * two people who make room at once. Rows are sorted by it.
 */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const RECEIVED_LENGTH = 4;

/** Of the rows as received, by their place in the section from 0. */
export function receivedKey(index: number): string {
  return (index + 1).toString(DIGITS.length).padStart(RECEIVED_LENGTH, '0');
}

/** `salt`: random lower-case hex, so that two people never make the same key. null: no row on that side. */
export function keyBetween(above: string | null, below: string | null, salt: string): string {
  return `${middle(above ?? '', below)}${salt}1`;
}

function middle(above: string, below: string | null): string {
  let key = '';
  let open = below === null;
  for (let at = 0; ; at++) {
    const low = DIGITS.indexOf(above.charAt(at) || '0');
    const high = open || at >= below!.length ? DIGITS.length : DIGITS.indexOf(below!.charAt(at));
    if (high - low > 1) return key + DIGITS[(low + high) >> 1];
    key += DIGITS[low];
    if (high > low) open = true;
  }
}
