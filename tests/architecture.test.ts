import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** Who may import whom (docs: README, "the map"). `ours` are folders, `npm` packages; nothing else is allowed. */
const ROOMS: Record<string, { ours: string[]; npm: string[] }> = {
  'lib/model': { ours: [], npm: ['zod', 'big.js'] },
  'lib/workbook': { ours: ['lib/model'], npm: ['xlsx', 'fflate'] },
  'lib/table': { ours: ['lib/model'], npm: [] },
  'lib/scoring': { ours: ['lib/model'], npm: ['big.js'] },
  'lib/journal': { ours: ['lib/model'], npm: [] },
  'lib/store': { ours: ['lib/model', 'lib/journal'], npm: ['dexie', 'zod'] },
  'lib/sync': { ours: ['lib/model', 'lib/journal'], npm: ['zod', 'fflate'] },
  'lib/page': { ours: ['lib/model'], npm: [] },
  'lib/report': { ours: ['lib/model'], npm: [] },
  'lib/messages': { ours: ['lib/model'], npm: ['zod'] },
  'lib/tasks': { ours: ['lib'], npm: ['zod'] },
  components: {
    ours: ['lib/model', 'lib/scoring', 'lib/table'],
    npm: ['react', 'react-dom', 'antd', '@ant-design/icons'],
  },
};

interface Import {
  from: string;
  /** Repository path of one of our files, or a package's name. */
  to: string;
  ours: boolean;
  typeOnly: boolean;
}

const files = ['entrypoints', 'components', 'lib', 'scripts']
  .filter(folder => existsSync(path.join(root, folder)))
  .flatMap(folder => readdirSync(path.join(root, folder), { recursive: true }).map(name => `${folder}/${name}`))
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => /\.tsx?$/.test(file))
  .sort();
const text = new Map(files.map(file => [file, readFileSync(path.join(root, file), 'utf8')]));
const imports = files.flatMap(importsOf);

describe('the house', () => {
  it('lets a room import only what the map allows', () => {
    const offenders = imports.filter(({ from, to, ours, typeOnly }) => {
      const room = Object.keys(ROOMS).find(name => from.startsWith(`${name}/`));
      if (!room) return ours && to.startsWith('entrypoints/') && !from.startsWith('entrypoints/');
      if (!ours) return !ROOMS[room]!.npm.includes(to);
      if (to.startsWith(`${room}/`) || (typeOnly && to.startsWith('lib/model/'))) return false;
      return !ROOMS[room]!.ours.some(allowed => to.startsWith(`${allowed}/`));
    });
    expect(offenders.map(show)).toEqual([]);
  });

  it('has a rule for every room under lib/', () => {
    const rooms = new Set(
      files.filter(file => file.startsWith('lib/')).map(file => file.split('/').slice(0, 2).join('/')),
    );
    expect([...rooms].filter(room => !ROOMS[room])).toEqual([]);
  });

  it('has no import cycle', () => {
    const next = new Map(files.map(file => [file, imports.filter(i => i.from === file && i.ours).map(i => i.to)]));
    expect(findCycle(next)).toBeNull();
  });

  it('keeps the browser and node at the rim', () => {
    const inner = files.filter(file => /^(lib|components)\//.test(file));
    const browserUse = /(?<![\w.'"`/-])(?:browser|chrome)\.[a-z]+\b(?!['"`])/;
    expect(inner.filter(file => browserUse.test(withoutComments(text.get(file)!)))).toEqual([]);
    expect(inner.filter(file => /from 'node:|require\(/.test(text.get(file)!))).toEqual([]);
  });

  it('names files in kebab-case, without barrels or utils', () => {
    // WXT finds what the browser starts by the name index.ts in a folder right under entrypoints/.
    const bad = files.filter(
      file =>
        !/^[a-z0-9.-]+$/.test(path.basename(file)) ||
        /(^|\/)(utils?|helpers?|index\.ts$)/.test(file.replace(/^entrypoints\/[^/]+\/index\.ts$/, '')),
    );
    expect(bad).toEqual([]);
    const barrels = files.filter(file =>
      withoutComments(text.get(file)!)
        .split(';')
        .filter(statement => statement.trim())
        .every(statement => /^\s*export\b[^=]*\bfrom\b/.test(statement)),
    );
    expect(barrels).toEqual([]);
  });
});

function importsOf(from: string): Import[] {
  const pattern = /\b(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/g;
  return [...withoutComments(text.get(from)!).matchAll(pattern)].map(match => {
    const target = (match[2] ?? match[3])!.replace(/\?.*$/, '');
    const ours = target.startsWith('.');
    const typeOnly = Boolean(match[1]);
    if (!ours)
      return {
        from,
        to: target
          .split('/')
          .slice(0, target.startsWith('@') ? 2 : 1)
          .join('/'),
        ours,
        typeOnly,
      };
    const base = path.posix.join(path.posix.dirname(from), target);
    const file = [base, `${base}.ts`, `${base}.tsx`].find(candidate => text.has(candidate)) ?? base;
    return { from, to: file, ours, typeOnly };
  });
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}

function findCycle(next: Map<string, string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, trail: string[]): string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of next.get(file) ?? []) {
      const cycle = visit(target, [...trail, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return null;
}

const show = ({ from, to }: Import): string => `${from} → ${to}`;
