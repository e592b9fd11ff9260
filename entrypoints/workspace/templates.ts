import { type TemplateManifest, templateManifestSchema } from '../../lib/model/template';
import { parseTemplateFile } from '../../lib/model/template-file';

/** All folders under templates/ that come with the extension: adding one needs no code. */
const manifests = import.meta.glob('../../templates/*/template.json', { eager: true, import: 'default' });
const tables = import.meta.glob<string>('../../templates/*/*.xlsx', { eager: true, query: '?url', import: 'default' });

export interface BundledTemplate {
  manifest: TemplateManifest;
  tableUrl: string;
}

export function bundledTemplates(): BundledTemplate[] {
  return Object.entries(manifests)
    .map(([path, content]) => {
      const manifest = parseTemplateFile(templateManifestSchema, content, path);
      const folder = path.slice(0, path.lastIndexOf('/'));
      return { manifest, tableUrl: tables[`${folder}/${manifest.files.table}`] ?? '' };
    })
    .filter(template => template.tableUrl !== '')
    .sort((a, b) => b.manifest.year - a.manifest.year);
}

/** The template's workbook, under a name an office would give it. */
export async function templateFile({ manifest, tableUrl }: BundledTemplate): Promise<File> {
  const bytes = await (await fetch(tableUrl)).arrayBuffer();
  return new File([bytes], `${manifest.title}.xlsx`);
}
