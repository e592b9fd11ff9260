import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppPaths } from '../../scripts/browser/paths';

const received = path.join(AppPaths.root, 'tests/fixtures/workbooks/received-2023.xlsx');

/** The command line as scripts and checkers call it: exit codes, one JSON line an answer, nothing half done. */
describe('the command line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pingan-cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('inspects one workbook as JSON with the documented shape', () => {
    const { status, lines } = cli(['inspect', received]);
    expect(status).toBe(0);
    const [answer] = lines as [
      { file: string; sheets: { tables: { sections: { code: string; indicators: unknown[] }[]; total: number }[] }[] },
    ];
    expect(answer.file).toBe(received);
    const table = answer.sheets[0]!.tables[0]!;
    expect(table.total).toBe(40);
    expect(table.sections.map(section => section.indicators.length)).toEqual([3, 5, 3, 4]);
  });

  it('inspects many, and one bad file does not stop the rest', () => {
    const broken = path.join(folder, 'broken.xlsx');
    writeFileSync(broken, 'this is no workbook');
    const { status, lines } = cli(['inspect', broken, received]);
    expect(status).toBe(0);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ file: broken, error: { code: expect.any(String), message: expect.any(String) } });
    expect(lines[1]).toMatchObject({ file: received, sheets: [{ name: '个性指标' }] });
  });

  it('refuses one bad file with exit 3, words on stderr and no output file', () => {
    const broken = path.join(folder, 'broken.xlsx');
    const out = path.join(folder, 'out.xlsx');
    const values = write('values.json', { cells: [{ cell: 'C3', value: 'x' }] });
    writeFileSync(broken, 'this is no workbook');
    const { status, stderr } = cli(['fill', broken, values, '-o', out]);
    expect(status).toBe(3);
    expect(JSON.parse(stderr)).toEqual({
      code: expect.any(String),
      message: expect.any(String),
      safe: expect.any(String),
      next: expect.any(String),
    });
    expect(existsSync(out)).toBe(false);
    expect(readFileSync(broken, 'utf8')).toBe('this is no workbook');
  });

  it('refuses values that are not UTF-8 instead of filling signs for what it could not read', () => {
    const values = path.join(folder, 'values.json');
    const out = path.join(folder, 'out.xlsx');
    // 中 in GBK.
    writeFileSync(values, Buffer.from('{"cells":[{"cell":"C3","value":"\xd6\xd0"}]}', 'latin1'));
    const { status, stderr } = cli(['fill', received, values, '-o', out]);
    expect([status, JSON.parse(stderr).code, existsSync(out)]).toEqual([3, 'bad-values', false]);
  });

  it.each([
    [[]],
    [['unknown-verb']],
    [['fill', 'only-one-file']],
    [['inspect']],
    [['fill', 'a', 'b', '-o', 'c', '--append', 'weight']],
  ])('answers wrong usage %j with exit 2', args => {
    expect(cli(args).status).toBe(2);
  });

  it('fills cells and fields, and leaves the input as it was', () => {
    const out = path.join(folder, 'out.xlsx');
    const before = readFileSync(received);
    const values = write('values.json', {
      cells: [{ cell: 'D3', value: '2023年11月底前' }],
      fields: [{ indicator: '2.3', field: 'completion', value: '=已办结12件' }],
    });
    expect(cli(['fill', received, values, '-o', out, '--append', 'completion,selfScore']).status).toBe(0);
    expect(readFileSync(received).equals(before)).toBe(true);
    const [answer] = cli(['inspect', out]).lines as [
      {
        sheets: {
          tables: {
            columns: { role: string; column: string }[];
            sections: { indicators: { deadline: { text: string } }[] }[];
          }[];
        }[];
      },
    ];
    const table = answer.sheets[0]!.tables[0]!;
    expect(table.columns).toContainEqual(expect.objectContaining({ role: 'completion', column: 'F' }));
    expect(table.sections[0]!.indicators[0]!.deadline.text).toBe('2023年11月底前');
  });

  it('refuses a field without a column unless a working copy is asked for', () => {
    const values = write('values.json', { fields: [{ indicator: '2.3', field: 'completion', value: 'x' }] });
    const { status, stderr } = cli(['fill', received, values, '-o', path.join(folder, 'out.xlsx')]);
    expect(status).toBe(3);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'no-column' });
  });

  it('never writes over the file it reads', () => {
    const values = write('values.json', { cells: [{ cell: 'C3', value: 'x' }] });
    const copy = path.join(folder, 'copy.xlsx');
    writeFileSync(copy, readFileSync(received));
    const { status, stderr } = cli(['fill', copy, values, '-o', copy]);
    expect(status).toBe(3);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'output-is-input' });
    expect(readFileSync(copy).equals(readFileSync(received))).toBe(true);
  });

  it('answers every line of a batch, in order', () => {
    const out = path.join(folder, 'out.xlsx');
    const input = [
      JSON.stringify({ file: received, values: { cells: [{ cell: 'C3', value: '甲' }] }, out }),
      'not json',
      JSON.stringify({ file: 'missing.xlsx', values: { cells: [] }, out: path.join(folder, 'b.xlsx') }),
      JSON.stringify({
        file: received,
        values: { cells: [{ cell: 'nowhere', value: 1 }] },
        out: path.join(folder, 'c.xlsx'),
      }),
    ].join('\n');
    const { status, lines } = cli(['fill', '--batch'], input);
    expect(status).toBe(0);
    expect(lines).toEqual([
      expect.objectContaining({ file: received, ok: true, out }),
      expect.objectContaining({ file: null, ok: false, code: 'bad-values' }),
      expect.objectContaining({ file: 'missing.xlsx', ok: false, code: 'no-such-file' }),
      expect.objectContaining({ file: received, ok: false, code: 'bad-address' }),
    ]);
    expect(existsSync(path.join(folder, 'c.xlsx'))).toBe(false);
  });

  function write(name: string, value: unknown): string {
    const file = path.join(folder, name);
    writeFileSync(file, JSON.stringify(value));
    return file;
  }
});

function cli(args: string[], input = '') {
  const script = path.join(AppPaths.root, 'scripts/cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' });
  const lines: unknown[] = stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));
  return { status, lines, stderr };
}
