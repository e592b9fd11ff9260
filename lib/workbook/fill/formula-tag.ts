const [LETTER_F, LESS_THAN, GREATER_THAN, COLON, SLASH, SPACE] = [0x66, 0x3c, 0x3e, 0x3a, 0x2f, 0x20];

/** Whether "<f" or ":f" stands anywhere before what can end a tag's name. A quick look at the bytes: false is certain. */
export function hasFormulaTag(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(LETTER_F); at >= 0; at = bytes.indexOf(LETTER_F, at + 1)) {
    const before = bytes[at - 1];
    const after = bytes[at + 1]!;
    if ((before === LESS_THAN || before === COLON) && (after === GREATER_THAN || after === SLASH || after <= SPACE)) {
      return true;
    }
  }
  return false;
}
