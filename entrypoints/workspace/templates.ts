import { type Guidance, guidanceSchema } from '../../lib/model/guidance';
import { type TemplateManifest, templateManifestSchema } from '../../lib/model/template';
import { parseTemplateFile } from '../../lib/model/template-file';

/** All folders under templates/ that come with the extension: adding one needs no code. */
const manifests = import.meta.glob('../../templates/*/template.json', { eager: true, import: 'default' });
const tables = import.meta.glob<string>('../../templates/*/*.xlsx', { eager: true, query: '?url', import: 'default' });

const advice = import.meta.glob('../../templates/*/guidance.json', { import: 'default' });

export interface BundledTemplate {
  manifest: TemplateManifest;
  tableUrl: string;
  /** null where the template brings no advice. */
  guidance: (() => Promise<Guidance>) | null;
}

export function bundledTemplates(): BundledTemplate[] {
  return Object.entries(manifests)
    .map(([path, content]) => {
      const manifest = parseTemplateFile(templateManifestSchema, content, path);
      const folder = path.slice(0, path.lastIndexOf('/'));
      const load = advice[`${folder}/${manifest.files.guidance}`];
      const guidance = load && (async () => parseTemplateFile(guidanceSchema, await load(), 'guidance.json'));
      return { manifest, tableUrl: tables[`${folder}/${manifest.files.table}`] ?? '', guidance: guidance ?? null };
    })
    .filter(template => template.tableUrl !== '')
    .sort((a, b) => b.manifest.year - a.manifest.year);
}

/** The template's workbook, under a name an office would give it. */
export async function templateFile({ manifest, tableUrl }: BundledTemplate): Promise<File> {
  const bytes = await (await fetch(tableUrl)).arrayBuffer();
  return new File([bytes], `${manifest.title}.xlsx`);
}
