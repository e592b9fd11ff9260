import { columnsOf, escaped, field, html, numbered, type Row, stray } from '../made-page';
import type { Random } from '../random';
import type { Layout } from './tables';

/** A grid drawn with divs: a heading line and rows, cells side by side. */
export const divGrid: Layout = (rows, random) => {
  const columns = columnsOf(random);
  const roles = random.chance(0.5);
  const widths = `60px 320px 60px ${columns.map(() => '170px').join(' ')}`;
  const line = (cells: string[], kind: string): string =>
    `<div class="line"${roles ? ' role="row"' : ''} style="display:grid;grid-template-columns:${widths}">${cells.map(cell => `<div class="cell"${roles ? ` role="${kind}"` : ''}>${cell}</div>`).join('')}</div>`;
  const head = line(['序号', '考评内容', '分值', ...columns.map(({ heading }) => heading)], 'columnheader');
  const body = rows
    .map((row, at) =>
      line(
        [
          `${at + 1}`,
          escaped(numbered(row, at, random)),
          `${row.weight}`,
          ...columns.map(column => field(row, column)),
        ],
        'gridcell',
      ),
    )
    .join('');
  return {
    'index.html': html(
      `<p>${stray('placeholder="搜索"')}</p><div${roles ? ' role="grid"' : ''}>${head}<div class="rows">${body}</div></div>`,
      '.cell{border:1px solid #ccc;padding:4px;min-width:0}input,textarea{max-width:100%}',
    ),
  };
};

/** A virtual grid: every cell placed absolutely, the document's order is no help. */
export const absoluteGrid: Layout = (rows, random) => {
  const columns = columnsOf(random);
  const visible = rows.slice(0, 9);
  const box = (left: number, top: number, width: number, height: number, content: string): string =>
    `<div class="c" style="position:absolute;left:${left}px;top:${top}px;width:${width}px;height:${height}px;overflow:hidden">${content}</div>`;
  const cells: string[] = [];
  visible.forEach((row, at) => {
    const top = 40 + at * 84;
    cells.push(box(0, top, 340, 80, escaped(numbered(row, at, random))));
    columns.forEach((column, place) => {
      cells.push(box(360 + place * 190, top, 180, 80, field(row, column)));
    });
  });
  const head = [
    box(0, 0, 340, 36, '考评内容'),
    ...columns.map(({ heading }, place) => box(360 + place * 190, 0, 180, 36, heading)),
  ];
  return {
    'index.html': html(
      `<div style="position:relative;height:900px"><div>${head.join('')}</div><div>${random.shuffled(cells).join('')}</div></div>`,
      '.c>*{max-width:170px}',
    ),
  };
};

const heading = (row: Row, at: number, random: Random): string => escaped(numbered(row, at, random));

/** A card for every indicator. */
export const cards: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false });
  const style = random.below(4);
  const besides = random.chance(0.4);
  const items = (row: Row): string =>
    columns
      .map(column =>
        style % 2
          ? `<div class="form-item"><label>${column.heading}${random.chance(0.3) ? '：' : ''}</label><div>${field(row, column)}</div></div>`
          : `<p><span class="red">*</span>${column.heading}：${field(row, column)}</p>`,
      )
      .join('');
  const body = rows
    .map((row, at) => {
      const text = heading(row, at, random);
      const measures = random.chance(0.5) ? `<p class="m">具体措施：${escaped(row.measures)}</p>` : '';
      if (style === 0)
        return `<fieldset><legend>第${at + 1}项</legend><blockquote>${text}</blockquote>${measures}${items(row)}</fieldset>`;
      if (style === 1)
        return `<div class="card"><div class="card-header"><span>${text}</span><a>展开</a></div><div class="card-body">${measures}${items(row)}</div></div>`;
      if (style === 2) return `<section><h4>${text}</h4>${measures}<h5>填报内容</h5>${items(row)}</section>`;
      return `<details open><summary>${text}</summary><div>${items(row)}</div></details>`;
    })
    .join('');
  return {
    'index.html': html(
      `<p>${stray('placeholder="搜索栏目"')}</p><div class="list"${besides ? ' style="display:grid;grid-template-columns:1fr 1fr;gap:12px"' : ''}>${body}</div><div class="footer">填报人：${stray('name="tb"')} 备注：${stray('name="bz"')}</div>`,
      '.card{border:1px solid #ccc;margin:8px 0}.form-item{display:flex}.form-item label{width:110px}',
    ),
  };
};

/** No boxes at all: heading, fields, heading, fields. */
export const flatHeadings: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false });
  const tag = random.pick(['h3', 'h4', 'p', 'div']);
  const body = rows
    .map(
      (row, at) =>
        `<${tag} class="title">${heading(row, at, random)}</${tag}>${columns.map(column => `<div class="row"><div class="k">${column.heading}</div><div class="v">${field(row, column)}</div></div>`).join('')}`,
    )
    .join('');
  return { 'index.html': html(`<form>${body}<button>保存</button></form>`, '.row{display:flex}.k{width:100px}') };
};

/** A list on a telephone: a group title, then cells with the label left. */
export const mobileCells: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false });
  const body = rows
    .map(
      (row, at) =>
        `<div class="group-title">${heading(row, at, random)}</div><div class="group">${columns
          .map(
            column =>
              `<div class="cell"><div class="cell-title"><span>${column.heading}</span></div><div class="cell-value">${field(row, column)}</div></div>`,
          )
          .join('')}</div>`,
    )
    .join('');
  return {
    'index.html': html(`<div class="nav">平安单位创建</div>${body}`, '.cell{display:flex}.cell-title{width:90px}'),
  };
};

/** Labels above the fields, two to four beside each other, headings by the placeholder in part. */
export const labelsAbove: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false, least: 4 });
  const byPlaceholder = random.chance(0.4);
  const body = rows
    .map(
      (row, at) =>
        `<div class="panel"><div class="panel-title">${heading(row, at, random)}</div><div class="grid">${columns
          .map(column => {
            const control = field(row, column);
            return byPlaceholder
              ? `<div>${control.replace('data-gt', `placeholder="请输入${column.heading}" data-gt`)}</div>`
              : `<div><div class="label">${column.heading}</div>${control}</div>`;
          })
          .join('')}</div></div>`,
    )
    .join('');
  return {
    'index.html': html(body, '.grid{display:grid;grid-template-columns:repeat(4,1fr);gap:8px}.panel{margin:12px 0}'),
  };
};

/** One indicator at a time, the others in a side list and in the steps on top. */
export const wizard: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false });
  const at = random.below(rows.length);
  const row = rows[at]!;
  const menu = rows.map(other => `<li><a>${escaped(other.text.slice(0, 14))}…</a></li>`).join('');
  return {
    'index.html': html(
      `<div style="display:flex"><ul class="menu" style="width:240px">${menu}</ul><div class="main"><div class="steps">第 ${at + 1} 步 / 共 ${rows.length} 步</div><div class="content"><p class="ind">${heading(row, at, random)}</p><div class="form">${columns
        .map(column => `<div class="item"><label>${column.heading}</label>${field(row, column)}</div>`)
        .join('')}</div></div></div></div>`,
    ),
  };
};

/** Two columns of pairs: <dt> with the text, <dd> with fields that carry labels of their own. */
export const definitionList: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false });
  const body = rows
    .map(
      (row, at) =>
        `<dt>${heading(row, at, random)}</dt><dd>${columns.map(column => `<label>${column.heading} ${field(row, column)}</label>`).join(' ')}</dd>`,
    )
    .join('');
  return { 'index.html': html(`<dl>${body}</dl>`) };
};
