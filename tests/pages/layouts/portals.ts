import { columnsOf, escaped, field, html, numbered, type Row, stray } from '../made-page';
import type { Random } from '../random';
import type { Layout } from './tables';

/** Pages drawn as the office systems and component libraries draw theirs, which no package of ours brings. */

const heading = (row: Row, at: number, random: Random): string => escaped(numbered(row, at, random));
const own = (row: Row, role: string): string => (row.code ? `${row.code} ${role} must` : '- - mustNot');

/** A detail table of a workflow form (e-cology): each value with a hidden mirror, a required mark and a span that repeats it. */
export const workflowDetail: Layout = (rows, random) => {
  const columns = columnsOf(random);
  let serial = 6800;
  const cell = (content: string): string => {
    serial += 1;
    return `<td class="detailfield"><div><input type="hidden" name="field${serial}_0" value=""><input type="text" style="display:none" id="mirror${serial}">${content}<span id="field${serial}span" class="spancls"></span><span class="required">*</span></div></td>`;
  };
  const body = rows
    .map(
      (row, at) =>
        `<tr class="detail"><td><input type="checkbox" name="check_node" data-gt="- - mustNot"></td><td>${at + 1}</td><td class="detailfield"><span class="text">${heading(row, at, random)}</span></td><td>${row.weight}</td>${columns.map(column => cell(field(row, column))).join('')}</tr>`,
    )
    .join('');
  return {
    'index.html': html(
      `<table class="ViewForm"><tr><td class="fieldlabel">申请人</td><td class="fieldvalue">${stray('class="InputStyle"')}</td><td class="fieldlabel">申请部门</td><td class="fieldvalue">${stray('class="InputStyle"')}</td></tr><tr><td class="fieldlabel">标题</td><td class="fieldvalue" colspan="3">${stray('value="2023年度平安单位创建自评表"')}</td></tr></table><div class="excelDetailTable"><table><thead><tr><th></th><th>序号</th><th>考评内容</th><th>标准分</th>${columns.map(({ heading: text }) => `<th>${text}</th>`).join('')}</tr></thead><tbody>${body}</tbody></table></div><table><tr><td>签字意见</td><td><textarea data-gt="- - mustNot"></textarea></td></tr></table>`,
    ),
  };
};

/** A form inside of a frame of a workbench (A8): labels and values are spans around the boxes, the indicator stands in a row of its own. */
export const sealedForm: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false });
  const body = rows
    .map((row, at) => {
      const fields = columns
        .map(
          column =>
            `<td class="label"><div>${column.heading}</div></td><td class="value"><span class="field_edit" id="f${at}_span"><span class="xdTextBox">${field(row, column)}</span></span></td>`,
        )
        .join('');
      return `<tr><td class="browse" colspan="${columns.length * 2}"><span class="browse_class"><font>${heading(row, at, random)}</font></span></td></tr><tr>${fields}</tr>`;
    })
    .join('');
  return {
    'index.html': html(
      `<div class="menu">待办事项 ${stray('placeholder="搜索"')}</div><iframe src="form.html" width="1200" height="700"></iframe>`,
    ),
    'form.html': html(`<form><p align="center">平安单位创建考评表</p><table width="100%">${body}</table></form>`),
  };
};

/** Cards with floating labels after their boxes (Quasar, Vuetify, Material). */
export const floatingLabels: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false });
  const body = rows
    .map(
      (row, at) =>
        `<div class="q-card"><div class="q-card__section"><div class="text-h6">${heading(row, at, random)}</div></div><div class="q-card__section row">${columns
          .map(
            column =>
              `<label class="q-field"><div class="q-field__inner"><div class="q-field__control"><div class="q-field__native">${field(row, column)}</div><div class="q-field__label">${column.heading}</div></div><div class="q-field__bottom"><div class="q-field__counter">0 / 500</div></div></div></label>`,
          )
          .join('')}</div></div>`,
    )
    .join('');
  return {
    'index.html': html(
      `<header class="q-toolbar"><div class="q-toolbar__title">平安单位</div></header><main>${body}</main>`,
      '.row{display:flex;gap:12px}.q-field__control{position:relative;padding-top:18px}.q-field__label{position:absolute;top:0;left:0;font-size:12px}.q-card{border:1px solid #ddd;margin:8px}',
    ),
  };
};

/** A questionnaire: one question a line, the column named in the question's own words. */
export const questionnaire: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false });
  let question = 0;
  const body = rows
    .map((row, at) => {
      const title = heading(row, at, random);
      const ask = (text: string, content: string): string => {
        question += 1;
        return `<div class="field ui-field-contain" role="listitem"><div class="field-label"><span class="req">*</span><div class="topicnumber">${question}.</div><div class="topichtml">${text}</div></div><div class="ui-input-text">${content}</div></div>`;
      };
      return `<div class="cut"><div class="cut-title">${title}</div></div>${columns.map(column => ask(column.heading, field(row, column))).join('')}`;
    })
    .join('');
  return {
    'index.html': html(
      `<h1 class="htitle">平安单位创建自评问卷</h1><fieldset>${body}</fieldset><div>您的手机号 ${stray('type="tel"')}</div>`,
    ),
  };
};

/** Own, first and final score side by side: only the first is the unit's; drawn as a table or as a grid of divs. */
export const threeScores: Layout = (rows, random) => {
  const scores = random.pick([
    ['自评分', '初评分', '终评分'],
    ['自评', '互评', '上级评'],
    ['单位自评得分', '部门初审得分', '考评组得分'],
    ['自评分', '他评分', '复评分'],
  ]);
  const isTable = random.chance(0.5);
  const cells = (row: Row): string[] => [
    ...scores.map((_, place) => `<input data-gt="${place === 0 ? own(row, 'selfScore') : '- - mustNot'}">`),
    `<textarea data-gt="${own(row, 'completion')}"></textarea>`,
  ];
  const heads = ['序号', '考评内容', '分值', ...scores, '完成情况'];
  const lines = rows.map((row, at) => [`${at + 1}`, heading(row, at, random), `${row.weight}`, ...cells(row)]);
  if (isTable) {
    const tr = (cell: string, all: string[]): string =>
      `<tr>${all.map(text => `<${cell}>${text}</${cell}>`).join('')}</tr>`;
    return { 'index.html': html(`<table>${tr('th', heads)}${lines.map(line => tr('td', line)).join('')}</table>`) };
  }
  const div = (all: string[], look: string): string =>
    `<div class="${look}">${all.map(text => `<div class="col">${text}</div>`).join('')}</div>`;
  return {
    'index.html': html(
      `<div class="sheet">${div(heads, 'head')}${lines.map(line => div(line, 'line')).join('')}</div>`,
      '.head,.line{display:grid;grid-template-columns:40px 300px 50px 110px 110px 110px 200px}.col input{width:90px}',
    ),
  };
};

/** Numbers only: the words are shown when the pointer rests on them. */
export const numbersWithTooltips: Layout = (rows, random) => {
  const columns = columnsOf(random);
  const on = random.pick(['td', 'span', 'info']);
  const body = rows
    .map((row, at) => {
      const title = `title="${heading(row, at, random)}"`;
      const number = row.code ?? `5-${at}`;
      const cell =
        on === 'td'
          ? `<td ${title}>${number}</td>`
          : on === 'span'
            ? `<td><span ${title}>指标${number}</span></td>`
            : `<td>${number} <i class="icon-info" ${title}></i></td>`;
      return `<tr>${cell}<td>${row.weight}</td>${columns.map(column => `<td>${field(row, column)}</td>`).join('')}</tr>`;
    })
    .join('');
  return {
    'index.html': html(
      `<table><tr><th>指标</th><th>分值</th>${columns.map(({ heading: text }) => `<th>${text}</th>`).join('')}</tr>${body}</table>`,
    ),
  };
};

/** A list of the SharePoint kind: rows and cells by role, headings with buttons, the words cut off and kept whole in a title. */
export const detailsList: Layout = (rows, random) => {
  const columns = columnsOf(random);
  const cut = random.chance(0.5);
  const body = rows
    .map((row, at) => {
      const text = heading(row, at, random);
      return `<div role="row" class="line"><div role="gridcell"><input type="checkbox" data-gt="- - mustNot"></div><div role="gridcell"><span ${cut ? `title="${text}"` : ''}>${cut ? `${text.slice(0, 12)}…` : text}</span></div>${columns.map(column => `<div role="gridcell"><div class="ms-TextField"><div class="ms-TextField-fieldGroup">${field(row, column)}</div></div></div>`).join('')}</div>`;
    })
    .join('');
  const head = ['', '考评内容', ...columns.map(({ heading: text }) => text)]
    .map(text => `<div role="columnheader"><button type="button"><span>${text}</span><i>▾</i></button></div>`)
    .join('');
  return {
    'index.html': html(
      `<div>${stray('type="text" placeholder="在此列表中查找"')}</div><div role="grid"><div role="row" class="line">${head}</div><div role="presentation">${body}</div></div>`,
      `.line{display:grid;grid-template-columns:30px 320px ${columns.map(() => '160px').join(' ')}}.line input,.line textarea{max-width:150px}`,
    ),
  };
};

/** A spreadsheet-like grid: header in a table of its own, cells are plain text but for one row that is being edited. */
export const editedRow: Layout = (rows, random) => {
  const columns = columnsOf(random);
  const widths = ['40px', '360px', '60px', ...columns.map(() => '170px')];
  const group = `<colgroup>${widths.map(width => `<col style="width:${width}">`).join('')}</colgroup>`;
  const edited = rows.length >> 1;
  const body = rows
    .map((row, at) => {
      const cells = columns.map(column =>
        at === edited
          ? `<div class="ant-form-item"><div class="ant-form-item-control">${field(row, column)}</div></div>`
          : '—',
      );
      return `<tr class="k-row"><td>${at + 1}</td><td>${heading(row, at, random)}</td><td>${row.weight}</td>${cells.map(text => `<td>${text}</td>`).join('')}</tr>`;
    })
    .join('');
  const heads = ['序号', '考评内容', '分值', ...columns.map(({ heading: text }) => text)];
  return {
    'index.html': html(
      `<div class="k-toolbar">${stray('placeholder="关键字"')}</div><div class="k-grid"><div class="k-grid-header"><table style="table-layout:fixed;width:1100px">${group}<thead><tr>${heads.map(text => `<th>${text}</th>`).join('')}</tr></thead></table></div><div class="k-grid-content" style="height:420px;overflow:auto"><table style="table-layout:fixed;width:1100px">${group}<tbody><tr class="ant-table-measure-row" aria-hidden="true" style="height:0">${widths.map(() => '<td style="padding:0;border:0;height:0"></td>').join('')}</tr>${body}</tbody></table></div></div>`,
      'td input,td textarea{width:90%}',
    ),
  };
};

/** The indicator's words stand in a read-only box, as forms do that were filled by a superior. */
export const readOnlyWords: Layout = (rows, random) => {
  const columns = columnsOf(random);
  const box = random.pick(['textarea', 'input']);
  const body = rows
    .map((row, at) => {
      const text = heading(row, at, random);
      const words =
        box === 'input'
          ? `<input readonly value="${text}" data-gt="- - mustNot">`
          : `<textarea readonly data-gt="- - mustNot">${text}</textarea>`;
      return `<tr><td>${at + 1}</td><td>${words}</td>${columns.map(column => `<td>${field(row, column)}</td>`).join('')}</tr>`;
    })
    .join('');
  return {
    'index.html': html(
      `<table><tr><th>序号</th><th>考评内容</th>${columns.map(({ heading: text }) => `<th>${text}</th>`).join('')}</tr>${body}</table>`,
    ),
  };
};

/** One form item a question, its words and its column in one title (Google Forms, 金数据), the box named by the title's id. */
export const titledQuestions: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false });
  let serial = 0;
  const body = rows
    .map((row, at) =>
      columns
        .map(column => {
          serial += 1;
          const control = field(row, column).replace('data-gt', `aria-labelledby="q${serial}" data-gt`);
          return `<div role="listitem" class="question"><div role="heading" aria-level="3" id="q${serial}"><span>${heading(row, at, random)}</span><span>（${column.heading.replace('（分）', '')}）</span><span aria-label="必填问题"> *</span></div><div class="answer">${control}</div></div>`;
        })
        .join(''),
    )
    .join('');
  return { 'index.html': html(`<h1>平安单位创建自评</h1><div role="list">${body}</div>`) };
};

/** Steps of a wizard in which the indicator is a sentence above a form in two columns (Naive UI, Semi Design). */
export const stepForm: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false, least: 4 });
  const shown = random.below(Math.max(1, rows.length));
  const body = rows
    .map(
      (row, at) =>
        `<div class="n-collapse-item"${at === shown ? '' : ' style="display:none"'}><div class="n-page-header"><div class="n-page-header__title">${heading(row, at, random)}</div><div class="n-page-header__subtitle">权重 ${row.weight} 分</div></div><form class="n-form">${columns
          .map(
            column =>
              `<div class="n-form-item"><label class="n-form-item-label"><span class="n-form-item-label__text">${column.heading}</span><span class="n-form-item-label__asterisk">&nbsp;*</span></label><div class="n-form-item-blank"><div class="n-input"><div class="n-input-wrapper"><div class="n-input__input">${field(row, column)}</div><div class="n-input__placeholder"><span>请输入</span></div></div></div></div><div class="n-form-item-feedback-wrapper"></div></div>`,
          )
          .join('')}</form></div>`,
    )
    .join('');
  return {
    'index.html': html(
      `<div class="n-steps">${rows.map((_, at) => `<div class="n-step">${at + 1}</div>`).join('')}</div>${body}`,
      '.n-form{display:grid;grid-template-columns:1fr 1fr;gap:12px}',
    ).replace(/<div class="n-collapse-item" style="display:none">[\s\S]*?<\/form><\/div>/g, hidden =>
      hidden.replace(/(data-gt="\S+ \S+) must"/g, '$1 may"'),
    ),
  };
};

/** A matrix: an indicator a line, and for each column a box with its name inside of the cell, no heading line. */
export const namedBoxes: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false });
  const body = rows
    .map(
      (row, at) =>
        `<div class="item"><div class="item-left"><em>${at + 1}</em><p>${heading(row, at, random)}</p></div><div class="item-right">${columns
          .map(
            column =>
              `<div class="v-input"><div class="v-field"><div class="v-field__overlay"></div><div class="v-field__field"><label class="v-label v-field-label" for="i${at}${column.role}">${column.heading}</label>${field(row, column).replace('data-gt', `id="i${at}${column.role}" data-gt`)}</div></div><div class="v-messages">0/200</div></div>`,
          )
          .join('')}</div></div>`,
    )
    .join('');
  return {
    'index.html': html(
      `<div class="v-toolbar">平安单位创建 ${stray('placeholder="搜索"')}</div>${body}`,
      '.item{display:flex;border-bottom:1px solid #ccc}.item-left{width:420px}.item-right{display:flex;gap:8px}.item-right input,.item-right textarea{width:130px}',
    ),
  };
};

/** A master list at the left, the chosen indicator's form at the right: the list repeats all indicators and marks one. */
export const masterDetail: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false });
  const chosen = rows[random.below(Math.max(1, rows.length))]!;
  const list = rows
    .map((row, at) => `<li class="${row === chosen ? 'active' : ''}"><a>${heading(row, at, random)}</a></li>`)
    .join('');
  const form = columns
    .map(column => `<div class="form-group"><label>${column.heading}</label><div>${field(chosen, column)}</div></div>`)
    .join('');
  return {
    'index.html': html(
      `<div style="display:flex"><ul class="tree" style="width:380px">${list}</ul><div class="detail"><h3>${heading(chosen, 0, random)}</h3>${form}<button>保存</button></div></div>`,
    ),
  };
};
