/** Marks that may not begin a line stay with the character before them, opening brackets with the one after. */
const NOT_AT_START = /[，。、；：？！）】》〉」』〕”’…—～,.;:?!)\]}%‰℃·]/u;
const NOT_AT_END = /[（【《〈「『〔“‘([{￥$]/u;
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}'_/\\@#&+=-]/u;

/** The pieces of a line that are never broken while they fit: a word, or one Chinese character with its marks. */
export function unbreakablePieces(line: string): string[] {
  const pieces: string[] = [];
  let glued = false;
  let before = '';
  for (const character of line) {
    const joinsWord = glued || NOT_AT_START.test(character) || (isWord(character) && isWord(before));
    const joins = pieces.length > 0 && (character === ' ' || (before !== ' ' && joinsWord));
    if (joins) pieces[pieces.length - 1] += character;
    else pieces.push(character);
    glued = NOT_AT_END.test(character);
    before = character;
  }
  return pieces;
}

/**
 * How many lines a text takes.
 * @param widthOf the width of a piece, in the unit of `available`
 */
export function countLines(text: string, available: number, widthOf: (piece: string) => number): number {
  return text
    .split(/\r\n|\r|\n/)
    .map(line => linesOfParagraph(line, available, widthOf))
    .reduce((sum, lines) => sum + lines, 0);
}

function linesOfParagraph(line: string, available: number, widthOf: (piece: string) => number): number {
  let lines = 1;
  let used = 0;
  for (const piece of unbreakablePieces(line)) {
    // A space at a line's end takes no room.
    const width = widthOf(piece.trimEnd());
    if (used > 0 && used + width > available) {
      lines++;
      used = 0;
    }
    if (width > available) {
      const broken = brokenPiece(piece, available, widthOf);
      lines += broken.lines;
      used = broken.rest;
    } else used += widthOf(piece);
  }
  return lines;
}

/** A word longer than the line is broken anywhere. */
function brokenPiece(piece: string, available: number, widthOf: (piece: string) => number) {
  let lines = 0;
  let rest = 0;
  for (const character of piece) {
    const width = widthOf(character);
    if (rest > 0 && rest + width > available) {
      lines++;
      rest = 0;
    }
    rest += width;
  }
  return { lines, rest };
}

function isWord(character: string): boolean {
  return WORD.test(character);
}
