import { columnsOf, escaped, field, html, numbered, stray } from '../made-page';
import type { Layout } from './tables';

/** A list of indicators; one is open in a dialog that holds a frame. */
export const dialogFrame: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false });
  const at = random.below(rows.length);
  const row = rows[at]!;
  const list = rows
    .map((other, place) => `<tr><td>${place + 1}</td><td>${escaped(other.text)}</td><td><a>填报</a></td></tr>`)
    .join('');
  const form = columns.map(column => `<tr><td>${column.heading}</td><td>${field(row, column)}</td></tr>`).join('');
  return {
    'index.html': html(
      `<table><tr><th>序号</th><th>考评内容</th><th>操作</th></tr>${list}</table><div class="layui-layer layui-layer-iframe" style="position:fixed;left:200px;top:60px;background:#fff;border:1px solid #000"><div class="layui-layer-title">${random.pick(['填报：', '指标填报 - ', ''])}${escaped(row.text)}</div><div class="layui-layer-content"><iframe src="form.html" style="width:600px;height:400px"></iframe></div></div>`,
    ),
    'form.html': html(`<form><table>${form}</table><button>保存</button></form>`),
  };
};

/** A menu of indicators left, the form of one of them right. */
export const frameset: Layout = (rows, random) => {
  const columns = columnsOf(random);
  const row = rows[random.below(rows.length)]!;
  const menu = rows.map(other => `<li><a>${escaped(other.text)}</a></li>`).join('');
  const form = columns.map(column => `<tr><td>${column.heading}</td><td>${field(row, column)}</td></tr>`).join('');
  return {
    'index.html':
      '<!doctype html><html><head><meta charset="utf-8"></head><frameset cols="260,*"><frame src="menu.html"><frame src="form.html"></frameset></html>',
    'menu.html': html(`<p>${stray('placeholder="查找指标"')}</p><ul>${menu}</ul>`),
    'form.html': html(
      `<table style="width:700px"><tr><td>考评内容</td><td>${escaped(numbered(row, 0, random))}</td></tr>${form}</table>`,
    ),
  };
};

/** Portal tabs, each a frame; the rich-text editor of each indicator is a frame too. */
export const editorFrames: Layout = (rows, random) => {
  const some = rows.slice(0, 6);
  const body = some
    .map(
      (row, at) =>
        `<div class="block"><h4>${escaped(numbered(row, at, random))}</h4><div class="item"><span class="lb">自评得分</span><input data-gt="${row.code ? `${row.code} selfScore must` : '- - mustNot'}"></div><div class="item"><span class="lb">${random.pick(['完成情况', '自评描述'])}</span><div class="editor"><div class="bar"><a>B</a><a>I</a></div><iframe class="ed" data-truth="${row.code ? `${row.code} completion must` : '- - mustNot'}" style="width:500px;height:80px"></iframe></div></div></div>`,
    )
    .join('');
  return {
    'index.html': html(
      '<div class="tabs"><a>项目基本信息</a><a>指标完成情况</a></div><iframe src="tab.html" style="width:1200px;height:800px"></iframe>',
    ),
    'tab.html': html(
      `${body}<script>for(const f of document.querySelectorAll('iframe.ed')){const d=f.contentDocument;d.open();d.write('<html><body></body></html>');d.close();d.body.setAttribute('data-gt',f.dataset.truth);if(f.dataset.truth.length%2)d.designMode='on';else d.body.contentEditable='true'}</script>`,
    ),
  };
};

/** Fields inside web components, open and closed, their labels outside or inside. */
export const webComponents: Layout = (rows, random) => {
  const columns = columnsOf(random, { reviewer: false });
  const mode = random.pick(['open', 'closed']);
  const body = rows
    .map(
      (row, at) =>
        `<x-card><span slot="title">${escaped(numbered(row, at, random))}</span>${columns
          .map(
            column =>
              `<x-field label="${column.heading}" data-truth="${row.code && column.role ? `${row.code} ${column.role} must` : '- - mustNot'}"></x-field>`,
          )
          .join('')}</x-card>`,
    )
    .join('');
  return {
    'index.html': html(
      `${body}<script>
customElements.define('x-card',class extends HTMLElement{constructor(){super();this.attachShadow({mode:'${mode}'}).innerHTML='<div class="head"><slot name="title"></slot></div><div class="body"><slot></slot></div>'}});
customElements.define('x-field',class extends HTMLElement{connectedCallback(){const r=this.attachShadow({mode:'${mode}'});r.innerHTML='<div><label></label><input></div>';r.querySelector('label').textContent=this.getAttribute('label');r.querySelector('input').setAttribute('data-gt',this.dataset.truth)}});
</script>`,
    ),
  };
};

/** A sheet drawn as a table of text, the editor laid over one cell. */
export const overlaidEditor: Layout = (rows, random) => {
  const columns = columnsOf(random);
  const at = random.below(Math.min(6, rows.length));
  const place = random.below(columns.length);
  const body = rows
    .map(
      (row, index) =>
        `<tr style="height:70px"><td>${escaped(numbered(row, index, random))}</td>${columns.map((_, c) => `<td class="${index === at && c === place ? 'cur' : ''}">${index === at ? '' : '3'}</td>`).join('')}</tr>`,
    )
    .join('');
  const head = `<tr><th>考评内容</th>${columns.map(({ heading }) => `<th>${heading}</th>`).join('')}</tr>`;
  return {
    'index.html': html(
      `<div class="sheet" style="position:relative"><table style="table-layout:fixed;width:${300 + columns.length * 160}px"><colgroup><col style="width:300px">${columns.map(() => '<col style="width:160px">').join('')}</colgroup><thead>${head}</thead><tbody>${body}</tbody></table><div class="holder" style="position:absolute"><textarea style="width:150px;height:60px" data-gt="${rows[at]!.code && columns[place]!.role ? `${rows[at]!.code} ${columns[place]!.role} must` : '- - mustNot'}"></textarea></div></div><script>const c=document.querySelector('.cur'),h=document.querySelector('.holder');h.style.left=c.offsetLeft+'px';h.style.top=c.offsetTop+'px'</script>`,
      'td{overflow:hidden}',
    ),
  };
};
