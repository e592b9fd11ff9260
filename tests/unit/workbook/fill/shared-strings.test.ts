import { describe, expect, it } from 'vitest';
import { applyReplacements } from '../../../../lib/workbook/fill/replacements';
import { SharedStrings } from '../../../../lib/workbook/fill/shared-strings';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

function table(xml: string): SharedStrings {
  return new SharedStrings(new TextEncoder().encode(xml), 'xl/sharedStrings.xml');
}

function patched(strings: SharedStrings): string {
  return new TextDecoder().decode(applyReplacements(strings.bytes, strings.replacements()));
}

describe('the table of strings', () => {
  it('reads plain, rich and empty strings, without their pronunciation', () => {
    const strings = table(
      `<sst ${MAIN}><si/><si><t>a&amp;b</t></si><si><r><t>富 </t></r><r><rPr><t>no</t></rPr><t>文本</t></r><rPh sb="0" eb="1"><t>no</t></rPh><phoneticPr fontId="1"/></si><si><t><![CDATA[<c>]]>_x000D_</t></si></sst>`,
    );
    expect([0, 1, 2, 3, 4].map(index => strings.text(index))).toEqual(['', 'a&b', '富 文本', '<c>\r', undefined]);
  });

  it('changes nothing but the counts and what it appends', () => {
    const strings = table(
      `<?xml version="1.0"?>\n<sst ${MAIN} count="9" uniqueCount="5" x="1">\n<si><t>a</t></si>\n<extLst/></sst>`,
    );
    expect([strings.append('新'), strings.append('b '), strings.append('新')]).toEqual([1, 2, 1]);
    for (const change of [1, 1, 1, -1] as const) strings.countReference(change);
    expect(patched(strings)).toBe(
      `<?xml version="1.0"?>\n<sst ${MAIN} count="11" uniqueCount="3" x="1">\n<si><t>a</t></si><si><t>新</t></si><si><t xml:space="preserve">b </t></si>\n<extLst/></sst>`,
    );
  });

  it.each([`<sst ${MAIN}/>`, `<sst ${MAIN}></sst>`])('may be empty: %s', xml => {
    const strings = table(xml);
    strings.append('a');
    expect(patched(strings)).toBe(`<sst ${MAIN}><si><t>a</t></si></sst>`);
  });

  it('stays as it is when nothing is appended', () => {
    const strings = table(`<sst ${MAIN} count="9"><si><t>a</t></si></sst>`);
    strings.countReference(-1);
    expect(strings.replacements()).toEqual([]);
  });
});
