// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { type BoundSite, pageBindingsSchema } from '../../../lib/model/page-binding';
import { applyBindings, fitsPattern } from '../../../lib/page/apply-bindings';
import { openRootOf } from '../../../lib/page/read-field';
import example from '../../../templates/quanzhou-2023/bindings.json';

const table = {
  indicators: [
    { code: '2-1', number: 1, text: '构建矛盾纠纷多元化解机制,做好法律援助工作,维护企业、职工合法权益。' },
    { code: '2-3', number: 3, text: '落实社会治理联动协作机制,积极配合有关部门推进治安治理,化解群众合理诉求。' },
  ],
};

function sites(...all: unknown[]) {
  return pageBindingsSchema.parse({ version: 1, sites: all }).sites;
}

/** happy-dom's document is at this address. */
const site = { name: '某市平安考评', match: 'https://pingan.example.gov.cn/assess/*' };

function apply(bound: readonly BoundSite[]) {
  const work = applyBindings(document, table, bound, openRootOf);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const show = ({ matches }: ReturnType<typeof apply>): string[] =>
  matches.map(({ element, code, role }) => `${element.id} ${code} ${role}`);

describe('bindings', () => {
  beforeEach(() => {
    window.location.href = 'https://pingan.example.gov.cn/assess/fill?id=3#top';
  });

  it('hold for the addresses they name, whatever the query', () => {
    document.body.innerHTML = '<input id="a">';
    const fields = [{ selector: '#a', indicator: '2.1', role: 'selfScore' }];
    expect(show(apply(sites({ ...site, fields })))).toEqual(['a 2-1 selfScore']);
    expect(show(apply(sites({ ...site, match: 'https://pingan.example.gov.cn/other', fields })))).toEqual([]);
    expect(fitsPattern('https://pingan.example.gov.cn/assess/fill', site.match)).toBe(true);
    expect(fitsPattern('https://pingan-example.gov.cn/assess/fill', site.match)).toBe(false);
    expect(fitsPattern('https://pingan.example.gov.cn/assess', site.match)).toBe(false);
    expect(fitsPattern('https://a.gov.cn/x/1/form', 'https://*.gov.cn/*/form')).toBe(true);
    expect(fitsPattern('https://a.gov.cn/form', 'https://*.gov.cn/*/form')).toBe(false);
    expect(fitsPattern('https://a.cn/ab', 'https://a.cn/ab*b')).toBe(false);
  });

  it('cost no more for a pattern that somebody filled with stars', () => {
    const address = `https://a.cn/${'a'.repeat(2_000)}`;
    expect(fitsPattern(address, `https://a.cn/${'*a'.repeat(140)}*b`)).toBe(false);
  });

  it('reach into components that name their inside', () => {
    document.body.innerHTML = '<score-box id="host"></score-box><score-box></score-box>';
    for (const host of document.querySelectorAll('score-box')) {
      host.attachShadow({ mode: 'open' }).innerHTML = '<label>分<input id="inner"></label>';
    }
    const bound = [{ selector: '#host >>> label > input', indicator: '2.1', role: 'selfScore' }];
    const result = apply(sites({ ...site, fields: bound }));
    expect(show(result)).toEqual(['inner 2-1 selfScore']);
    expect(result.matches[0]!.element.getRootNode()).toBe(document.querySelector('#host')!.shadowRoot);
  });

  it('name single fields, and say so when the page has none or several', () => {
    document.body.innerHTML = '<input id="a"><input class="b" id="b1"><input class="b" id="b2">';
    const result = apply(
      sites({
        ...site,
        fields: [
          { selector: '#a', indicator: '2.3', role: 'selfScore' },
          { selector: '.b', indicator: '2.1', role: 'selfScore' },
          { selector: 'input[', indicator: '2.1', role: 'evidence' },
        ],
      }),
    );
    expect(show(result)).toEqual(['a 2-3 selfScore']);
    expect(result.broken).toEqual([
      { site: '某市平安考评', selector: '.b', expected: 1, found: 2 },
      { site: '某市平安考评', selector: 'input[', expected: 1, found: 0 },
    ]);
  });

  it('name rows by their text or their order, all of them or none', () => {
    document.body.innerHTML = `<ul><li><i>落实社会治理联动协作机制，配合治安治理</i><input id="a"></li>
      <li><i>别的考核</i><input id="b"></li></ul>`;
    const rows = { selector: 'li', count: 2, fields: [{ selector: 'input', role: 'completion' }] };
    expect(show(apply(sites({ ...site, rows: [{ ...rows, text: 'i' }] })))).toEqual(['a 2-3 completion']);
    const ordered = sites({ ...site, rows: [{ ...rows, indicators: ['2.1', '2.3'] }] });
    expect(show(apply(ordered))).toEqual(['a 2-1 completion', 'b 2-3 completion']);
    const changed = sites({ ...site, rows: [{ ...rows, count: 3, text: 'i' }] });
    expect(apply(changed)).toEqual({
      matches: [],
      broken: [{ site: '某市平安考评', selector: 'li', expected: 3, found: 2 }],
    });
  });

  it('of every template are valid, and the example does on a page what it says', () => {
    const { sites: bound } = pageBindingsSchema.parse(example);
    document.body.innerHTML = `<input id="unitReport"><table id="scoreGrid"><tbody>${table.indicators
      .map(
        ({ text }, at) =>
          `<tr><td>${at + 1}</td><td class="content">${text}</td><td><input name="score" id="s${at}"></td><td><textarea name="comment" id="c${at}"></textarea></td></tr>`,
      )
      .join('')}</tbody></table>`;
    const fitting = bound.map(it => ({ ...it, rows: it.rows.map(rows => ({ ...rows, count: 2 })) }));
    expect(show(apply(fitting)).slice(-4)).toEqual([
      's0 2-1 selfScore',
      'c0 2-1 completion',
      's1 2-3 selfScore',
      'c1 2-3 completion',
    ]);
  });
});
