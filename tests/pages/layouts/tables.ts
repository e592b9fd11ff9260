import { type Column, columnsOf, escaped, field, html, numbered, type Row, stray } from '../made-page';
import type { Random } from '../random';

export type Layout = (rows: Row[], random: Random) => Record<string, string>;

const searchBar = (random: Random): string =>
  random.chance(0.5) ? `<div>指标名称：${stray('placeholder="请输入关键字"')}<button>查询</button></div>` : '';
const footer = (random: Random): string =>
  random.chance(0.5)
    ? `<p>填报人：${stray('name="tbr"')} 审核人：${stray('name="shr"')} 填报日期：${stray('type="date"')}</p>`
    : '';
const unitLine = (random: Random): string =>
  random.chance(0.5) ? `<p>填报单位：${stray('name="dw"')} 联系电话：${stray('name="dh"')}</p>` : '';

/** One table: number, section over several rows, indicator, weight, and columns to fill in. */
export const plainTable: Layout = (rows, random) => {
  const columns = columnsOf(random);
  const withSection = random.chance(0.6);
  const withMeasures = random.chance(0.4);
  const spans = new Map<number, number>();
  rows.forEach((row, at) => {
    if (at && rows[at - 1]!.section === row.section) {
      let start = at - 1;
      while (!spans.has(start)) start--;
      spans.set(start, spans.get(start)! + 1);
    } else spans.set(at, 1);
  });
  const head = `<tr>${random.chance(0.7) ? '<th>序号</th>' : '<th>编号</th>'}${withSection ? '<th>项目</th>' : ''}<th>${random.pick(['考评内容', '考核内容', '指标内容', '考评要点'])}</th>${
    withMeasures ? '<th>具体措施</th>' : ''
  }<th>${random.pick(['分值', '权重分值', '标准分'])}</th>${columns.map(({ heading }) => `<th>${heading}</th>`).join('')}</tr>`;
  const body = rows
    .map((row, at) => {
      const section = withSection && spans.has(at) ? `<td rowspan="${spans.get(at)}">${escaped(row.section)}</td>` : '';
      const measures = withMeasures ? `<td>${escaped(row.measures)}</td>` : '';
      return `<tr><td>${at + 1}</td>${section}<td>${escaped(numbered(row, at, random))}</td>${measures}<td>${row.weight}</td>${columns.map(column => `<td>${field(row, column)}</td>`).join('')}</tr>`;
    })
    .join('');
  const total = random.chance(0.4)
    ? `<tr><td>合计</td>${withSection ? '<td></td>' : ''}<td></td>${withMeasures ? '<td></td>' : ''}<td>40</td>${columns.map(() => `<td>${stray('name="total"')}</td>`).join('')}</tr>`
    : '';
  return {
    'index.html': html(
      `<h2>某单位2023年度市级“平安单位”创建个性指标项目表</h2>${unitLine(random)}${searchBar(random)}<table><thead>${head}</thead><tbody>${body}${total}</tbody></table>${footer(random)}`,
    ),
  };
};

/** 得分 over 自评 and 考核. */
export const twoLevelHeader: Layout = (rows, random) => {
  const [score, ...rest] = [
    { role: 'selfScore', heading: '自评', control: columnsOf(random)[0]!.control },
    ...columnsOf(random, { reviewer: false }).filter(({ role }) => role !== 'selfScore'),
  ] as [Column, ...Column[]];
  const review: Column = { role: null, heading: '考核', control: score.control };
  const head = `<tr><td rowspan="2">项目</td><td rowspan="2">考核内容</td><td rowspan="2">标准分</td><td colspan="2">得 分</td>${rest.map(({ heading }) => `<td rowspan="2">${heading}</td>`).join('')}</tr><tr><td>自评</td><td>考核</td></tr>`;
  const body = rows
    .map(
      (row, at) =>
        `<tr><td>${row.section}</td><td>${escaped(numbered(row, at, random))}</td><td>${row.weight}分</td>${[score, review, ...rest].map(column => `<td>${field(row, column)}</td>`).join('')}</tr>`,
    )
    .join('');
  return { 'index.html': html(`${unitLine(random)}<table>${head}${body}</table>${footer(random)}`) };
};

/** Header and body are two tables; the body scrolls. */
export const splitHeader: Layout = (rows, random) => {
  const columns = columnsOf(random);
  const widths = [60, 360, 60, ...columns.map(() => 180)];
  const group = `<colgroup>${widths.map(width => `<col style="width:${width}px">`).join('')}</colgroup>`;
  const head = `<tr><th>序号</th><th>考评内容</th><th>分值</th>${columns.map(({ heading }) => `<th>${heading}</th>`).join('')}</tr>`;
  const body = rows
    .map(
      (row, at) =>
        `<tr><td>${at + 1}</td><td>${escaped(numbered(row, at, random))}</td><td>${row.weight}</td>${columns.map(column => `<td>${field(row, column)}</td>`).join('')}</tr>`,
    )
    .join('');
  const width = widths.reduce((a, b) => a + b);
  return {
    'index.html': html(
      `${searchBar(random)}<div class="head"><table style="table-layout:fixed;width:${width}px">${group}<thead>${head}</thead></table></div><div style="max-height:500px;overflow:auto"><table style="table-layout:fixed;width:${width}px">${group}<tbody>${body}</tbody></table></div>${footer(random)}`,
      'input,textarea{width:90%}',
    ),
  };
};

/** Indicator columns frozen in a table of their own; each table holds hidden copies of the other's cells. */
export const frozenColumns: Layout = (rows, random) => {
  const columns = columnsOf(random);
  // As tall as the longest text needs: frozen and scrolled rows are kept level by every grid that has them.
  const heights = rows.map(row => 50 + 22 * Math.ceil((row.text.length + 12) / 17) + random.below(40));
  const hidden = 'style="visibility:hidden"';
  const copy = (markup: string): string => markup.replace(/ data-gt="[^"]*"/, '');
  const left = rows
    .map(
      (row, at) =>
        `<tr style="height:${heights[at]}px"><td>${escaped(numbered(row, at, random))}</td>${columns.map(column => `<td ${hidden}>${copy(field(row, column))}</td>`).join('')}</tr>`,
    )
    .join('');
  const right = rows
    .map(
      (row, at) =>
        `<tr style="height:${heights[at]}px"><td ${hidden}><div style="width:300px"></div></td>${columns.map(column => `<td>${field(row, column)}</td>`).join('')}</tr>`,
    )
    .join('');
  const head = `<th>考评内容</th>${columns.map(({ heading }) => `<th>${heading}</th>`).join('')}`;
  const group = `<colgroup><col style="width:300px">${columns.map(() => '<col style="width:170px">').join('')}</colgroup>`;
  const width = 300 + 170 * columns.length;
  const table = (rowsHtml: string, headHtml: string): string =>
    `<table style="table-layout:fixed;width:${width}px">${group}<thead><tr style="height:40px">${headHtml}</tr></thead><tbody>${rowsHtml}</tbody></table>`;
  return {
    'index.html': html(
      `${searchBar(random)}<div style="position:relative"><div class="body" style="overflow-x:auto">${table(right, head)}</div><div class="fixed" style="position:absolute;left:0;top:0;width:300px;overflow:hidden;background:#fff">${table(left, head)}</div></div>`,
      'td>*{max-width:150px;box-sizing:border-box}td{overflow:hidden}',
    ),
  };
};

/** Indicators head the columns, roles head the rows. */
export const transposed: Layout = (rows, random) => {
  const columns = columnsOf(random);
  const parts: string[] = [];
  for (let from = 0; from < rows.length; from += 4) {
    const some = rows.slice(from, from + 4);
    parts.push(
      `<table><tr><th>考评内容</th>${some.map((row, at) => `<th style="width:240px">${escaped(numbered(row, from + at, random))}</th>`).join('')}</tr><tr><td>分值</td>${some.map(row => `<td>${row.weight}</td>`).join('')}</tr>${columns
        .map(
          column => `<tr><td>${column.heading}</td>${some.map(row => `<td>${field(row, column)}</td>`).join('')}</tr>`,
        )
        .join('')}</table>`,
    );
  }
  return { 'index.html': html(parts.join('<br>')) };
};

/** A printed form: the indicator's row, then label and field in turn; all in one table or one table each. */
export const formTable: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false });
  const apart = random.chance(0.5);
  const labelled = random.chance(0.5);
  const blocks = rows.map((row, at) => {
    const pairs: string[] = [];
    for (let from = 0; from < columns.length; from += 2) {
      const two = columns.slice(from, from + 2);
      pairs.push(
        `<tr>${two.map(column => `<td>${column.heading}</td><td${two.length === 1 ? ' colspan="3"' : ''}>${field(row, column)}</td>`).join('')}</tr>`,
      );
    }
    const text = escaped(numbered(row, at, random));
    return `${labelled ? `<tr><td>考评内容</td><td colspan="3">${text}</td></tr>` : `<tr><td colspan="4">${text}</td></tr>`}${random.chance(0.3) ? `<tr><td>分值</td><td colspan="3">${row.weight}分</td></tr>` : ''}${pairs.join('')}`;
  });
  const body = apart
    ? blocks.map(block => `<table style="width:900px;margin-bottom:12px">${block}</table>`).join('')
    : `<table style="width:900px">${blocks.join('')}</table>`;
  return { 'index.html': html(`${unitLine(random)}${body}${footer(random)}`) };
};

/** Each measure has its own row and fields; the indicator's cell spans them. */
export const measureRows: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false });
  const body = rows
    .map((row, at) => {
      const measures = row.measures.split(/[；;]/).filter(Boolean);
      return measures
        .map(
          (measure, place) =>
            `<tr>${place === 0 ? `<td rowspan="${measures.length}">${row.section}</td><td rowspan="${measures.length}">${escaped(numbered(row, at, random))}</td>` : ''}<td>${escaped(measure)}</td>${columns.map(column => `<td>${field(row, column)}</td>`).join('')}</tr>`,
        )
        .join('');
    })
    .join('');
  const head = `<tr><td>项目</td><td>考评内容</td><td>具体措施</td>${columns.map(({ heading }) => `<td>${heading}</td>`).join('')}</tr>`;
  return { 'index.html': html(`<table>${head}${body}</table>${footer(random)}`) };
};

/** Text everywhere but in the row that is being edited. */
export const rowEditor: Layout = (rows, random) => {
  const columns = columnsOf(random);
  const edited = random.below(rows.length);
  const body = rows
    .map(
      (row, at) =>
        `<tr><td>${at + 1}</td><td>${escaped(numbered(row, at, random))}</td>${columns
          .map(
            column =>
              `<td>${at === edited ? `<div><table><tr><td style="border:0;padding:0">${field(row, column)}</td></tr></table></div>` : column.role === 'selfScore' ? '2' : '已完成'}</td>`,
          )
          .join('')}<td><a href="#">编辑</a></td></tr>`,
    )
    .join('');
  const head = `<tr><th>序号</th><th>考评内容</th>${columns.map(({ heading }) => `<th>${heading}</th>`).join('')}<th>操作</th></tr>`;
  return { 'index.html': html(`${searchBar(random)}<table>${head}${body}</table>`) };
};

/** A row opens below the indicator and holds its form. */
export const expandedRow: Layout = (rows, random) => {
  const columns = columnsOf(random);
  const open = new Set([random.below(rows.length), random.below(rows.length)]);
  const body = rows
    .map(
      (row, at) =>
        `<tr><td><input type="checkbox" data-gt="${row.code ?? '-'} - mustNot"></td><td>${escaped(numbered(row, at, random))}</td><td>${row.weight}</td><td><a>展开</a></td></tr>${
          open.has(at)
            ? `<tr class="detail"><td colspan="4"><div>${columns.map(column => `<div class="item"><label>${column.heading}</label><div>${field(row, column)}</div></div>`).join('')}</div></td></tr>`
            : ''
        }`,
    )
    .join('');
  return {
    'index.html': html(
      `${searchBar(random)}<table><tr><th></th><th>考评内容</th><th>分值</th><th>操作</th></tr>${body}</table>`,
    ),
  };
};

/** Several units on one page, each with the same table. */
export const manyUnits: Layout = (rows, random) => {
  const columns = columnsOf(random);
  const units = ['办公室', '经济发展局', '社会事务局'];
  const body = units
    .map(
      unit =>
        `<h3>${unit}</h3><table><tr><th>考评内容</th>${columns.map(({ heading }) => `<th>${heading}</th>`).join('')}</tr>${rows
          .map(
            (row, at) =>
              `<tr><td>${escaped(numbered(row, at, random))}</td>${columns.map(column => `<td>${field(row, column)}</td>`).join('')}</tr>`,
          )
          .join('')}</table>`,
    )
    .join('');
  return { 'index.html': html(body) };
};
