import { formatAddress } from '../model/address';
import { AppError } from '../model/app-error';
import type { CellGrid } from '../model/cells';
import { cleanText, foldWidth, withoutTags } from '../model/text';

/** A mark stands alone on its line; sentences about secrecy are longer. */
const LONGEST_MARK = 40;
const STAR = '[★☆✩✭✯⭐✰*·•﹡]';
const TERM = '(?:长期|永久|\\d{1,3}(?:年|个月|月)|[一二三四五六七八九十]{1,3}年)';
const LEVEL = '(绝密|机密|秘密)';
const LABELLED = new RegExp(`(?:密级|保密等级|秘密等级|涉密等级|保密级别)[:)\\]]?[[(]?${LEVEL}级?`);
const STARRED = new RegExp(`^[[(]?${LEVEL}级?[\\])]?${STAR}`);
const WITH_TERM = new RegExp(`^[[(]?${LEVEL}级?[:,]?${TERM}[\\])]?$`);
const BARE = new RegExp(`^[[(<]?${LEVEL}级?[\\])>]?$`);
const CHOSEN = new RegExp(`[☑■√✔]${LEVEL}`);

/**
 * Refuses workbooks that carry a 密级 mark: 机密★, 秘密★1年, 密级：机密 … Words such as 保密管理 or 失泄密 are the subject of
 * many an indicator and no mark.
 */
export function assertNotClassified(grids: readonly CellGrid[]): void {
  for (const grid of grids) {
    if (markIn(grid.name) === 'marked') refuse(grid.name, 'A1');
    if (grid.mayContain?.('密') !== false) assertSheet(grid);
  }
}

function assertSheet(grid: CellGrid): void {
  const bare = new Map<string, string>();
  let options = false;
  for (let row = 0; row < grid.rowCount; row++) {
    const columns = grid.filledColumns(row);
    for (const column of columns) {
      const cell = grid.cell(row, column);
      if (cell?.kind !== 'text' || !hasSecret(cell.text)) continue;
      const mark = markIn(cell.text);
      const address = formatAddress({ row, column });
      if (mark === 'marked') refuse(grid.name, address);
      if (mark === null) continue;
      bare.set(mark, address);
      options ||= bare.size > 1;
    }
  }
  // A list of all levels to choose from, as data dictionaries have, marks nothing.
  const [first] = bare.values();
  if (first && !options) refuse(grid.name, first);
}

/** Spaces may part the characters ("机 密"), so only the second one is looked for. */
function hasSecret(text: string): boolean {
  return text.includes('密');
}

/** 'marked' for a mark beyond doubt, the level's name for a cell that holds nothing else, null for other texts. */
function markIn(text: string): string | null {
  for (const line of withoutTags(text).split(/[\r\n]+|\s{3,}/)) {
    const key = foldWidth(cleanText(line)).replace(/\s/g, '');
    if (key.length > LONGEST_MARK) continue;
    if (STARRED.test(key) || WITH_TERM.test(key) || LABELLED.test(key) || CHOSEN.test(key)) return 'marked';
  }
  const whole = foldWidth(cleanText(text)).replace(/\s/g, '');
  return BARE.exec(whole)?.[1] ?? null;
}

function refuse(sheet: string, cell: string): never {
  throw new AppError('classified', { sheet, cell });
}
