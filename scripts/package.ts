import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { buildExtension } from './browser/build-extension';
import { AppPaths } from './browser/paths';

/** DOS time has no zone: one fixed local time makes the bytes the same on every machine and day. */
const FIXED_TIME = new Date(2023, 0, 1, 0, 0, 0);

/** `npm run package`: reproducible zips for the stores, and the folder that `--pack-extension` or a fixed share takes. */
const release = path.join(AppPaths.output, 'release');
const { version } = JSON.parse(readFileSync(path.join(AppPaths.root, 'package.json'), 'utf8')) as { version: string };
rmSync(release, { recursive: true, force: true });
mkdirSync(release, { recursive: true });

for (const [browser, folder] of [
  ['chrome', AppPaths.chromeBuild],
  ['firefox', AppPaths.firefoxBuild],
] as const) {
  await buildExtension(browser);
  const bytes = zipFolder(folder);
  const name = `pingan-fill-${version}-${browser}.zip`;
  writeFileSync(path.join(release, name), bytes);
  console.log(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
}
cpSync(AppPaths.chromeBuild, path.join(release, 'pingan-fill'), { recursive: true });
console.log(
  `已生成 · written to ${path.relative(AppPaths.root, release)}/ (pingan-fill/: 加载已解压的扩展 · load unpacked or --pack-extension)`,
);

function zipFolder(folder: string): Uint8Array {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  const entries: Zippable = {};
  for (const name of names) {
    entries[name] = [new Uint8Array(readFileSync(path.join(folder, name))), { mtime: FIXED_TIME, os: 3, level: 9 }];
  }
  return zipSync(entries);
}
