import { AppError } from '../../model/app-error';

/** Excel's limit for a cell, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 32_767;

/** What XML 1.0 cannot hold: control characters but tab, LF and CR, and the two non-characters. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Whether a cell can hold this text at all. */
export function fitsInCell(text: string): boolean {
  return text.length <= MAX_TEXT_LENGTH && !FORBIDDEN.test(text) && !LONE_SURROGATE.test(text);
}

/** Refuses what a cell cannot hold, so that nothing is ever dropped on the way. `cell` is named in the message. */
export function checkCellText(text: string, sheet: string, cell: string): void {
  if (text.length > MAX_TEXT_LENGTH) {
    throw new AppError('text-too-long', { sheet, cell, length: text.length, limit: MAX_TEXT_LENGTH });
  }
  const control = FORBIDDEN.exec(text);
  if (control) throw new AppError('control-character', { sheet, cell, character: codePoint(control[0]) });
  const surrogate = LONE_SURROGATE.exec(text);
  if (surrogate) throw new AppError('lone-surrogate', { sheet, cell, character: codePoint(surrogate[0]) });
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Text as the content of a `<t>`. "_x000D_" is how the format spells a CR, which XML would turn into LF; so a text that
 * itself reads "_x000D_" gets its underscore spelled "_x005F_".
 */
export function encodeCellText(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/\r/g, '_x000D_'));
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** For attribute values, where white space other than a space would be normalised away. */
export function escapeAttribute(text: string): string {
  return escapeXml(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, c => `&#${c.charCodeAt(0)};`);
}

/** Whether readers may trim or fold the white space of this text unless told not to. */
export function needsPreserve(text: string): boolean {
  return /^\s|\s$|[\t\n]| {2}/.test(text);
}

/** `<t>` with its text; `prefix` is "" or the namespace prefix with its colon. */
export function textElement(text: string, prefix: string): string {
  const space = needsPreserve(text) ? ' xml:space="preserve"' : '';
  return `<${prefix}t${space}>${encodeCellText(text)}</${prefix}t>`;
}
