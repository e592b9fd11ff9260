// Runs before anything is installed: plain JavaScript, node's own modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Installs the npm packages of package-lock.json when they are missing or of another lock file. Prints to stderr only. */
export function ensurePackages() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`需要 Node.js 20 或更新版本，当前是 ${process.versions.node}。 Node.js 20 or newer is needed.`);
    process.exit(1);
  }
  const stamp = `${root}node_modules/.installed-from`;
  const wanted = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('正在安装依赖 · installing packages (npm ci) …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error(
      'npm ci 未成功，请检查 npm 源是否可用后重试。 npm ci failed: check that the npm registry is reachable, then run again.',
    );
    process.exit(npm.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}

/** Loads one of our TypeScript scripts with the packages in place. */
export async function run(script) {
  ensurePackages();
  const { register } = await import('tsx/esm/api');
  register();
  await import(new URL(script, import.meta.url).href);
}

/** The same, as one file that is kept between runs: for what is started often. */
export async function runBundled(script) {
  ensurePackages();
  const { bundleOf } = await import('./bundle.mjs');
  let bundle;
  try {
    bundle = await bundleOf(fileURLToPath(new URL(script, import.meta.url)), `${root}node_modules/.cache/pingan-fill`);
  } catch (error) {
    // A folder that may not be written to: slower, and just as right.
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error.code)) throw error;
    return run(script);
  }
  await import(pathToFileURL(bundle).href);
}
