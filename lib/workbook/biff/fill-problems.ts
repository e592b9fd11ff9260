import { formatAddress } from '../../model/address';
import type { CellLook } from '../../model/looks';
import type { Problem } from '../../model/table';
import type { CompoundFile } from './compound-file';
import { containerWarnings } from './container-warnings';
import type { PlacedEdit } from './edited-sheet';
import { styleOf } from './read-looks';

export function signatureProblems(file: CompoundFile): Problem[] {
  if (!containerWarnings(file).some(({ code }) => code === 'signed')) return [];
  const message = '这个工作簿带有数字签名，填写后签名失效；需要签名的，请在填好后重新签署。';
  return [{ code: 'signature-broken', severity: 'warning', sheet: null, cell: null, message }];
}

/** Protection keeps people from typing by mistake; it is no reason not to fill, but one to tell. */
export function lockedCellProblems(edits: readonly PlacedEdit[], looks: readonly CellLook[]): Problem[] {
  return edits
    .filter(({ sheet, format }) => sheet.map.protected && looks[styleOf(format)]?.locked)
    .map(({ sheet, row, column }) => {
      const cell = formatAddress({ row, column });
      const message = `工作表受保护且 ${cell} 是锁定单元格；已按要求填写，请确认发文单位允许填写此处。`;
      return { code: 'locked-cell', severity: 'warning', sheet: sheet.sheet.name, cell, message };
    });
}
