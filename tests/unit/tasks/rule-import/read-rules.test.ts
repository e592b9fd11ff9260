import { describe, expect, it } from 'vitest';
import { parseRulesFile } from '../../../../lib/model/rules-file';
import { recogniseTables } from '../../../../lib/table/recognise-tables';
import { scoringRuleOf } from '../../../../lib/tasks/campaign-rules';
import {
  type RulesRead,
  readColumns,
  readPastedRules,
  readRulesTemplate,
  readRulesWorkbook,
} from '../../../../lib/tasks/rule-import/read-rules';
import { rulesTemplate } from '../../../../lib/tasks/rule-import/rules-template';
import { gridOf } from '../../../fixtures/layouts/grid';
import { seedGrid } from '../../../fixtures/layouts/seed';

const { tables } = recogniseTables([seedGrid()]);

/** "1.1 ← 未…": what was found, one line a rule; "?" where a person is asked. */
function lines(read: RulesRead): string[] {
  if (read.is !== 'matches') return [read.is];
  return read.matches.map(({ entry, target }) => {
    const code = target?.for === 'indicator' ? target.entity.replace(/^.*:/, '') : target ? 'table' : '?';
    return `${code} ← ${entry.text}`;
  });
}

const pasted = (text: string) => lines(readPastedRules(text, null, tables));

describe('a pasted 评分细则', () => {
  it('is matched by section and number where its words agree', () => {
    const text = `一、领导责任落实（10分）
1.将平安建设纳入责任目标，单位主要领导担任组长（4分）。未成立领导小组扣1分；未制定方案扣0.5分。
3.单位主要领导定期研究平安建设。每少研究1次扣0.5分，扣完为止。`;
    expect(pasted(text)).toEqual([
      '1.1 ← 未成立领导小组扣1分；未制定方案扣0.5分。',
      '1.3 ← 每少研究1次扣0.5分，扣完为止。',
    ]);
  });

  it('is asked about where the number says one thing and the words another', () => {
    const text = `一、领导责任落实
1.主要领导定期研究部署，协调保障经费问题。每少研究1次扣0.5分`;
    expect(pasted(text)).toEqual(['? ← 每少研究1次扣0.5分']);
  });

  it('is asked about where the points differ', () => {
    const text = '1.1 坚持将平安建设纳入本行业、本单位的责任目标（9分）。未纳入的扣1分';
    expect(pasted(text)).toEqual(['? ← 未纳入的扣1分']);
  });

  it('is matched by code alone where nothing else is said', () => {
    expect(pasted('2.3 未开展联动的扣1分\n2.4 每发现1处隐患未整改扣0.5分')).toEqual([
      '2.3 ← 未开展联动的扣1分',
      '2.4 ← 每发现1处隐患未整改扣0.5分',
    ]);
  });

  it('never guesses without a number and without words', () => {
    expect(pasted('未按时报送的扣1分')).toEqual(['? ← 未按时报送的扣1分']);
  });

  it('gives grades to the whole table, also behind the last item', () => {
    const text = `2.3 未开展联动的扣1分
年度得分90分以上为优秀，80分以上为良好。`;
    expect(pasted(text)).toEqual(['2.3 ← 未开展联动的扣1分', 'table ← 年度得分90分以上为优秀，80分以上为良好。']);
  });

  it('keeps several clauses that are lines of one item together', () => {
    const text = `（一）领导责任落实
1.单位主要领导定期研究平安建设，协调解决具体问题（3分）
①每少研究1次扣0.5分；
②未协调解决问题的扣1分。`;
    expect(pasted(text)).toEqual(['1.3 ← 每少研究1次扣0.5分；\n②未协调解决问题的扣1分。']);
  });

  it('leaves out no words that speak of points, also where they are not understood', () => {
    expect(pasted('请认真填报。\n2.3 按报送篇幅折合扣分处理')).toEqual(['2.3 ← 按报送篇幅折合扣分处理']);
  });

  it('is nothing where no points are spoken of', () => {
    expect(pasted('请各单位认真填报，于年底前报送。')).toEqual(['nothing']);
  });

  it('is read as a table where it was copied from one', () => {
    const rows = [
      ['项目', '考评内容', '评分标准', '分值'],
      [
        '二、履职尽责成效',
        '3.落实社会治理联动协作机制,积极配合有关部门推进治安治理,化解群众合理诉求。',
        '未配合的扣1分',
        '1',
      ],
      ['', '4.认真开展治安隐患排查整治,有效解决本部门、本系统突出稳定问题。', '每发现1处扣0.5分', '5'],
    ];
    expect(lines(readPastedRules('', rows, tables))).toEqual(['2.3 ← 未配合的扣1分', '2.4 ← 每发现1处扣0.5分']);
  });
});

describe('a sheet whose heading is not recognised', () => {
  const rows = [
    ['甲', '乙', '丙'],
    ['2.3', '社会治理联动协作机制', '未配合的扣1分'],
    ['', '', '造成后果的再扣1分'],
    ['9.9', '说不清的一项', '未做扣1分'],
  ];

  it('is asked for its columns, and then read by them', () => {
    const read = readRulesWorkbook([gridOf({ rows })], [], tables);
    expect(read.is).toBe('columns');
    const columns = { number: 0, content: 1, rule: 2, weight: null, firstRow: 1 };
    expect(lines(readColumns({ name: '', rows }, columns, tables))).toEqual([
      '2.3 ← 未配合的扣1分\n造成后果的再扣1分',
      '? ← 未做扣1分',
    ]);
  });
});

describe('a template file', () => {
  const [table] = tables;
  const section = table!.sections[1]!;
  const indicator = { ...section.indicators[2]!, scoringRule: '未配合的扣1分' };
  const rule = scoringRuleOf({ table: table!, indicator }, () => undefined)!;
  const clauses = rule.clauses.map(clause => ({
    ...clause,
    rule: { kind: 'deduct_fixed', amount: 0.5 } as const,
    corrected: true as const,
  }));
  const file = rulesTemplate([{ table: table!, section, indicator, rule: { ...rule, clauses, corrected: true } }]);

  it('brings words and corrections to another campaign', () => {
    const read = readRulesTemplate(parseRulesFile(JSON.stringify(file), 'a.json'), tables);
    expect(lines(read)).toEqual(['2.3 ← 未配合的扣1分']);
    expect(read.is === 'matches' && read.matches[0]!.entry.clauses).toEqual(clauses);
  });

  it('of a newer version is refused as such, anything else as broken', () => {
    const code = (text: string): unknown => {
      try {
        return parseRulesFile(text, 'a.json');
      } catch (thrown) {
        return (thrown as { code: string }).code;
      }
    };
    expect(code(JSON.stringify({ ...file, version: 2 }))).toBe('template-too-new');
    expect(code('{')).toBe('template-invalid');
    expect(code(JSON.stringify({ ...file, kind: '建议' }))).toBe('template-invalid');
    const [one] = file.indicators;
    const hostile = { ...one, clauses: [{ ...one!.clauses![0], rule: { kind: 'deduct_fixed', amount: '全部' } }] };
    expect(code(JSON.stringify({ ...file, indicators: [hostile] }))).toBe('template-invalid');
  });
});
