import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from 'xlsx';
import type { AppError } from '../../../lib/model/app-error';
import { type DraftOperation, draftRows } from '../../../lib/tasks/draft-rows';
import { inspectWorkbook } from '../../../lib/tasks/inspect-workbook';
import { bookWith, readBack } from '../workbook/small-book';

const template = (name: string) => new Uint8Array(readFileSync(`templates/quanzhou-2023/${name}.xlsx`));

async function drafted(bytes: Uint8Array, section: string, ...operations: DraftOperation[]) {
  const [table] = (await inspectWorkbook(bytes)).recognition.tables;
  return draftRows(bytes, table!, { section, operations });
}

const add = (id: string, after: string | null, weight: string, content = '开展隐患排查。'): DraftOperation => ({
  kind: 'add',
  id,
  after,
  content,
  measures: '1.每季度排查；\n2.建立台账。',
  deadline: '2023年底前',
  weight,
});

/** For tables of content and points only. */
const addShort = (id: string, after: string | null): DraftOperation => ({
  kind: 'add',
  id,
  after,
  content: '开展隐患排查。',
  measures: '',
  deadline: '',
  weight: '5',
});

const section = (result: Awaited<ReturnType<typeof drafted>>, code: string) =>
  result
    .table!.sections.find(candidate => candidate.code === code)!
    .indicators.map(({ contentText, weight, rows }) => [contentText.slice(0, 6), weight?.text, rows.first]);

const code = (run: Promise<unknown>) =>
  run.then(
    () => 'done',
    (error: AppError) => error.code,
  );

describe('a drafted section', () => {
  it('is written into the sheet, numbered, its weights added up', async () => {
    const result = await drafted(
      template('table'),
      '2',
      { kind: 'remove', code: '2.3' },
      add('new', '2.1', '2'),
      { kind: 'move', code: '2.5', after: null },
      { kind: 'reword', code: '2.4', field: 'content', text: '认真开展巡查。' },
      { kind: 'reword', code: '2.4', field: 'weight', text: '6' },
    );
    expect(section(result, '2')).toEqual([
      ['1.积极落实', '4分', 6],
      ['2.构建矛盾', '3分', 7],
      ['3.开展隐患', '2分', 8],
      ['4.坚持属地', '2分', 9],
      ['5.认真开展', '6分', 10],
    ]);
    expect(result.renumbered.map(({ cell, from, to }) => [cell, from.slice(0, 4), to.slice(0, 4)])).toEqual([
      ['B6', '5.积极', '1.积极'],
      ['B7', '1.构建', '2.构建'],
      ['B9', '2.坚持', '4.坚持'],
    ]);
    expect(result.weights).toEqual({ section: { declared: 15, sum: 17 }, table: { declared: 40, sum: 42 } });
    expect(result.problems.filter(({ code }) => code === 'sum-mismatch')).not.toHaveLength(0);
    expect(result.table!.sections.map(({ cell }) => cell)).toEqual(['A3', 'A6', 'A11', 'A14']);
  });

  it('is summed by the sheet’s own formulas', async () => {
    const { bytes, problems } = await drafted(template('self-assessment'), '2', add('new', '2.5', '3分'));
    const sheet = readBack(bytes).Sheets.自评表!;
    expect([sheet.E12.v, sheet.E13.f, sheet.E13.v, sheet.E23.v]).toEqual([3, 'SUM(E7:E12)', 18, 43]);
    expect(problems.map(problem => problem.code)).toContain('range-extended');
  });

  it('may be wholly the unit’s own', async () => {
    const removed = [1, 2, 3, 4, 5].map((number): DraftOperation => ({ kind: 'remove', code: `2.${number}` }));
    const own = [add('a', '2.5', '5'), add('b', 'a', '5'), add('c', 'b', '5')];
    const result = await drafted(template('self-assessment'), '2', ...own, ...removed);
    expect(section(result, '2')).toEqual([
      ['1.开展隐患', '5', 7],
      ['2.开展隐患', '5', 8],
      ['3.开展隐患', '5', 9],
    ]);
    expect(result.weights!.section).toEqual({ declared: 15, sum: 15 });
    expect(readBack(result.bytes).Sheets.自评表!.E10.f).toBe('SUM(E7:E9)');
  });

  it('leaves the numbers of other sections alone, unless they run on through the table', async () => {
    const own = await drafted(template('table'), '1', { kind: 'remove', code: '1.1' });
    expect(own.renumbered.map(({ cell }) => cell)).toEqual(['B3', 'B4']);

    const rows = ['甲', '乙', '丙', '丁'].map((name, i) =>
      row(i + 2, [i + 1, `开展${name}项工作`, 5], i < 2 ? '一、组织' : '二、宣传'),
    );
    const running = bookWith(
      `<sheetData>${row(1, ['序号', '考评内容', '分值'], '项目')}${rows.join('')}</sheetData><mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A4:A5"/></mergeCells>`,
    );
    const through = await drafted(running, '1', addShort('new', '1.1'));
    const sheet = readBack(through.bytes).Sheets.Sheet1!;
    expect([2, 3, 4, 5, 6].map(r => sheet[`B${r}`].v)).toEqual([1, 2, 3, 4, 5]);
    expect([sheet.C3.v, sheet.D3.v]).toEqual(['开展隐患排查。', 5]);
  });

  describe('with an indicator of several rows', () => {
    const cell = (r: string, value: string | number) =>
      typeof value === 'number'
        ? `<c r="${r}"><v>${value}</v></c>`
        : `<c r="${r}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const line = (r: number, ...values: [string, string | number][]) =>
      `<row r="${r}">${values.map(([column, value]) => cell(`${column}${r}`, value)).join('')}</row>`;
    const bytes = bookWith(
      `<sheetData>${line(1, ['A', '项目'], ['B', '考评内容'], ['C', '具体措施'], ['D', '分值'])}` +
        line(2, ['A', '一、组织领导'], ['B', '1.成立领导小组'], ['C', '印发文件'], ['D', 4]) +
        line(3, ['B', '2.开展隐患排查'], ['C', '每季度排查一次'], ['D', 6]) +
        line(4, ['C', '建立整改台账']) +
        line(5, ['B', '3.开展宣传教育'], ['C', '举办一场讲座'], ['D', 5]) +
        '</sheetData><mergeCells><mergeCell ref="A2:A5"/><mergeCell ref="B3:B4"/><mergeCell ref="D3:D4"/></mergeCells>',
    );
    const column = (result: Uint8Array, name: string) => {
      const sheet = readBack(result).Sheets.Sheet1!;
      return [2, 3, 4, 5, 6].map(r => sheet[`${name}${r}`]?.v ?? null);
    };

    it('moves and removes them together', async () => {
      const moved = await drafted(bytes, '1', { kind: 'move', code: '1.2', after: '1.3' });
      expect(column(moved.bytes, 'B')).toEqual(['1.成立领导小组', '2.开展宣传教育', '3.开展隐患排查', null, null]);
      expect(column(moved.bytes, 'C')).toEqual(['印发文件', '举办一场讲座', '每季度排查一次', '建立整改台账', null]);
      const removed = await drafted(bytes, '1', { kind: 'remove', code: '1.2' });
      expect(column(removed.bytes, 'C')).toEqual(['印发文件', '举办一场讲座', null, null, null]);
    });

    it('adds a row below them that is an indicator of its own', async () => {
      const added = await drafted(bytes, '1', { ...addShort('new', '1.2'), measures: '新措施' } as DraftOperation);
      expect(section(added, '1')).toEqual([
        ['1.成立领导', '4', 2],
        ['2.开展隐患', '6', 3],
        ['3.开展隐患', '5', 5],
        ['4.开展宣传', '5', 6],
      ]);
    });

    it('does not reword measures that stand in rows of their own', async () => {
      const reword: DraftOperation = { kind: 'reword', code: '1.2', field: 'measures', text: '新措施' };
      expect(await code(drafted(bytes, '1', reword))).toBe('text-over-rows');
    });
  });

  it('leaves numbers that the sheet computes to the sheet', async () => {
    const rows = ['甲', '乙', '丙'].map((name, i) =>
      row(i + 2, [i + 1, `开展${name}项工作`, 5], '一、组织').replace(/(<c r="B\d">)/, '$1<f>ROW()-1</f>'),
    );
    const bytes = bookWith(
      `<sheetData>${row(1, ['序号', '考评内容', '分值'], '项目')}${rows.join('')}</sheetData><mergeCells><mergeCell ref="A2:A4"/></mergeCells>`,
    );
    const { bytes: after } = await drafted(bytes, '1', addShort('new', '1.1'));
    const sheet = read(after, { cellFormula: true, sheetStubs: true }).Sheets.Sheet1!;
    expect([sheet.B2.f, sheet.B3.v, sheet.B4.f, sheet.B5.f]).toEqual(['ROW()-1', 2, 'ROW()-1', 'ROW()-1']);
  });

  it('of a single row keeps its title over all its rows', async () => {
    const rows = ['甲', '乙', '丙'].map((name, i) =>
      row(i + 2, [i + 1, `开展${name}项工作`, 5], i < 2 ? '一、组织' : '二、宣传'),
    );
    const bytes = bookWith(
      `<sheetData>${row(1, ['序号', '考评内容', '分值'], '项目')}${rows.join('')}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>`,
    );
    const { bytes: after } = await drafted(bytes, '2', addShort('new', null));
    const sheet = readBack(after).Sheets.Sheet1!;
    expect(sheet['!merges']).toContainEqual({ s: { r: 3, c: 0 }, e: { r: 4, c: 0 } });
    expect([sheet.A4.v, sheet.A5?.v]).toEqual(['二、宣传', undefined]);
  });
});

describe('a draft is refused', () => {
  it('for what is not there, or would leave nothing', async () => {
    const bytes = template('table');
    expect(await code(drafted(bytes, '9'))).toBe('no-such-indicator');
    expect(await code(drafted(bytes, '2', { kind: 'remove', code: '1.1' }))).toBe('no-such-indicator');
    expect(await code(drafted(bytes, '2', add('a', '2.9', '1')))).toBe('no-such-indicator');
    const all = [1, 2, 3].map((number): DraftOperation => ({ kind: 'remove', code: `1.${number}` }));
    expect(await code(drafted(bytes, '1', ...all))).toBe('section-would-be-empty');
  });

  it('where a column is missing', async () => {
    const bytes = bookWith(
      `<sheetData>${row(1, ['序号', '考评内容', '分值'], '项目')}${row(2, [1, '开展甲项工作', 5], '一、组织')}${row(3, [2, '开展乙项工作', 5], '一、组织')}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>`,
    );
    const reword: DraftOperation = { kind: 'reword', code: '1.1', field: 'deadline', text: '年底前' };
    expect(await code(drafted(bytes, '1', reword))).toBe('no-column-for');
  });
});

function row(number: number, values: (string | number)[], title: string): string {
  const cells = [title, ...values].map((value, i) => {
    const r = `r="${String.fromCharCode(65 + i)}${number}"`;
    return typeof value === 'number'
      ? `<c ${r}><v>${value}</v></c>`
      : `<c ${r} t="inlineStr"><is><t>${value}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}
