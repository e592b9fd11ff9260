import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { templateManifestSchema } from '../../../lib/model/template';
import { parseTemplateFile } from '../../../lib/model/template-file';
import { tableDataSchema } from '../../../scripts/make-template/table-data';

const folder = new URL('../../../templates/quanzhou-2023/', import.meta.url);

export function templateBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(fileURLToPath(new URL(name, folder))));
}

export function templateJson(name: string): unknown {
  return JSON.parse(new TextDecoder().decode(templateBytes(name)));
}

export const manifest = parseTemplateFile(templateManifestSchema, templateJson('template.json'), 'template.json');
export const table = tableDataSchema.parse(templateJson('table.json'));
export const indicators = table.sections.flatMap(section => section.indicators);
