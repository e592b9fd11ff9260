// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PageTable } from '../../../lib/page/page-table';
import { recogniseFields } from '../../../lib/page/recognise-fields';

const table: PageTable = {
  indicators: [
    { code: '2-1', number: 1, text: '构建矛盾纠纷多元化解机制,做好法律援助工作,维护企业、职工合法权益。' },
    { code: '2-3', number: 3, text: '落实社会治理联动协作机制,积极配合有关部门推进治安治理,化解群众合理诉求。' },
    { code: '4-4', number: 4, text: '积极参与“平安泉州”微信公众号信息报送,每年报送2条以上平安建设图文信息。' },
  ],
};

function recognise(html: string, context?: { code: string }): string[] {
  document.body.innerHTML = html;
  return recogniseFields(document, table, { context }).map(
    ({ element, code, role }) => `${element.getAttribute('name') ?? element.localName} ${code} ${role}`,
  );
}

describe('recogniseFields', () => {
  it('reads a table of inputs by its rows and headings, and leaves the reviewer’s column alone', () => {
    expect(
      recognise(`<table>
        <tr><th>序号</th><th>考评内容</th><th>自评分</th><th>完成情况</th><th>核定分</th></tr>
        <tr><td>1</td><td>1.构建矛盾纠纷多元化解机制，做好法律援助工作，维护企业、职工合法权益</td>
          <td><input name="a"></td><td><textarea name="b"></textarea></td><td><input name="c"></td></tr>
        <tr><td>2</td><td>落实社会治理联动协作机制，化解群众合理诉求</td>
          <td><input name="d"></td><td><textarea name="e"></textarea></td><td><input name="f"></td></tr></table>`),
    ).toEqual(['a 2-1 selfScore', 'b 2-1 completion', 'd 2-3 selfScore', 'e 2-3 completion']);
  });

  it('reads cards, each headed by its indicator, by their labels', () => {
    expect(
      recognise(`<div><div class="card"><h4>构建矛盾纠纷多元化解机制，做好法律援助工作</h4>
          <div><label>自评得分</label><input name="a"></div><div><label>佐证材料</label><input name="b"></div></div>
        <div class="card"><h4>推进党建工作标准化规范化建设，落实三会一课</h4>
          <div><label>自评得分</label><input name="c"></div></div></div>`),
    ).toEqual(['a 2-1 selfScore', 'b 2-1 evidence']);
  });

  it('uses the indicator that the surrounding document hands down', () => {
    const form = '<p>完成情况 <textarea name="a"></textarea></p>';
    expect(recognise(form)).toEqual([]);
    expect(recognise(form, { code: '4-4' })).toEqual(['a 4-4 completion']);
  });

  it('finds nothing on a form of another kind', () => {
    expect(
      recognise(`<table><tr><td>申请人</td><td><input></td><td>责任人</td><td><input></td></tr>
        <tr><td>完成时限</td><td><input></td><td>备注</td><td><input></td></tr></table>`),
    ).toEqual([]);
  });
});
