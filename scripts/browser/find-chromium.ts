import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'browser360-cn',
  'qaxbrowser-safe-stable',
  'google-chrome-stable',
  'google-chrome',
];

const WINDOWS = [
  'Microsoft/Edge/Application/msedge.exe',
  'Chromium/Application/chrome.exe',
  'Google/Chrome/Application/chrome.exe',
];

const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The installed browser of the Chromium family, CHROMIUM_PATH first; null when there is none. */
export function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const windowsFolders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  const candidates = [
    process.env.CHROMIUM_PATH ?? '',
    ...PROGRAMS.flatMap(program => folders.map(folder => join(folder, program))),
    ...windowsFolders.filter(folder => folder !== undefined).flatMap(folder => WINDOWS.map(file => join(folder, file))),
    ...MAC,
  ];
  return candidates.find(candidate => candidate !== '' && existsSync(candidate)) ?? null;
}

/** Google's and Microsoft's own builds from version 137 on ignore --load-extension. */
export function ignoresLoadExtension(browserPath: string): boolean {
  return /google-chrome|Google[/\\ ]Chrome|msedge|microsoft-edge|Microsoft Edge/i.test(browserPath);
}
