/** Draws the extension's icons: `npx tsx scripts/make-icons.ts`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cwd } from 'node:process';
import { drawIcon } from './make-icons/icon';
import { encodePng } from './make-icons/png';

for (const size of [16, 32, 48, 128]) {
  await writeFile(join(cwd(), 'public', 'icon', `${size}.png`), encodePng(drawIcon(size), size));
}
