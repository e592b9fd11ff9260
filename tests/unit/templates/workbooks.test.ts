import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { indicators, manifest, table, templateBytes } from './template-folder';

/** The second reader: SheetJS, which shares no code with the script. */
function rowsOf(name: string): string[][] {
  const book = XLSX.read(templateBytes(name), { type: 'array' });
  return XLSX.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, raw: false, defval: '' });
}

const folded = (text: string) => text.replace(/\s/g, '');

describe('table.xlsx', () => {
  const rows = rowsOf(manifest.files.table);

  it('has the anonymised title, the header, a row per indicator and the note', () => {
    expect(rows[0]![0]).toBe('某园区管理委员会2023年度市级“平安单位”创建个性指标项目表（共40分）');
    expect(rows[1]).toEqual(['项目', '考评内容', '具体措施', '完成时限', '权重分值']);
    expect(rows).toHaveLength(2 + 15 + 1);
    expect(rows.at(-1)![0]).toMatch(/^【说明：/);
  });

  it('holds 15 weights that add up to the declared total', () => {
    const weights = rows.slice(2, -1).map(row => Number(/^(\d+)分$/.exec(row[4]!)![1]));
    expect(weights).toHaveLength(15);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(table.total);
  });

  it('prints each section once, beside its first indicator', () => {
    expect(rows.map(row => folded(row[0]!)).filter(text => /^（[一二三四]）/.test(text))).toEqual([
      '（一）领导责任落实（10分）',
      '（二）履职尽责成效（15分）',
      '（三）内部管理防范（5分）',
      '（四）干部群众评价（10分）',
    ]);
  });

  it('keeps the wording of the original, its slips included', () => {
    const all = rows.flat().join('');
    for (const slip of ['分忻研判', '园区区', '内部控制度', '内容容', '2023年度前']) expect(all).toContain(slip);
    expect(rows.slice(2, -1).map(row => row[1]!.replace(/^\d\./, ''))).toEqual(indicators.map(each => each.content));
  });
});

describe('self-assessment.xlsx', () => {
  const book = XLSX.read(templateBytes('self-assessment.xlsx'), { type: 'array', cellFormula: true });
  const sheet = book.Sheets.自评表!;

  it('sums weights and self scores by section and over all sections', () => {
    const formulas = Object.entries(sheet).filter(([, cell]) => cell?.f);
    expect(formulas.map(([address, cell]) => [address, cell.f])).toEqual([
      ['E6', 'SUM(E3:E5)'],
      ['I6', 'SUM(I3:I5)'],
      ['E12', 'SUM(E7:E11)'],
      ['I12', 'SUM(I7:I11)'],
      ['E16', 'SUM(E13:E15)'],
      ['I16', 'SUM(I13:I15)'],
      ['E21', 'SUM(E17:E20)'],
      ['I21', 'SUM(I17:I20)'],
      ['E22', 'SUM(E6,E12,E16,E21)'],
      ['I22', 'SUM(I6,I12,I16,I21)'],
    ]);
    expect(sheet.E22).toMatchObject({ t: 'n', v: 40 });
  });

  it('leaves every answer blank and ends in a line to sign', () => {
    const rows = rowsOf('self-assessment.xlsx');
    for (const row of rows.slice(2, 5))
      expect([5, 6, 7, 8, 9, 10].map(column => row[column])).toEqual(Array(6).fill(''));
    expect(rows.at(-1)![0]).toContain('主要领导（签字）');
  });
});

describe('task-breakdown.xlsx', () => {
  it('has a row for each of the 36 measures, with the deadline of its indicator', () => {
    const rows = rowsOf('task-breakdown.xlsx');
    expect(rows[1]).toEqual(['序号', '工作任务', '具体措施', '责任领导', '责任科室', '责任人', '完成时限', '备注']);
    const measures = rows.slice(2).filter(row => row[2]);
    expect(measures.map(row => [row[2], row[6]])).toEqual(
      indicators.flatMap(each => each.measures.map(measure => [measure, each.deadline])),
    );
    expect(measures).toHaveLength(36);
  });
});
