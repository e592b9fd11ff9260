import { describe, expect, it } from 'vitest';
import { needsLook } from '../../../../components/rules/rule-subject';
import { parseRule } from '../../../../lib/scoring/parse-rule';
import { readingOf } from '../../../../lib/scoring/rule-reading';

const first = (phrase: string) => readingOf(parseRule(phrase))[0]!;

describe('a clause needs a look', () => {
  it('where it was not understood, or lacks the number that it counts against', () => {
    expect(needsLook(first('每发现1次扣1分'))).toBe(false);
    expect(needsLook(first('每少1次研究扣1分'))).toBe(true);
    expect(needsLook({ ...first('每发现1次扣1分'), confidence: 0.5 })).toBe(true);
  });

  it('where words of points were taken for none, until a person says so', () => {
    const none = first('扣分依据以通报为准');
    expect(none.rule.kind).toBe('none');
    expect(needsLook(none)).toBe(true);
    expect(needsLook({ ...none, corrected: true })).toBe(false);
    expect(needsLook(first('查阅资料、实地查看'))).toBe(false);
  });
});
