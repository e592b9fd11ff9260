import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from 'xlsx';
import { fillValues, fillValuesSchema } from '../../lib/tasks/fill-values';
import { AppPaths } from '../../scripts/browser/paths';
import { convertWithLibreOffice, textsOfAllSeenByLibreOffice } from '../../scripts/office/libreoffice';

/** merge and collect as scripts and checkers call them, with copies that LibreOffice saved. */
describe('workbooks that come back', () => {
  let folder: string;
  const at = (name: string) => path.join(folder, name);

  async function fill(from: string, to: string, values: unknown, append = false): Promise<void> {
    const wanted = fillValuesSchema.parse(values);
    const options = append ? { append: ['department', 'completion', 'selfScore', 'evidence'] as const } : {};
    writeFileSync(to, (await fillValues(new Uint8Array(readFileSync(from)), wanted, options)).bytes);
  }

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'pingan-exchange-'));
    const received = path.join(AppPaths.root, 'tests/fixtures/workbooks/received-2023.xlsx');
    await fill(received, at('base.xlsx'), {}, true);
    // The park office and the general office answer one indicator differently, and agree on another.
    await fill(at('base.xlsx'), at('park.xlsx'), {
      fields: [
        { indicator: '1.1', field: 'completion', value: '园区办：已成立领导小组' },
        { indicator: '1.2', field: 'selfScore', value: 3 },
        { indicator: '2.1', field: 'evidence', value: '会议纪要' },
      ],
      cells: [{ cell: 'E5', value: '9分' }],
    });
    await fill(at('base.xlsx'), at('general.xlsx'), {
      fields: [
        { indicator: '1.1', field: 'completion', value: '综合科：领导小组已调整' },
        { indicator: '1.2', field: 'selfScore', value: 3 },
        { indicator: '3.1', field: 'completion', value: '排查12次' },
      ],
    });
    mkdirSync(at('saved'));
    await Promise.all([
      convertWithLibreOffice(at('park.xlsx'), 'xlsx', at('saved')),
      convertWithLibreOffice(at('general.xlsx'), 'xls', at('saved')),
    ]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('saved by LibreOffice as .xlsx and .xls are merged, conflicts left as they were, all else reported', async () => {
    const copies = [at('saved/park.xlsx'), at('saved/general.xls')];
    const { status, answer } = cli(['merge', at('base.xlsx'), ...copies, '-o', at('out.xlsx')]);
    expect(status).toBe(0);
    expect(answer).toMatchObject({
      taken: [
        { sheet: '个性指标', cell: 'H4', from: copies[0], also: [copies[1]] },
        { sheet: '个性指标', cell: 'I7', from: copies[0] },
        { sheet: '个性指标', from: copies[1], value: '排查12次' },
      ],
      conflicts: [
        {
          sheet: '个性指标',
          cell: 'G3',
          values: [
            { from: copies[0], value: '园区办：已成立领导小组' },
            { from: copies[1], value: '综合科：领导小组已调整' },
          ],
        },
      ],
      outside: [{ sheet: '个性指标', cell: 'E5', from: copies[0], value: '9分', reason: 'printed' }],
      refused: [],
    });
    const sheet = read(readFileSync(at('out.xlsx'))).Sheets.个性指标!;
    expect(sheet.G3).toBeUndefined();
    expect(sheet.H4!.v).toBe(3);
    expect(sheet.I7!.v).toBe('会议纪要');
    expect(sheet.E5!.v).not.toBe('9分');
  });

  it('go on when one of them is broken, and are refused when none can be read', () => {
    writeFileSync(at('broken.xlsx'), 'this is no workbook');
    const some = cli(['merge', at('base.xlsx'), at('broken.xlsx'), at('park.xlsx'), '-o', at('some.xlsx')]);
    expect(some.status).toBe(0);
    expect(some.answer).toMatchObject({ refused: [{ from: at('broken.xlsx'), code: 'not-a-zip' }] });
    const none = cli(['merge', at('base.xlsx'), at('broken.xlsx'), '-o', at('none.xlsx')]);
    expect(none.status).toBe(3);
    expect(JSON.parse(none.stderr)).toEqual({
      code: 'not-a-zip',
      message: expect.any(String),
      safe: expect.any(String),
      next: expect.any(String),
    });
    expect(existsSync(at('none.xlsx'))).toBe(false);
  });

  it('are never written over', () => {
    const over = cli(['merge', at('base.xlsx'), at('park.xlsx'), '-o', at('park.xlsx')]);
    expect(over.status).toBe(3);
    expect(JSON.parse(over.stderr)).toMatchObject({ code: 'output-is-input' });
  });

  it('are compared as a folder; a broken one is listed and harms none', async () => {
    const units = at('units');
    mkdirSync(path.join(units, '二批'), { recursive: true });
    copyFileSync(at('saved/park.xlsx'), path.join(units, '园区办.xlsx'));
    copyFileSync(at('saved/general.xls'), path.join(units, '二批/综合科.xls'));
    copyFileSync(at('broken.xlsx'), path.join(units, '坏的.xlsx'));
    writeFileSync(path.join(units, '~$园区办.xlsx'), 'lock');
    writeFileSync(path.join(units, '说明.txt'), 'not asked for');
    const { status, answer } = cli(['collect', units, '-o', at('all.xlsx'), '--today', '2023-12-15']);
    expect(status).toBe(0);
    expect(answer).toMatchObject({
      units: [
        { unit: '综合科', filled: 2, missing: 13, selfTotal: 3 },
        { unit: '园区办', filled: 1, evidence: 1 },
      ],
      broken: [{ file: '坏的.xlsx', code: 'not-a-zip' }],
    });
    const { Sheets } = read(readFileSync(at('all.xlsx')));
    expect(Sheets.未读入!.A2!.v).toBe('坏的.xlsx');
    expect(Sheets.自评分对照!.C2!.v).toBe(3);
    expect(cli(['collect', units]).status).toBe(2);
  });

  it('are merged and compared into workbooks that LibreOffice opens', async () => {
    const [merged, compared] = await textsOfAllSeenByLibreOffice([at('out.xlsx'), at('all.xlsx')]);
    expect(merged!.get('个性指标')!.flat()).toContain('排查12次');
    expect([...compared!.keys()].sort()).toEqual(
      ['汇总', '自评分对照', '填写情况对照', '佐证份数对照', '疑点', '未读入'].sort(),
    );
  });
});

function cli(args: string[]) {
  const script = path.join(AppPaths.root, 'scripts/cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { status, stderr, answer: stdout === '' ? null : (JSON.parse(stdout) as object) };
}
