/** A block of cells as text, row by row. Rows may differ in length. */
export type TextBlock = string[][];

/**
 * What Excel and WPS put on the clipboard as text/plain: tabs between cells, line breaks between rows, and cells that hold a
 * line break, a tab or a leading quotation mark quoted with inner marks doubled.
 */
export function parseTabbedText(text: string): TextBlock {
  const source = text.replace(/\r\n?/g, '\n');
  const rows: TextBlock = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const cell = source[at] === '"' ? quotedCell(source, at) : null;
    const end = cell ? cell.end : plainEnd(source, at);
    row.push(cell ? cell.text : source.slice(at, end));
    if (source[end] === '\t') {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = end + 1;
    // Both programs end the block with a line break; it opens no further row.
    if (end >= source.length || at >= source.length) return rows;
  }
}

function plainEnd(source: string, from: number): number {
  let end = from;
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end++;
  return end;
}

/** Twice a cell's limit: beyond it a lone mark at a cell's start would make every later cell be read to the end. */
const LONGEST_QUOTED = 2 * 32_767;

/** null when the mark opens no quoted cell, as in `"平安"创建`: then it is text like any other. */
function quotedCell(source: string, from: number): { text: string; end: number } | null {
  let text = '';
  const limit = Math.min(source.length, from + LONGEST_QUOTED);
  for (let at = from + 1; at < limit; at++) {
    if (source[at] !== '"') text += source[at];
    else if (source[at + 1] === '"') {
      text += '"';
      at++;
    } else {
      const after = source[at + 1];
      return after === undefined || after === '\t' || after === '\n' ? { text, end: at + 1 } : null;
    }
  }
  return null;
}

/** The same format, to be pasted into Excel, WPS or this table again. */
export function formatTabbedText(block: TextBlock): string {
  return block.map(row => row.map(quoted).join('\t')).join('\r\n') + (needsFinalBreak(block) ? '\r\n' : '');
}

function quoted(cell: string): string {
  return /[\t\n\r]|^"/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

/** A last row of one empty cell would vanish without its own line break. */
function needsFinalBreak(block: TextBlock): boolean {
  const last = block[block.length - 1];
  return block.length > 1 && last?.length === 1 && last[0] === '';
}
