import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../lib/scoring/grammar/folded-text';
import { foldPlainly } from '../../../../lib/scoring/hints/fold-words';

describe('foldPlainly', () => {
  it('folds as the grammar does, or says that it cannot', () => {
    const characters = fc.constantFrom(...'报送２条，“图文”　信息；\n1.（一）\t、。％：\u00a0\ufeff～—〔*/');
    const texts = fc.array(fc.oneof(characters, fc.string({ maxLength: 3, unit: 'grapheme' })), { maxLength: 30 });
    fc.assert(
      fc.property(texts, parts => {
        const text = parts.join('');
        const plain = foldPlainly(text);
        if (plain !== null) expect(plain).toBe(foldText(text).text);
      }),
    );
    expect(foldPlainly('报送２条，\n“图文”')).toBe('报送2条,图文');
    expect(foldPlainly('2—3次')).toBeNull();
  });
});
