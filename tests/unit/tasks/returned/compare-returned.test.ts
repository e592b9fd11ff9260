import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../../../lib/model/address';
import { recogniseTables } from '../../../../lib/table/recognise-tables';
import { compareReturned, type MarksBySheet } from '../../../../lib/tasks/returned/compare-returned';
import { mergeBase } from '../../../../lib/tasks/returned/merge-base';
import { copyOf, FILLED_IN, gridsOf, handedOut, type SheetPlan } from '../../../fixtures/returned';

const baseOf = (...plans: SheetPlan[]) => {
  const grids = gridsOf(...plans);
  return mergeBase(grids, recogniseTables(grids).tables);
};

/** The story of one returned copy: what was handed out, changed by `change`, and compared. */
function returned(change: (copy: SheetPlan) => SheetPlan | undefined, marks?: MarksBySheet, from = handedOut()) {
  const copy = copyOf(from);
  const result = compareReturned(baseOf(from), gridsOf(change(copy) ?? copy), marks);
  return {
    ...result,
    changes: result.changes.map(({ row, column, value }) => [formatAddress({ row, column }), value]),
    outside: result.outside.map(({ cell, before, value, reason }) => [reason, cell, before, value]),
  };
}

describe('a returned copy', () => {
  it('that nobody changed has nothing to say', () => {
    expect(returned(() => {})).toEqual({ changes: [], outside: [], found: 6, expected: 6 });
  });

  it('gives the answers that were filled in, and an emptied answer is one too', () => {
    const { changes, outside } = returned(({ rows }) => {
      rows[2]![FILLED_IN.completion] = '已调整领导小组。';
      rows[3]![FILLED_IN.selfScore] = 2.5;
      rows[4]![FILLED_IN.department] = '';
    });
    expect(changes).toEqual([
      ['G3', '已调整领导小组。'],
      ['H4', 2.5],
      ['F5', null],
    ]);
    expect(outside).toEqual([]);
  });

  it('is told of, not followed, where printed cells were changed', () => {
    const { changes, outside } = returned(({ rows }) => {
      rows[0]![0] = '改过的标题';
      rows[1]![6] = '完成情况说明';
      rows[3]![4] = '5分';
      rows[3]![6] = '已完成';
      rows[8]![0] = '【说明：改过的说明。】';
    });
    expect(changes).toEqual([['G4', '已完成']]);
    expect(outside).toEqual([
      ['printed', 'E4', '3分', '5分'],
      ['printed', 'G2', '完成情况', '完成情况说明'],
      ['printed', 'A1', handedOut().rows[0]![0], '改过的标题'],
      ['printed', 'A9', '【说明：未承担考评任务的单位可以细化。】', '【说明：改过的说明。】'],
    ]);
  });

  it('with one of several printed headers changed is told of that cell alone', () => {
    const plan = handedOut();
    const repeated = { ...plan, rows: [...plan.rows.slice(0, 5), [...plan.rows[1]!], ...plan.rows.slice(5)] };
    const from = { ...repeated, merges: ['A1:H1', 'A3:A5', 'A7:A9', 'A10:H10'] };
    for (const [row, cell] of [
      [1, 'D2'],
      [5, 'D6'],
    ] as const) {
      const { changes, outside, found } = returned(
        ({ rows }) => {
          rows[row]![3] = '时限要求';
          rows[7]![6] = '已宣传';
        },
        undefined,
        from,
      );
      expect(found).toBe(6);
      expect(changes).toEqual([['G8', '已宣传']]);
      expect(outside).toEqual([['printed', cell, '完成时限', '时限要求']]);
    }
  });

  it('with answer cells merged says what stands in the first, and nothing of the others', () => {
    const { changes, outside } = returned(
      ({ rows, merges, ...rest }) => {
        rows[2]![6] = '三项合写';
        rows[3]![6] = '';
        return { ...rest, rows, merges: [...merges, 'G3:G5'] };
      },
      undefined,
      (() => {
        const plan = handedOut();
        plan.rows[3]![6] = '初稿';
        return plan;
      })(),
    );
    expect(changes).toEqual([['G3', '三项合写']]);
    expect(outside).toEqual([['row-split', 'G4', '初稿', null]]);
  });

  it('is understood with rows in another order, rows inserted and columns moved or inserted', () => {
    const { changes, outside } = returned(({ rows, ...rest }) => {
      rows[7]![FILLED_IN.completion] = '值班无漏岗';
      const data = [rows[7]!, rows[5]!, rows[2]!, rows[6]!, rows[4]!, rows[3]!];
      const all = [rows[0]!, Array<string>(8).fill(''), rows[1]!, ...data, rows[8]!];
      const moved = all.map(([a, b, c, d, e, f, g, h]) => [g!, a!, b!, '', c!, f!, h!, d!, e!]);
      return { ...rest, rows: moved, merges: [] };
    });
    expect(changes).toEqual([['G8', '值班无漏岗']]);
    expect(outside).toEqual([]);
  });

  it('may lack rows: absence takes nothing away', () => {
    const { changes, outside, found } = returned(({ rows, ...rest }) => {
      rows[2]![FILLED_IN.completion] = '已完成';
      return { ...rest, rows: [...rows.slice(0, 3), ...rows.slice(5)], merges: [] };
    });
    expect(changes).toEqual([['G3', '已完成']]);
    expect(outside.map(([reason, cell]) => [reason, cell])).toEqual([
      ['row-missing', 'B4'],
      ['row-missing', 'B5'],
    ]);
    expect(found).toBe(4);
  });

  it('with an answer split over two rows is reported, not applied', () => {
    const { changes, outside } = returned(({ rows, ...rest }) => {
      rows[2]![FILLED_IN.completion] = '一、已调整领导小组。';
      const split = ['', '', '', '', '', '', '二、已落实要点任务。', ''];
      return { ...rest, rows: [...rows.slice(0, 3), split, ...rows.slice(3)], merges: [] };
    });
    expect(changes).toEqual([]);
    expect(outside).toEqual([
      ['row-split', 'G4', null, '二、已落实要点任务。'],
      ['row-split', 'G3', null, '一、已调整领导小组。'],
    ]);
  });

  it('with an indicator of its own is reported, row by row', () => {
    const { changes, outside } = returned(({ rows, ...rest }) => {
      const own = ['', '4.我科室自加的指标一项。', '自定措施', '全年', '5分', '综合科', '已做', 5];
      return { ...rest, rows: [...rows.slice(0, 5), own, ...rows.slice(5)], merges: [] };
    });
    expect(changes).toEqual([]);
    expect(outside.every(([reason]) => reason === 'new-row')).toBe(true);
    expect(outside.map(([, , , value]) => value)).toContain('4.我科室自加的指标一项。');
  });

  it('with a row copied leaves open which of the two was meant', () => {
    const { changes, outside } = returned(({ rows, ...rest }) => {
      const twin = [...rows[3]!];
      twin[FILLED_IN.completion] = '写在副本里';
      return { ...rest, rows: [...rows.slice(0, 4), twin, ...rows.slice(4)], merges: [] };
    });
    expect(changes).toEqual([]);
    expect(outside).toContainEqual(['row-unsure', 'G5', null, '写在副本里']);
  });

  it('with a reworded indicator is still understood, and the rewording reported', () => {
    const { changes, outside } = returned(({ rows }) => {
      rows[2]![1] = '1.有平安创建工作机制，责任制落实到位。';
      rows[2]![FILLED_IN.completion] = '已完成';
      rows[6]![1] = '完全另写';
      rows[6]![FILLED_IN.completion] = '宣传两次';
    });
    expect(changes).toEqual([
      ['G3', '已完成'],
      ['G7', '宣传两次'],
    ]);
    expect(outside.map(([reason, cell]) => [reason, cell])).toEqual([
      ['printed', 'B3'],
      ['printed', 'B7'],
    ]);
  });

  it('says nothing by what a program changes when it saves', () => {
    const from = handedOut();
    from.rows[2]![FILLED_IN.completion] = '已调整  领导小组。\n共2次 ';
    from.rows[2]![FILLED_IN.selfScore] = '4';
    from.rows[3]![FILLED_IN.selfScore] = 0.1 + 0.2;
    const { changes, outside } = returned(
      ({ rows }) => {
        rows[2]![FILLED_IN.completion] = '已调整\u3000领导小组。\r\n共2次';
        rows[2]![FILLED_IN.selfScore] = 4;
        rows[3]![FILLED_IN.selfScore] = 0.3;
        rows[4]![FILLED_IN.completion] = '\u3000';
        rows[4]![3] = '每季度末 ';
      },
      undefined,
      from,
    );
    expect(changes).toEqual([]);
    expect(outside).toEqual([]);
  });

  it('is recognised under another name of its sheet, and an added sheet is reported', () => {
    const result = compareReturned(
      baseOf(handedOut()),
      gridsOf({ name: '说明', rows: [['填表说明']], merges: [] }, { ...handedOut(), name: 'Sheet1' }),
    );
    expect(result.changes).toEqual([]);
    expect(result.outside).toEqual([{ sheet: '说明', cell: 'A1', before: null, value: null, reason: 'new-sheet' }]);
  });

  it('keeps to the rows it was handed out for', () => {
    const marks: MarksBySheet = new Map([['个性指标', { rows: new Map(), isOwn: row => row < 5 }]]);
    const { changes, outside } = returned(({ rows }) => {
      rows[2]![FILLED_IN.completion] = '自己的行';
      rows[5]![FILLED_IN.completion] = '别人的行';
    }, marks);
    expect(changes).toEqual([['G3', '自己的行']]);
    expect(outside).toEqual([['other-rows', 'G6', null, '别人的行']]);
  });

  it('tells twins by their marks, and does not follow a mark that sorting left behind', () => {
    const from = handedOut();
    from.rows[7] = ['', ...from.rows[3]!.slice(1)];
    const marks = new Map([
      [
        '个性指标',
        {
          rows: new Map([
            [3, 3],
            [7, 5],
            [5, 6],
          ]),
          isOwn: () => true,
        },
      ],
    ]);
    const edit = ({ rows, ...rest }: SheetPlan) => {
      rows[3]![FILLED_IN.completion] = '第二行';
      rows[5]![FILLED_IN.completion] = '排查12次';
      [rows[5], rows[7]] = [rows[7]!, rows[5]!];
      return { ...rest, rows, merges: [] };
    };
    expect(returned(edit, marks, from).changes).toEqual([
      ['G4', '第二行'],
      ['G6', '排查12次'],
    ]);
    expect(returned(edit, undefined, from).changes).toEqual([['G6', '排查12次']]);
  });

  it('of a workbook without any indicator table may change every cell', () => {
    const plain: SheetPlan = {
      name: '联系表',
      rows: [
        ['姓名', '电话', '备注'],
        ['李明', '1001', ''],
        ['王芳', '1002', ''],
      ],
      merges: [],
    };
    const result = returned(
      ({ rows, ...rest }) => {
        rows[1]![2] = '出差';
        return { ...rest, rows: [...rows.slice(0, 1), ['', '', ''], ...rows.slice(1)] };
      },
      undefined,
      plain,
    );
    expect(result.changes).toEqual([['C2', '出差']]);
    expect(result.outside).toEqual([]);
  });
});
