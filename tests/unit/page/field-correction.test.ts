// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { pageBindingsSchema } from '../../../lib/model/page-binding';
import { applyBindings } from '../../../lib/page/apply-bindings';
import {
  applyCorrections,
  bindingOf,
  correctedFields,
  describeField,
  remember,
} from '../../../lib/page/field-correction';

const page = `<table><tr><td>营造良好的社会氛围</td><td><input id="x48213"></td></tr>
  <tr><td>做好信访接待工作</td><td><input id="x48214"></td></tr></table>`;
const table = { indicators: [{ code: '4-3', text: '广泛发动社会力量参与平安创建' }] };
const fields = (): Element[] => [...document.querySelectorAll('input')];

describe('“This field is …”', () => {
  beforeEach(() => {
    document.body.innerHTML = page;
  });

  it('is known again on the next visit, when ids are others', () => {
    const correction = { ...describeField(fields()[0]!), code: '4-3', role: 'completion' as const };
    document.body.innerHTML = page.replaceAll('x482', 'x999');
    expect(applyCorrections([], correctedFields(document, [correction]))).toEqual([
      { element: fields()[0], code: '4-3', role: 'completion', confidence: 1, why: 'correction' },
    ]);
  });

  it('is not taken for the next indicator that the same element serves', () => {
    const correction = { ...describeField(fields()[0]!), code: '4-3', role: 'completion' as const };
    document.querySelector('td')!.textContent = '另一项指标的文字内容';
    expect(applyCorrections([], correctedFields(document, [correction]))).toEqual([]);
  });

  it('takes a wrong hint away, and a later word replaces an earlier one', () => {
    const description = describeField(fields()[1]!);
    const match = { element: fields()[1]!, code: '4-3', role: 'completion' as const, confidence: 0.6, why: 'row' };
    const no = { ...description, code: null, role: null };
    const yes = { ...description, code: '4-3', role: 'evidence' as const };
    expect(applyCorrections([match], correctedFields(document, [no]))).toEqual([]);
    expect(remember([no], yes)).toEqual([yes]);
  });

  it('can be handed to others as a binding', () => {
    const correction = { ...describeField(fields()[0]!), code: '4-3', role: 'completion' as const };
    const sites = bindingOf('某平台', [correction]).map(site => ({ ...site, match: 'https://example.gov.cn/fill' }));
    expect(pageBindingsSchema.safeParse({ version: 1, sites }).success).toBe(true);
    expect(applyBindings(document, table, sites).matches.map(({ element }) => element)).toEqual([fields()[0]]);
  });
});
