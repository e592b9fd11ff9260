import type { CellRange } from '../../lib/model/address';
import { formatTabbedText, parseTabbedText, type TextBlock } from './pasted-block';
import { parseHtmlTable } from './pasted-html';
import type { SheetSource } from './sheet-source';

/**
 * What a paste brings. A table in HTML is the better source where it comes from Word or a page (their plain text breaks cells
 * at every line); Excel and WPS print their cells more faithfully as tabbed text.
 */
function readClipboard(data: DataTransfer): TextBlock {
  const plain = data.getData('text/plain');
  const html = data.getData('text/html');
  const fromSpreadsheet = /Excel\.Sheet|ProgId[^>]*ET\.|xmlns:x="urn:schemas-microsoft-com:office:excel"/i.test(html);
  if (/<table/i.test(html) && !(fromSpreadsheet && plain !== '')) {
    const block = parseHtmlTable(html);
    if (block && block.length > 0) return block;
  }
  return parseTabbedText(plain);
}

export function writeClipboard(data: DataTransfer, source: SheetSource, range: CellRange): void {
  const block: TextBlock = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const texts: string[] = [];
    for (let column = range.left; column <= range.right; column++) texts.push(source.shown(row, column)?.text ?? '');
    block.push(texts);
  }
  data.setData('text/plain', formatTabbedText(block));
  data.setData('text/html', `<table>${block.map(row => `<tr>${row.map(htmlCell).join('')}</tr>`).join('')}</table>`);
}

function htmlCell(text: string): string {
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>');
  return `<td>${safe}</td>`;
}

export interface ClipboardTarget {
  /** No cell's editor is open: copy and paste are of cells, not of letters. */
  isMoving(): boolean;
  copy(data: DataTransfer): void;
  cut(): void;
  paste(block: TextBlock): void;
}

export function listenForClipboard(field: HTMLElement, target: ClipboardTarget, signal: AbortSignal): void {
  const listen = (type: 'copy' | 'cut' | 'paste', act: (data: DataTransfer) => void): void =>
    field.addEventListener(
      type,
      event => {
        if (!target.isMoving() || !event.clipboardData) return;
        event.preventDefault();
        act(event.clipboardData);
      },
      { signal },
    );
  listen('copy', data => target.copy(data));
  listen('cut', data => {
    target.copy(data);
    target.cut();
  });
  listen('paste', data => target.paste(readClipboard(data)));
}
