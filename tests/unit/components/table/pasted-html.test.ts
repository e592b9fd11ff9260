// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { parseHtmlTable } from '../../../../components/table/pasted-html';

describe('a table in pasted HTML', () => {
  it('gives cells row by row, with the line breaks of Word and Excel', () => {
    const html =
      '<table><tr><td>一</td><td><p>第一段</p><p>第二段</p></td></tr><tr><td>二</td><td>上<br>下</td></tr></table>';
    expect(parseHtmlTable(html)).toEqual([
      ['一', '第一段\n第二段'],
      ['二', '上\n下'],
    ]);
  });

  it('leaves merged cells their room, so that what follows stays in its column', () => {
    const html =
      '<table><tr><td rowspan="2">项目</td><td colspan="2">内容</td></tr><tr><td>甲</td><td>乙</td></tr></table>';
    expect(parseHtmlTable(html)).toEqual([
      ['项目', '内容', ''],
      ['', '甲', '乙'],
    ]);
  });

  it('folds the white space of the source and leaves scripts out', () => {
    const html = '<table><tr><td>\n   平安 \n 创建 <script>alert(1)</script></td></tr></table>';
    expect(parseHtmlTable(html)).toEqual([['平安 创建']]);
  });

  it('is refused when it claims more cells than anyone pastes', () => {
    expect(parseHtmlTable(`<table>${'<tr><td colspan="1000">x</td></tr>'.repeat(300)}</table>`)).toBeNull();
  });

  it('is null where there is none', () => {
    expect(parseHtmlTable('<p>只有一段文字</p>')).toBeNull();
  });
});
