/** Makes the workbooks of one template from its data: `npx tsx scripts/make-template.ts quanzhou-2023`. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv, cwd } from 'node:process';
import { templateManifestSchema } from '../lib/model/template';
import { tableDataSchema } from './make-template/table-data';
import { templateWorkbooks } from './make-template/workbooks';

const folder = join(cwd(), 'templates', argv[2] ?? 'quanzhou-2023');
const data = tableDataSchema.parse(JSON.parse(await readFile(join(folder, 'table.json'), 'utf8')));
const manifest = templateManifestSchema.parse(JSON.parse(await readFile(join(folder, 'template.json'), 'utf8')));
for (const [name, bytes] of templateWorkbooks(data, manifest)) {
  await writeFile(join(folder, name), bytes);
  console.log(`${name}  ${bytes.length} bytes`);
}
