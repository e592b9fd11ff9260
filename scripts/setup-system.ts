import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from './browser/find-chromium';

interface SystemPart {
  /** Debian's package. */
  debian: string;
  what: string;
  present: () => boolean;
}

export const CHROMIUM: SystemPart = {
  debian: 'chromium',
  what: 'Chromium（或 Edge、Chrome 等 Chromium 内核浏览器）',
  present: () => findChromium() !== null,
};
const CHROMIUM_LOCALES = '/usr/lib/chromium/locales';
/** Its own words and dates in Chinese, for pictures. Debian's Chromium alone has them; other browsers bring theirs. */
export const CHROMIUM_CHINESE: SystemPart = {
  debian: 'chromium-l10n',
  what: 'Chromium 的中文界面',
  present: () => !existsSync(CHROMIUM_LOCALES) || existsSync(join(CHROMIUM_LOCALES, 'zh-CN.pak')),
};
export const LIBREOFFICE: SystemPart = {
  debian: 'libreoffice-calc',
  what: 'LibreOffice Calc',
  present: () => onPath('soffice') || onPath('libreoffice'),
};
export const CHINESE_FONTS: SystemPart = {
  debian: 'fonts-noto-cjk',
  what: '中文字体 (Noto CJK)',
  present: () => spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim() !== '',
};
export const POPPLER: SystemPart = { debian: 'poppler-utils', what: 'pdftoppm', present: () => onPath('pdftoppm') };
/** The binary alone: the package "apache2" would start a server of its own. */
const APACHE: SystemPart = {
  debian: 'apache2-bin',
  what: 'Apache (mod_dav)',
  present: () => onPath('apache2') || existsSync('/usr/sbin/apache2'),
};
const RCLONE: SystemPart = { debian: 'rclone', what: 'rclone', present: () => onPath('rclone') };
const LIGHTTPD: SystemPart = {
  debian: 'lighttpd',
  what: 'lighttpd',
  present: () => onPath('lighttpd') || existsSync('/usr/sbin/lighttpd'),
};
const LIGHTTPD_WEBDAV: SystemPart = {
  debian: 'lighttpd-mod-webdav',
  what: 'lighttpd mod_webdav',
  present: () => existsSync('/usr/lib/lighttpd/mod_webdav.so'),
};
/** What tests of syncing run against, on the loopback. */
export const WEBDAV_SERVERS: readonly SystemPart[] = [APACHE, RCLONE, LIGHTTPD, LIGHTTPD_WEBDAV];

/**
 * Installs what is missing by name from Debian where that is possible (root and apt-get), else says what to install.
 * @returns the parts that are still missing.
 */
export function setupSystem(parts: readonly SystemPart[]): SystemPart[] {
  if (process.platform !== 'linux') return parts.filter(part => part !== CHINESE_FONTS && !part.present());
  const missing = parts.filter(part => !part.present());
  if (missing.length === 0) return [];
  const names = missing.map(part => part.debian);
  if (onPath('apt-get') && process.getuid?.() === 0) {
    console.error(`正在安装 · installing: ${names.join(' ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const quiet = { env, stdio: ['ignore', 'ignore', process.stderr] as ['ignore', 'ignore', typeof process.stderr] };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], quiet);
  }
  const left = missing.filter(part => !part.present());
  if (left.length > 0) {
    console.error(`还缺少 · still missing: ${left.map(part => part.what).join('、')}`);
    console.error(`请安装 · please install: sudo apt-get install ${left.map(part => part.debian).join(' ')}`);
  }
  return left;
}

function onPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, program)));
}
