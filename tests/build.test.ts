import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from '../scripts/browser/build-extension';
import { AppPaths } from '../scripts/browser/paths';

/**
 * The whole list. A permission more is a decision, and this is where it is taken. activeTab and scripting: hints on the page where the
 * toolbar button was pressed; hosts are optional, one site at a time, when a person grants it (docs/threat-model.md).
 */
const PERMISSIONS = ['storage', 'unlimitedStorage', 'alarms', 'notifications', 'activeTab', 'scripting'];
const OPTIONAL_HOSTS = ['http://*/*', 'https://*/*'];

/** Raw bytes of a script that is put on pages, its style sheet included. */
const MOST_ON_A_PAGE = 40_000;
const ON_PAGES = ['overlay.js', 'overlay-card.js'];

describe.each([
  ['chrome', AppPaths.chromeBuild],
  ['firefox', AppPaths.firefoxBuild],
] as const)('the %s build', (browser, folder) => {
  let manifest: Record<string, unknown>;
  let files: string[];

  beforeAll(async () => {
    if (!existsSync(path.join(folder, 'manifest.json'))) await buildExtension(browser);
    manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
    files = (readdirSync(folder, { recursive: true }) as string[]).filter(name => /\.(js|css|html|json)$/.test(name));
  });

  it('asks for the listed permissions, and for hosts only when a person grants them', () => {
    // Firefox has a sidebar without asking.
    expect(manifest.permissions).toEqual(browser === 'chrome' ? [...PERMISSIONS, 'sidePanel'] : PERMISSIONS);
    expect(manifest.optional_host_permissions).toEqual(OPTIONAL_HOSTS);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest.optional_host_permissions).toEqual(OPTIONAL_HOSTS);
    expect(manifest).not.toHaveProperty('optional_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('puts no script on any page by itself', () => {
    expect(files.filter(name => name.startsWith('content-scripts'))).toEqual([]);
  });

  it.each(ON_PAGES)('keeps %s small, and free of what belongs to our own pages', name => {
    const script = text(name);
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(MOST_ON_A_PAGE);
    // Marks that react, zod, dexie and xlsx leave in minified code.
    const libraries = /__REACT_DEVTOOLS_GLOBAL_HOOK__|ZodError|_zod\b|liveQuery|DexieError|SheetNames/;
    expect(libraries.exec(script)?.[0]).toBeUndefined();
  });

  it('shows the marks of those libraries in our own pages, so that the test above can fail', () => {
    const own = files
      .filter(name => name.startsWith('chunks/') || name.startsWith('assets/'))
      .map(text)
      .join('\n');
    for (const mark of ['ZodError', 'liveQuery', 'SheetNames']) expect(own).toContain(mark);
  });

  it('keeps the default content security policy, without eval or remote code', () => {
    expect(manifest).not.toHaveProperty('content_security_policy');
    const offenders = files.filter(name => /\beval\(|new Function\(|importScripts\(/.test(text(name)));
    expect(offenders).toEqual([]);
  });

  it('holds no character that stops Chromium from loading a script', () => {
    // U+FFFE, U+FFFF and lone surrogates make an extension's script "not UTF-8 encoded".
    const offenders = files.filter(name => /[\ufffe\uffff\ufdd0-\ufdef]/.test(text(name)) || !isUtf8(name));
    expect(offenders).toEqual([]);
  });

  it('loads nothing from elsewhere', () => {
    const loaders = /(?:src|href)=["']https?:|@import\s+(?:url\()?["']?https?:|import\(["']https?:|url\(["']?https?:/;
    expect(files.filter(name => loaders.test(text(name)))).toEqual([]);
  });

  function text(name: string): string {
    return readFileSync(path.join(folder, name), 'utf8');
  }

  function isUtf8(name: string): boolean {
    const bytes = readFileSync(path.join(folder, name));
    return Buffer.from(bytes.toString('utf8')).equals(bytes);
  }
});
