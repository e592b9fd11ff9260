import { describe, expect, it } from 'vitest';
import { evidenceCount } from '../../../../lib/tasks/collect/sample-text';
import { beyondEvidence, withEvidence } from '../../../../lib/tasks/entries/evidence-text';

describe('evidence in the cell', () => {
  it.each([
    ['', ['纪要', '照片'], '1.纪要\n2.照片'],
    ['1.通知；\n2.方案', ['纪要'], '1.通知；\n2.方案\n3.纪要'],
    ['见附件', ['纪要', '纪要'], '见附件\n1.纪要'],
    ['1.纪要\n\n', ['照片', '  '], '1.纪要\n2.照片'],
    ['（1）《纪要》', ['〈纪要〉', '签到\n表'], '（1）《纪要》\n2.签到 表'],
  ])('%j with %j', (text, names, expected) => {
    expect(withEvidence(text, names)).toBe(expected);
  });

  it('is not written twice', () => {
    expect(withEvidence('1.纪要；\n2、 照片。', ['纪要', '照片'])).toBeNull();
    expect(withEvidence('纪要', [])).toBeNull();
  });

  it('is counted once though it stands in both', () => {
    const text = withEvidence('1.通知', ['纪要', '照片'])!;
    expect(evidenceCount(beyondEvidence(text, ['纪要', '照片'])) + 2).toBe(3);
  });
});
