import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AppPaths } from '../../scripts/browser/paths';

/**
 * The built extension with one server allowed already: the browser's own question cannot be answered by a program. All else
 * is the shipped build.
 */
export function extensionAllowedFor(origin: string, folder: string): string {
  const copy = path.join(folder, 'extension');
  cpSync(AppPaths.chromeBuild, copy, { recursive: true });
  const manifest = path.join(copy, 'manifest.json');
  const content = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, unknown>;
  writeFileSync(manifest, JSON.stringify({ ...content, host_permissions: [origin] }));
  return copy;
}
