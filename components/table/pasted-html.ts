import type { TextBlock } from './pasted-block';

/**
 * The table in text/html from Excel, WPS or a web page: merged cells take their room, so that what follows stays in its
 * column. null when the page fragment holds no table. The fragment is parsed inertly; nothing in it runs or loads.
 */
export function parseHtmlTable(html: string, maxCells = 200_000): TextBlock | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return null;
  const block: TextBlock = [];
  const taken = new Set<string>();
  let cells = 0;
  for (const [y, tr] of [...table.rows].entries()) {
    const row: string[] = [];
    let x = 0;
    for (const td of tr.cells) {
      while (taken.has(`${y}:${x}`)) row[x++] = '';
      row[x] = cellText(td);
      const width = span(td.colSpan);
      const height = Math.min(span(td.rowSpan), table.rows.length - y);
      cells += width * height;
      if (cells > maxCells) return null;
      for (let dy = 0; dy < height; dy++) {
        for (let dx = dy === 0 ? 1 : 0; dx < width; dx++) taken.add(`${y + dy}:${x + dx}`);
      }
      x++;
    }
    while (taken.has(`${y}:${x}`)) row[x++] = '';
    block.push(row);
  }
  return block;
}

const span = (value: number): number => Math.max(1, Math.min(value || 1, 1000));

/** Line breaks are <br> and blocks; the white space of the source is none of the cell's. */
function cellText(cell: HTMLTableCellElement): string {
  let text = '';
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) text += (node.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' ');
    else if (node.nodeName === 'BR') text += '\n';
    else if (node.nodeName !== 'STYLE' && node.nodeName !== 'SCRIPT') {
      const block = /^(P|DIV|LI|TR)$/.test(node.nodeName);
      if (block && text !== '' && !text.endsWith('\n')) text += '\n';
      node.childNodes.forEach(walk);
    }
  };
  cell.childNodes.forEach(walk);
  return text
    .split('\n')
    .map(line => line.replace(/\u00a0/g, ' ').trim())
    .join('\n')
    .replace(/\n+$/, '');
}
