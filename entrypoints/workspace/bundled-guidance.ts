import type { Guidance } from '../../lib/model/guidance';
import type { RecognisedTable } from '../../lib/model/table';
import { templateGuidance } from '../../lib/tasks/template-guidance';
import { bundledTemplates, templateFile } from './templates';
import type { WorkbookClient } from './workbook-client';

/** Advice of the templates that come with the extension, for those of the tables that are recognisably a template's. */
export async function bundledGuidance(
  tables: readonly RecognisedTable[],
  workbooks: WorkbookClient,
  signal: AbortSignal,
): Promise<Map<RecognisedTable, Guidance>> {
  const found = new Map<RecognisedTable, Guidance>();
  for (const template of bundledTemplates()) {
    const alike = tables.filter(table => table.year === null || table.year === template.manifest.year);
    if (!template.guidance || alike.length === 0 || signal.aborted) continue;
    const guidance = await template.guidance();
    const bytes = new Uint8Array(await (await templateFile(template)).arrayBuffer());
    const { recognition } = await workbooks.ask({ do: 'workspace:worker:open', bytes, answers: {} });
    const own = recognition.tables[0];
    for (const table of own ? alike : []) {
      const fitting = templateGuidance(table, own!, guidance);
      if (fitting) found.set(table, fitting);
    }
  }
  return found;
}
