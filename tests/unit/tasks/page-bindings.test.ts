import { describe, expect, it } from 'vitest';
import { pageBindingsSchema } from '../../../lib/model/page-binding';
import { bindingsForTable, correctionsForTable } from '../../../lib/tasks/page-bindings';
import {
  bindingsOfCorrections,
  correctionsOf,
  withCorrection,
  withoutCorrection,
} from '../../../lib/tasks/page-corrections';

const MEDIATION = '构建矛盾纠纷多元化解机制,做好法律援助工作,维护企业、职工合法权益。';
const ORDER = '落实社会治理联动协作机制,积极配合有关部门推进治安治理,化解群众合理诉求。';
const words = { section: '', sectionNumber: null, measures: '', deadline: '', weight: null, asked: [], clauses: [] };
const table = {
  campaign: 'c',
  indicators: [
    { ...words, code: '2.1', number: 1, text: MEDIATION },
    { ...words, code: '2.2', number: 2, text: ORDER },
  ],
};
const where = { table, year: 2024, origin: 'https://oa.example.cn:8080' };
const field = { selector: '#a', role: 'selfScore' as const };
const file = (fields: object[], more: object = {}) =>
  pageBindingsSchema.parse({
    version: 1,
    ...more,
    sites: [{ name: '办公系统', match: 'https://oa.example.cn:8080/form*', fields }],
  });
const codes = (...args: Parameters<typeof bindingsForTable>): string[] =>
  bindingsForTable(...args).flatMap(({ fields }) => fields.map(({ indicator }) => indicator));

describe('bindings for a table', () => {
  it('are those of the site, by its address with port', () => {
    const files = [file([{ ...field, indicator: '2.1' }])];
    expect(codes(files, where)).toEqual(['2.1']);
    expect(codes(files, { ...where, origin: 'https://oa.example.cn' })).toEqual([]);
    expect(codes([file([{ ...field, indicator: '9.9' }])], where)).toEqual([]);
  });

  it('follow the words of an indicator where its number has changed, and are left out where it is gone', () => {
    expect(codes([file([{ ...field, indicator: '2.1', text: ORDER }])], where)).toEqual(['2.2']);
    const gone = file([{ ...field, indicator: '2.1', text: '每季度开展消防演练并建立台账' }]);
    expect(bindingsForTable([gone], where)).toEqual([]);
  });

  it('by numbers alone hold for their own year only', () => {
    const files = [file([{ ...field, indicator: '2.1' }], { year: 2023 })];
    expect(codes(files, where)).toEqual([]);
    expect(codes(files, { ...where, year: 2023 })).toEqual(['2.1']);
    expect(codes([file([{ ...field, indicator: '1.7', text: MEDIATION }], { year: 2023 })], where)).toEqual(['2.1']);
  });
});

describe('corrections', () => {
  const site = 'https://oa.example.cn/*';
  const said = {
    page: 'https://oa.example.cn/form',
    selector: 'input[name="a"]',
    near: '做好法律援助工作',
    code: '2.1',
    role: 'selfScore' as const,
    text: MEDIATION,
  };

  it('replace an earlier one about the same field, and are taken away with it', () => {
    const later = { ...said, code: '2.2', text: ORDER };
    const all = withCorrection(withCorrection({}, site, said), site, later);
    expect(correctionsOf(all, site)).toEqual([later]);
    expect(withoutCorrection(all, site, said)).toEqual({});
  });

  it('of another version are kept, and not read', () => {
    const all = withCorrection({ [site]: [{ page: 1 }, 'x'] }, site, said);
    expect(correctionsOf(all, site)).toEqual([said]);
    expect(all[site]).toHaveLength(3);
  });

  it('become a file of bindings that means the same', () => {
    const none = { ...said, selector: '#no', code: null, role: null };
    const file = bindingsOfCorrections('oa.example.cn', [said, none])!;
    expect(pageBindingsSchema.parse(file)).toEqual(file);
    const [site] = bindingsForTable([file], { table, year: 2024, origin: 'https://oa.example.cn' });
    expect(site!.fields).toMatchObject([
      { selector: said.selector, near: said.near, indicator: '2.1', role: 'selfScore' },
    ]);
    expect(bindingsOfCorrections('oa.example.cn', [none])).toBeNull();
  });

  it('hold for the indicator whose words they were said about', () => {
    const renumbered = { ...said, code: '2.2' };
    expect(correctionsForTable([renumbered], table).map(({ code }) => code)).toEqual(['2.1']);
    expect(correctionsForTable([{ ...said, text: '每季度开展消防演练并建立台账' }], table)).toEqual([]);
    expect(correctionsForTable([{ ...said, code: null, role: null }], table)).toHaveLength(1);
  });
});
