import { describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/model/app-error';
import { guidanceSchema } from '../../../lib/model/guidance';
import { templateManifestSchema } from '../../../lib/model/template';
import { parseTemplateFile } from '../../../lib/model/template-file';

const guidance = {
  version: 1,
  template: 'sample-2024',
  kind: '建议',
  notice: '仅供参考',
  indicators: [{ code: '1.1', advice: [{ kind: '建议', topic: 'gap', text: '注意日期' }] }],
};

function failure(content: unknown): AppError {
  try {
    parseTemplateFile(guidanceSchema, content, 'guidance.json');
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('was not refused');
}

describe('reading a file of a template', () => {
  it('takes what the schema describes', () => {
    expect(parseTemplateFile(guidanceSchema, guidance, 'guidance.json')).toEqual(guidance);
  });

  it('tells a newer version from a broken file', () => {
    expect(failure({ ...guidance, version: 2 })).toMatchObject({
      code: 'template-too-new',
      details: { name: 'guidance.json', version: 2 },
    });
    expect(failure({ ...guidance, version: 0 }).code).toBe('template-invalid');
    expect(failure(null).code).toBe('template-invalid');
  });

  it('names the place that is wrong', () => {
    const unmarked = { ...guidance, indicators: [{ code: '1.1', advice: [{ topic: 'gap', text: '注意日期' }] }] };
    expect(failure(unmarked)).toMatchObject({
      code: 'template-invalid',
      details: { path: 'indicators.0.advice.0.kind' },
    });
  });

  it('refuses a manifest whose files lead out of the folder', () => {
    const manifest = {
      version: 1,
      id: 'sample-2024',
      city: '某市',
      year: 2024,
      title: '示例',
      source: { docNo: '某委〔2024〕1号', title: '通知' },
      date: '2024-03-01',
      files: { table: 'table.xlsx' },
    };
    const parse = (table: string) =>
      parseTemplateFile(templateManifestSchema, { ...manifest, files: { table } }, 'template.json');
    expect(parse('table.xlsx').id).toBe('sample-2024');
    for (const name of ['../table.xlsx', '/table.xlsx', 'a\\b.xlsx', 'table.exe'])
      expect(() => parse(name)).toThrow(AppError);
  });
});
