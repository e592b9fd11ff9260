import { describe, expect, it } from 'vitest';
import { en } from '../../../../components/texts/en';
import { zhCN } from '../../../../components/texts/zh-cn';

const CHINESE = /[\u3400-\u9fff]/;

/** Every sentence, functions called with placeholders. */
function sentences(texts: unknown, path = ''): [string, string][] {
  if (typeof texts === 'string') return [[path, texts]];
  if (typeof texts === 'function') return [[path, String(texts(...sample(texts.length)))]];
  return Object.entries(texts as object).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}

/** Numbers read as names too; a list stands in where one is asked for. */
function sample(count: number): unknown[] {
  return Array.from({ length: count }, () => Object.assign([3], { toString: () => '3' }));
}

describe('the texts', () => {
  it('exist in both languages, none of them empty', () => {
    const paths = (texts: unknown) => sentences(texts).map(([path]) => path);
    expect(paths(en)).toEqual(paths(zhCN));
    expect(sentences(zhCN).filter(([, text]) => text === '')).toEqual([]);
  });

  it('are English in English, but for the names of exported files', () => {
    const chinese = sentences(en).filter(
      ([path, text]) => CHINESE.test(text) && !/^\.export\.suffix|Suffix$/.test(path),
    );
    expect(chinese).toEqual([]);
  });
});
