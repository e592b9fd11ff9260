import { readRelationships } from '../package/relationships';
import { toUtf8 } from '../xml/xml-encoding';
import { inflateEntry } from '../zip/inflate-entry';
import { findPart, type ZipArchive } from '../zip/zip-archive';
import { refusePivotSource, shiftChart } from './charts';
import { shiftCommentBoxes, shiftComments } from './comments';
import { shiftDrawing } from './drawing-anchors';
import type { Obstacle } from './obstacles';
import type { ReferenceShifter } from './reference-shifter';
import type { RowPlan } from './row-plan';
import { shiftTable, shiftTableElsewhere } from './tables';

type Shift = (bytes: Uint8Array, part: string) => Uint8Array;

/** What a sheet may lead to without knowing rows. */
const WITHOUT_ROWS = new Set(['hyperlink', 'printerSettings', 'image', 'customProperty']);

const REFUSED: ReadonlyMap<string, Obstacle> = new Map([
  ['pivotTable', 'pivot'],
  ['control', 'controls'],
  ['ctrlProp', 'controls'],
  ['oleObject', 'controls'],
  ['package', 'controls'],
]);

const CHART = /(?:^|\/)charts\/chart(?:ex)?\d*\.xml$/i;
const PIVOT_CACHE = /(?:^|\/)pivotcachedefinition\d*\.xml$/i;
const REVISIONS = /(?:^|\/)revisions\//i;

/**
 * Drawings, comments, tables and charts: every part beside the sheets and the workbook that speaks of the sheet's rows.
 * @returns those that change @throws AppError rows-not-shiftable
 */
export async function shiftRelatedParts(
  archive: ZipArchive,
  sheetPart: string,
  plan: RowPlan,
  shifter: ReferenceShifter,
): Promise<Map<string, Uint8Array>> {
  const shifts: ReadonlyMap<string, Shift> = new Map<string, Shift>([
    ['drawing', (bytes, part) => shiftDrawing(bytes, part, plan, shifter)],
    ['vmlDrawing', (bytes, part) => shiftCommentBoxes(bytes, part, shifter)],
    ['comments', (bytes, part) => shiftComments(bytes, part, shifter)],
    ['threadedComment', (bytes, part) => shiftComments(bytes, part, shifter)],
    ['table', (bytes, part) => shiftTable(bytes, part, plan, shifter)],
  ]);
  const changed = new Map<string, Uint8Array>();
  const own = new Set<string>();
  for (const { kind, target, external } of await readRelationships(archive, sheetPart)) {
    const shift = shifts.get(kind);
    if (shift && !external) {
      own.add(target.toLowerCase());
      await apply(target, shift);
    } else if (!WITHOUT_ROWS.has(kind)) throw shifter.obstacle(REFUSED.get(kind) ?? 'element', kind);
  }
  for (const { partName } of archive.entries) {
    if (REVISIONS.test(partName)) throw shifter.obstacle('shared-workbook', partName);
    if (CHART.test(partName)) await apply(partName, (bytes, part) => shiftChart(bytes, part, shifter));
    else if (isTable(partName) && !own.has(partName.toLowerCase())) {
      await apply(partName, (bytes, part) => shiftTableElsewhere(bytes, part, shifter));
    } else if (PIVOT_CACHE.test(partName)) {
      await apply(partName, (bytes, part) => {
        refusePivotSource(bytes, part, shifter);
        return bytes;
      });
    }
  }
  return changed;

  async function apply(part: string, shift: Shift): Promise<void> {
    const entry = findPart(archive, part);
    if (!entry) return;
    const bytes = toUtf8(await inflateEntry(archive, entry.name), entry.name);
    const shifted = shift(bytes, entry.name);
    if (shifted !== bytes) changed.set(entry.name, shifted);
  }
}

export function isTable(partName: string): boolean {
  return /(?:^|\/)tables\/table\d*\.xml$/i.test(partName);
}
