import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildExtension } from './browser/build-extension';
import { findChromium, ignoresLoadExtension } from './browser/find-chromium';
import { AppPaths } from './browser/paths';
import { CHINESE_FONTS, CHROMIUM, LIBREOFFICE, POPPLER, setupSystem } from './setup-system';
import { runMainJob } from './start/main-job';

const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

if (setupSystem(display ? [CHROMIUM] : [CHROMIUM, CHINESE_FONTS]).length > 0) process.exit(1);
// Looked at when present, never a reason to stop: the job itself needs a browser only.
if (!display) setupSystem([LIBREOFFICE, POPPLER]);

console.log('正在构建扩展 · building the extension …');
await buildExtension();

if (display) openWorkspace(findChromium()!);
else await runMainJob();

/**
 * The user's own browser window, with a profile that stays in the project's ignored folder. The workspace opens by itself:
 * an extension loaded this way is newly installed at every start. (Naming its page here would come before it is loaded.)
 */
function openWorkspace(browser: string): void {
  if (ignoresLoadExtension(browser)) {
    console.log(
      [
        `${path.basename(browser)} 不接受命令行加载扩展，请手动加载一次 · load it once by hand:`,
        '  1. 打开 chrome://extensions（Edge: edge://extensions）',
        '  2. 打开“开发者模式” · switch on developer mode',
        `  3. “加载已解压的扩展程序” · load unpacked: ${AppPaths.chromeBuild}`,
        '  4. 点击工具栏上的“平安填报助手” · click its toolbar button',
      ].join('\n'),
    );
  }
  const child = spawn(
    browser,
    [
      `--user-data-dir=${AppPaths.profile}`,
      `--load-extension=${AppPaths.chromeBuild}`,
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { detached: true, stdio: 'ignore' },
  );
  child.unref();
  console.log(
    `已打开 · opened: ${path.basename(browser)}（资料保存在 .local/profile · profile kept in .local/profile）`,
  );
}
