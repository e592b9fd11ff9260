import { describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/model/app-error';
import { assertNotClassified } from '../../../lib/table/classified';
import { recogniseTables } from '../../../lib/table/recognise-tables';
import { gridOf } from '../../fixtures/layouts/grid';
import { seedGrid } from '../../fixtures/layouts/seed';

const sheet = (...texts: string[]) => [gridOf({ rows: texts.map(text => [text]) })];

describe('classified workbooks', () => {
  it.each([
    '机密★',
    '秘密★1年',
    '绝密',
    '机密·5年',
    '密级：机密',
    '密 级： 秘 密',
    '机 密 ★ 长 期',
    '【秘密】',
    '秘密☆10年 内部资料',
    '机密★1年\n某局2023年度平安单位创建个性指标项目表（共40分）',
    '<p>机密★</p>',
    '密级：☑秘密 □机密',
    '秘密一年',
  ])('are refused for %s', text => {
    expect(() => assertNotClassified(sheet('标题', text))).toThrow(AppError);
  });

  it.each([
    '加强单位保密管理，没有发生失泄密案（事）件。',
    '机密文件管理',
    '落实涉密人员管理制度，规范标注机密★等标志的文件流转，防止失泄密事件发生，确保国家秘密安全。',
    '保守国家秘密',
    '密级：',
    '密级：公开',
    '密级：□绝密 □机密 □秘密',
    '商业秘密保护',
    '密码',
  ])('are not suspected for %s', text => {
    expect(() => assertNotClassified(sheet('标题', text))).not.toThrow();
  });

  it('are not suspected for a list of levels to choose from', () => {
    expect(() => assertNotClassified(sheet('密级', '公开', '秘密', '机密', '绝密'))).not.toThrow();
  });

  it('say where the mark is, and stop the recognition', () => {
    const marked = gridOf({ name: '表一', rows: [['', '', '秘密★']] });
    try {
      recogniseTables([seedGrid(), marked]);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'classified', details: { sheet: '表一', cell: 'C1' } });
    }
  });
});
