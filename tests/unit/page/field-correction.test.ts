// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { applyCorrections, correctedFields, describeField } from '../../../lib/page/field-correction';
import { openRootOf } from '../../../lib/page/read-field';

const page = `<table><tr><td>营造良好的社会氛围</td><td><input id="x48213"></td></tr>
  <tr><td>做好信访接待工作</td><td><input id="x48214"></td></tr></table>`;
const fields = (): Element[] => [...document.querySelectorAll('input')];

describe('“This field is …”', () => {
  beforeEach(() => {
    document.body.innerHTML = page;
  });

  it('is known again on the next visit, when ids are others', () => {
    const correction = { ...describeField(fields()[0]!), code: '4-3', role: 'completion' as const };
    document.body.innerHTML = page.replaceAll('x482', 'x999');
    expect(applyCorrections([], correctedFields(document, [correction], openRootOf))).toEqual([
      { element: fields()[0], code: '4-3', role: 'completion', confidence: 1, why: 'correction' },
    ]);
  });

  it('is not taken for the next indicator that the same element serves', () => {
    const correction = { ...describeField(fields()[0]!), code: '4-3', role: 'completion' as const };
    document.querySelector('td')!.textContent = '另一项指标的文字内容';
    expect(applyCorrections([], correctedFields(document, [correction], openRootOf))).toEqual([]);
  });

  it('takes a wrong hint away', () => {
    const description = describeField(fields()[1]!);
    const match = { element: fields()[1]!, code: '4-3', role: 'completion' as const, confidence: 0.6, why: 'row' };
    const no = { ...description, code: null, role: null };
    expect(applyCorrections([match], correctedFields(document, [no], openRootOf))).toEqual([]);
  });

  it('is known again inside of a component', () => {
    document.body.innerHTML = '<p>做好信访接待工作</p><div><my-row></my-row><my-row></my-row></div>';
    const [, host] = document.querySelectorAll('my-row');
    host!.attachShadow({ mode: 'open' }).innerHTML = '<style>b{}</style><input><input>';
    const inner = host!.shadowRoot!.querySelectorAll('input')[1]!;
    const correction = { ...describeField(inner), code: '4-3', role: 'completion' as const };
    expect(correction.selector).toBe('body > div > my-row:nth-of-type(2) >>> input:nth-of-type(2)');
    expect([...correctedFields(document, [correction], openRootOf).keys()]).toEqual([inner]);
  });
});
