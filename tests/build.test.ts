import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from '../scripts/browser/build-extension';
import { AppPaths } from '../scripts/browser/paths';

/** The whole list. A permission more is a decision, and this is where it is taken. */
const PERMISSIONS = ['storage', 'unlimitedStorage', 'alarms', 'notifications'];
/** Asked for one by one, when a person enters a server or allows a page. */
const OPTIONAL_HOSTS = ['http://*/*', 'https://*/*'];

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

  it('asks for the listed permissions and no host', () => {
    expect(manifest.permissions).toEqual(PERMISSIONS);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest.optional_host_permissions).toEqual(OPTIONAL_HOSTS);
    expect(manifest).not.toHaveProperty('optional_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('puts no script on any page', () => {
    expect(files.filter(name => name.startsWith('content-scripts'))).toEqual([]);
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
