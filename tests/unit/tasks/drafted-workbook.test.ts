import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from 'xlsx';
import type { AppError } from '../../../lib/model/app-error';
import { formatPoints } from '../../../lib/model/points';
import { AnswerPlaces } from '../../../lib/tasks/answer-places';
import {
  addRow,
  applyDraft,
  bringBackRow,
  dropDraft,
  moveRow,
  removeRow,
  restoreRows,
} from '../../../lib/tasks/drafting/draft-changes';
import { bookWith, readBack } from '../workbook/small-book';
import { DraftRoom } from './draft-room';

const template = (name: string) => new Uint8Array(readFileSync(`templates/quanzhou-2023/${name}.xlsx`));

const own = (weight: string, content = '开展隐患排查。') => ({
  content,
  measures: '1.每季度排查；\n2.建立台账。',
  deadline: '2023年底前',
  weight,
});

const rows = (room: DraftRoom, code: string) =>
  room.now.recognition.tables[0]!.sections.find(section => section.code === code)!.indicators.map(
    ({ contentText, weight, rows: at }) => [contentText.slice(0, 6), weight?.text, at.first],
  );

const remove = (room: DraftRoom, ...ids: string[]) => {
  for (const id of ids) room.write(removeRow(room.desk, id));
};

const move = (room: DraftRoom, section: string, id: string, by: -1 | 1, times = 1) => {
  for (let step = 0; step < times; step++) room.write(moveRow(room.desk, room.section(section), id, by));
};

const code = (run: Promise<unknown>) =>
  run.then(
    () => 'done',
    (error: AppError) => error.code,
  );

describe('a drafted section', () => {
  it('is put into the sheet when applied, numbered, its weights added up', async () => {
    const room = await DraftRoom.open(template('table'));
    remove(room, '2.3');
    room.add('2', '2.1', own('2'));
    move(room, '2', '2.5', -1, 4);
    room.word('2.4', 'content', '认真开展巡查。');
    room.word('2.4', 'weight', '6');
    const { sections, sum } = room.draft;
    expect(sections[1]!.rows.map(({ id, number, change }) => [id.slice(0, 3), number, change])).toEqual([
      ['2.5', 1, 'moved'],
      ['2.1', 2, null],
      [expect.stringMatching(/^\+/), 3, 'added'],
      ['2.2', 4, null],
      ['2.3', null, 'removed'],
      ['2.4', 5, null],
    ]);
    expect([formatPoints(sections[1]!.sum.sum), formatPoints(sum.sum), formatPoints(sum.declared!)]).toEqual([
      '17',
      '42',
      '40',
    ]);
    expect(rows(room, '2')).toHaveLength(5);

    await room.apply();
    expect(rows(room, '2')).toEqual([
      ['1.积极落实', '4分', 6],
      ['2.构建矛盾', '3分', 7],
      ['3.开展隐患', '2分', 8],
      ['4.坚持属地', '2分', 9],
      ['5.认真开展', '6分', 10],
    ]);
    expect(room.now.drafting!.renumbered.map(({ cell, from, to }) => [cell, from.slice(0, 4), to.slice(0, 4)])).toEqual(
      [
        ['B6', '5.积极', '1.积极'],
        ['B7', '1.构建', '2.构建'],
        ['B9', '2.坚持', '4.坚持'],
        ['B10', '4.认真', '5.认真'],
      ],
    );
    expect(room.draft.changes).toBe(0);
    expect(room.now.recognition.problems.map(problem => problem.code)).toContain('sum-mismatch');
    expect(room.now.recognition.tables[0]!.sections.map(({ cell }) => cell)).toEqual(['A3', 'A6', 'A11', 'A14']);
    const sheet = Object.values(readBack(await room.exported()).Sheets)[0]!;
    expect([sheet.B8.v, sheet.C8.v, sheet.D8.v, sheet.E8.v]).toEqual([
      '3.开展隐患排查。',
      '1.每季度排查；\n2.建立台账。',
      '2023年底前',
      '2分',
    ]);
    expect([sheet.B10.v, sheet.E10.v]).toEqual(['5.认真开展巡查。', '6分']);
  });

  it('leaves every answer with its indicator, whatever number and row that has', async () => {
    const room = await DraftRoom.open(template('self-assessment'));
    const before = room.items;
    room.write(
      before.flatMap(({ entity, indicator }) => [
        { entity, field: 'completion', value: `做了 ${indicator.content}` },
        { entity, field: 'note', value: indicator.content },
      ]),
    );
    remove(room, '2.2');
    const added = room.add('2', null, own('2'));
    move(room, '2', '2.5', -1, 2);
    await room.apply();
    const told = (item: (typeof before)[0]) => [item.answers.completion.text, item.note.text];
    expect(room.items.map(({ indicator }) => indicator.id).slice(3, 8)).toEqual([added, '2.1', '2.5', '2.3', '2.4']);
    for (const item of room.items) {
      const own = item.indicator.id === added ? ['', ''] : [`做了 ${item.indicator.content}`, item.indicator.content];
      expect(told(item)).toEqual(own);
    }
    const sheet = readBack(await room.exported()).Sheets.自评表!;
    for (const { indicator } of room.items) {
      if (indicator.id !== added) expect(sheet[indicator.cells.completion!].v).toBe(`做了 ${indicator.content}`);
    }
    // What was answered to the removed one is kept, and back with it.
    room.write(bringBackRow(room.desk, '2.2'));
    await room.apply();
    const back = room.items.find(({ indicator }) => indicator.id === '2.2')!;
    expect(told(back)).toEqual([`做了 ${back.indicator.content}`, back.indicator.content]);
  });

  it('takes in what a colleague filled in meanwhile, who knew the table as received', async () => {
    const room = await DraftRoom.open(template('self-assessment'));
    const item = room.items.find(({ indicator }) => indicator.code === '2.4')!;
    remove(room, '2.1');
    await room.apply();
    const places = new AnswerPlaces(room.desk.ground.drafting!.received);
    room.write([
      { entity: item.entity, field: 'completion', value: '同事填的' },
      { ...places.atCell('自评表', 'A1'), value: '改过的标题' },
      { ...places.atCell('自评表', item.indicator.cells.content!), value: '4.同事改的内容' },
    ]);
    await room.reopen();
    const found = room.items.find(({ answers }) => answers.completion.text === '同事填的')!;
    expect([found.indicator.code, found.indicator.id, found.indicator.content]).toEqual(['2.3', '2.4', '同事改的内容']);
    const sheet = readBack(await room.exported()).Sheets.自评表!;
    expect([sheet.A1.v, sheet[found.indicator.cells.completion!].v]).toEqual(['改过的标题', '同事填的']);
  });

  it('is summed by the sheet’s own formulas', async () => {
    const room = await DraftRoom.open(template('self-assessment'));
    room.add('2', '2.5', own('3分'));
    await room.apply();
    expect(room.now.drafting!.problems.map(problem => problem.code)).toContain('range-extended');
    const sheet = readBack(await room.exported()).Sheets.自评表!;
    expect([sheet.E12.v, sheet.E13.f, sheet.E13.v, sheet.E23.v]).toEqual([3, 'SUM(E7:E12)', 18, 43]);
  });

  it('may be wholly the unit’s own', async () => {
    const room = await DraftRoom.open(template('self-assessment'));
    remove(room, '2.1', '2.2', '2.3', '2.4', '2.5');
    const first = room.add('2', '2.5', own('5'));
    const second = room.add('2', first, own('4.5'));
    room.add('2', second, own('5.5'));
    expect(formatPoints(room.draft.sections[1]!.sum.sum)).toBe('15');
    await room.apply();
    expect(rows(room, '2')).toEqual([
      ['1.开展隐患', '5', 7],
      ['2.开展隐患', '4.5', 8],
      ['3.开展隐患', '5.5', 9],
    ]);
    const sheet = readBack(await room.exported()).Sheets.自评表!;
    expect([sheet.E10.f, sheet.E10.v]).toEqual(['SUM(E7:E9)', 15]);
  });

  it('leaves the numbers of other sections alone, unless they run on through the table', async () => {
    const room = await DraftRoom.open(template('table'));
    remove(room, '1.1');
    await room.apply();
    expect(room.now.drafting!.renumbered.map(({ cell }) => cell)).toEqual(['B3', 'B4']);

    const numbered = ['甲', '乙', '丙', '丁'].map((name, i) =>
      row(i + 2, [i + 1, `开展${name}项工作`, 5], i < 2 ? '一、组织' : '二、宣传'),
    );
    const running = await DraftRoom.open(
      bookWith(
        `<sheetData>${row(1, ['序号', '考评内容', '分值'], '项目')}${numbered.join('')}</sheetData><mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A4:A5"/></mergeCells>`,
      ),
    );
    running.add('1', '1.1', { content: '开展隐患排查。', weight: '5' });
    await running.apply();
    const sheet = readBack(await running.exported()).Sheets.Sheet1!;
    expect([2, 3, 4, 5, 6].map(r => sheet[`B${r}`].v)).toEqual([1, 2, 3, 4, 5]);
    expect([sheet.C3.v, sheet.D3.v]).toEqual(['开展隐患排查。', 5]);
  });

  it('goes on from an earlier draft, and back to the rows as received', async () => {
    const bytes = template('table');
    const room = await DraftRoom.open(bytes);
    const first = room.add('2', '2.5', own('2', '第一条'));
    await room.apply();
    const second = room.add('2', null, own('1', '第二条'));
    move(room, '2', first, -1);
    room.word(first, 'content', '第一条改');
    await room.apply();
    expect(rows(room, '2').map(([content]) => content)).toEqual(
      ['1.第二条', '2.构建矛盾', '3.坚持属地', '4.落实社会', '5.认真开展', '6.第一条改', '7.积极落实'].map(text =>
        expect.stringContaining(text.slice(0, 4)),
      ),
    );
    expect(room.draft.rearranged).toBe(true);
    room.write(restoreRows(room.desk));
    await room.apply();
    expect([room.now.bytes === bytes, room.draft.rearranged]).toEqual([true, false]);
    // Removed, not forgotten.
    room.write(bringBackRow(room.desk, second));
    expect(room.draft.sections[1]!.rows[0]!.texts.content!.text).toBe('第二条');
  });

  it('of which nothing is applied changes nothing, and can be dropped', async () => {
    const room = await DraftRoom.open(template('table'));
    const added = room.add('2', null, own('2'));
    room.word('2.1', 'content', '改写');
    move(room, '2', '2.5', -1);
    await room.reopen();
    expect([room.now.drafting, room.draft.changes]).toEqual([null, 3]);
    room.write(dropDraft(room.desk));
    expect(room.draft.changes).toBe(0);
    expect(room.draft.sections[1]!.rows.some(({ id }) => id === added)).toBe(false);
  });

  it('keeps its rows where their wording reads as something else', async () => {
    const room = await DraftRoom.open(template('table'));
    const item = room.items.at(-1)!;
    room.write([{ entity: item.entity, field: 'completion', value: '做了' }]);
    const added = room.add('2', '2.5', own('2', '合计'));
    await room.apply();
    room.write([{ entity: item.entity.replace(/[^:]+$/, added), field: 'content', value: null }]);
    await room.reopen();
    expect(room.items.map(({ indicator }) => indicator.id)).toContain(added);
    expect(room.items.at(-1)!.answers.completion.text).toBe('做了');
  });

  it('asks for the content of a new row before it is applied', async () => {
    const room = await DraftRoom.open(template('table'));
    room.add('2', '2.5', { weight: '3' });
    expect(() => applyDraft(room.desk)).toThrow('draft-incomplete');
    expect(room.draft.sections[1]!.rows.at(-1)!.texts.content!.text).toBe('');
  });

  it('of which two colleagues each added a row at the same place has both', async () => {
    const room = await DraftRoom.open(template('table'));
    const mine = addRow(room.desk, room.section('2'), '2.1', own('1', '我的'));
    const theirs = addRow(room.desk, room.section('2'), '2.1', own('2', '他们的'));
    room.write([...mine.changes, ...theirs.changes]);
    await room.apply();
    expect(rows(room, '2').map(([content]) => content)).toHaveLength(7);
    expect(new Set(room.items.map(({ entity }) => entity)).size).toBe(17);
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
      const moved = await DraftRoom.open(bytes);
      move(moved, '1', '1.2', 1);
      await moved.apply();
      const now = await moved.exported();
      expect(column(now, 'B')).toEqual(['1.成立领导小组', '2.开展宣传教育', '3.开展隐患排查', null, null]);
      expect(column(now, 'C')).toEqual(['印发文件', '举办一场讲座', '每季度排查一次', '建立整改台账', null]);
      const removed = await DraftRoom.open(bytes);
      remove(removed, '1.2');
      await removed.apply();
      expect(column(await removed.exported(), 'C')).toEqual(['印发文件', '举办一场讲座', null, null, null]);
    });

    it('adds a row below them that is an indicator of its own', async () => {
      const room = await DraftRoom.open(bytes);
      room.add('1', '1.2', { content: '开展隐患排查。', weight: '5', measures: '新措施' });
      await room.apply();
      expect(rows(room, '1')).toEqual([
        ['1.成立领导', '4', 2],
        ['2.开展隐患', '6', 3],
        ['3.开展隐患', '5', 5],
        ['4.开展宣传', '5', 6],
      ]);
    });

    it('does not word measures anew that stand in rows of their own', async () => {
      const room = await DraftRoom.open(bytes);
      const { texts } = room.draft.sections[0]!.rows[1]!;
      expect([texts.measures!.fixed, texts.measures!.text, texts.content!.fixed]).toEqual([
        'text-over-rows',
        '每季度排查一次\n建立整改台账',
        null,
      ]);
      expect(texts.deadline).toBeNull();
    });
  });

  it('leaves numbers that the sheet computes to the sheet', async () => {
    const numbered = ['甲', '乙', '丙'].map((name, i) =>
      row(i + 2, [i + 1, `开展${name}项工作`, 5], '一、组织').replace(/(<c r="B\d">)/, '$1<f>ROW()-1</f>'),
    );
    const room = await DraftRoom.open(
      bookWith(
        `<sheetData>${row(1, ['序号', '考评内容', '分值'], '项目')}${numbered.join('')}</sheetData><mergeCells><mergeCell ref="A2:A4"/></mergeCells>`,
      ),
    );
    room.add('1', '1.1', { content: '开展隐患排查。', weight: '5' });
    await room.apply();
    const sheet = read(await room.exported(), { cellFormula: true, sheetStubs: true }).Sheets.Sheet1!;
    expect([sheet.B2.f, sheet.B3.v, sheet.B4.f, sheet.B5.f]).toEqual(['ROW()-1', 2, 'ROW()-1', 'ROW()-1']);
  });

  it('of a single row keeps its title over all its rows', async () => {
    const listed = ['甲', '乙', '丙'].map((name, i) =>
      row(i + 2, [i + 1, `开展${name}项工作`, 5], i < 2 ? '一、组织' : '二、宣传'),
    );
    const room = await DraftRoom.open(
      bookWith(
        `<sheetData>${row(1, ['序号', '考评内容', '分值'], '项目')}${listed.join('')}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>`,
      ),
    );
    room.add('2', null, { content: '开展隐患排查。', weight: '5' });
    await room.apply();
    const sheet = readBack(await room.exported()).Sheets.Sheet1!;
    expect(sheet['!merges']).toContainEqual({ s: { r: 3, c: 0 }, e: { r: 4, c: 0 } });
    expect([sheet.A4.v, sheet.A5?.v]).toEqual(['二、宣传', undefined]);
    // The title's cell is still the one that it was.
    expect(room.places.atCell('Sheet1', 'A4')).toEqual({ entity: 'cell:Sheet1!A4', field: 'value' });
  });
});

describe('a draft is refused', () => {
  it('where it would leave nothing of a section', async () => {
    const room = await DraftRoom.open(template('table'));
    remove(room, '1.1', '1.2', '1.3');
    expect(await code(room.apply())).toBe('section-would-be-empty');
  });

  it('in a workbook of the old format', async () => {
    const room = await DraftRoom.open(new Uint8Array(readFileSync('tests/fixtures/workbooks/received-2023.xls')));
    remove(room, '2.1');
    expect(await code(room.apply())).toBe('rows-not-shiftable');
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
