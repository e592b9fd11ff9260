import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences, suggestText } from '../../../lib/journal/suggest-text';

const SEED = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe('a suggestion for two texts', () => {
  it.each([
    ['一个人改了', '已召开3次会议。', '已召开4次会议。', '已召开3次会议。', '已召开4次会议。'],
    ['各改各的一句', '甲。乙。丙。', '甲一。乙。丙。', '甲。乙。丙三。', '甲一。乙。丙三。'],
    ['都在末尾添了一句', '甲。', '甲。乙。', '甲。丙。', '甲。乙。丙。'],
    ['都添了同一句', '甲。', '甲。乙。', '甲。乙。丙', '甲。乙。丙'],
    ['末尾没有句号', '甲。', '甲。乙', '甲。丙', '甲。乙\n丙'],
    ['从空白写起', '', '甲。', '乙。', '甲。乙。'],
    ['一个人删了一句', '甲。乙。', '甲。', '甲。乙。丙。', null],
    ['删了前面一句', '甲。乙。', '乙。', '甲。乙。丙。', '乙。丙。'],
  ])('%s', (_, base, ours, theirs, expected) => {
    expect(suggestText(base, ours, theirs)).toBe(expected);
  });

  it('is none where both changed one sentence: nobody wrote 45次', () => {
    expect(suggestText('已召开3次会议。', '已召开4次会议。', '已召开5次会议。')).toBeNull();
  });

  it(`never holds a sentence that neither wrote (4,000 pairs, seed ${SEED})`, () => {
    const sentence = fc.tuple(
      fc.constantFrom('召开会议', '开展检查', '整改隐患', '报送材料'),
      fc.nat(6),
      fc.constantFrom('。', '；', '\n', ''),
    );
    const text = fc.array(
      sentence.map(([what, count, mark]) => `${what}${count}次${mark}`),
      { maxLength: 8 },
    );
    const edited = (from: string[]) =>
      fc.array(fc.tuple(fc.nat(), sentence, fc.nat(2)), { maxLength: 4 }).map(edits => {
        const parts = [...from];
        for (const [at, [what, count, mark], kind] of edits) {
          parts.splice(
            at % (parts.length + 1),
            kind === 0 ? 0 : 1,
            ...(kind === 2 ? [] : [`${what}${count}次${mark}`]),
          );
        }
        return parts.join('');
      });
    const three = text.chain(base => fc.tuple(fc.constant(base.join('')), edited(base), edited(base)));
    let suggested = 0;
    fc.assert(
      fc.property(three, ([base, ours, theirs]) => {
        const merged = suggestText(base, ours, theirs);
        if (merged === null) return;
        suggested++;
        const bare = (one: string) => one.replace(/[。；\n]$/, '');
        const written = new Set([...sentences(ours), ...sentences(theirs)].map(bare));
        for (const one of sentences(merged)) expect(written).toContain(bare(one));
      }),
      { numRuns: 4_000, seed: SEED },
    );
    expect(suggested).toBeGreaterThan(1_000);
  });
});
