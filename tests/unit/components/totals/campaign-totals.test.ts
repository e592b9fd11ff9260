import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextMissing, RunningTotals, totalsOf } from '../../../../components/totals/campaign-totals';
import type { Item } from '../../../../lib/model/item';
import { parsePoints } from '../../../../lib/model/points';

function item(
  section: string,
  code: string,
  weight: string,
  score: string,
  filled: boolean,
  kind = 'indicators',
): Item {
  return {
    entity: code,
    table: { sheet: '表', ordinal: 0, kind },
    section: { code: section, name: section },
    weight: parsePoints(weight),
    selfScore: parsePoints(score),
    filled,
  } as unknown as Item;
}

const anyItem = fc
  .tuple(
    fc.constantFrom('1', '2', '3'),
    fc.constantFrom('4', '0.5', '1.1', ''),
    fc.constantFrom('3.9', '0.1', '', '4'),
    fc.boolean(),
    fc.constantFrom('indicators', 'bonus'),
  )
  .map(([section, weight, score, filled, kind]) => item(section, 'x', weight, score, filled, kind));

describe('totals', () => {
  it('that follow single items are those of adding all up anew', () => {
    fc.assert(
      fc.property(
        fc.array(anyItem, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(11), fc.constantFrom('3.9', '0.1', ''), fc.boolean()), { maxLength: 8 }),
        (start, edits) => {
          const items = [...start];
          const running = new RunningTotals(items);
          for (const [at, score, filled] of edits) {
            const before = items[at];
            if (!before) continue;
            const after = { ...before, selfScore: parsePoints(score), filled };
            items[at] = after;
            running.replace(at, before, after);
          }
          const { sections, ...all } = running.current;
          expect(all).toEqual(totalsOf(items));
          for (const section of sections) {
            const own = items.filter(candidate => candidate.section.code === section.name);
            expect(section).toMatchObject(totalsOf(own));
          }
        },
      ),
    );
  });

  it('do not count the points of a 加分 list', () => {
    const { weight, items } = totalsOf([item('1', 'a', '10', '', false), item('2', 'b', '5', '', false, 'bonus')]);
    expect([weight, items]).toEqual([parsePoints('10'), 2]);
  });

  it('stay the same object until something changed', () => {
    const one = item('1', 'a', '4', '', false);
    const running = new RunningTotals([one]);
    const { current } = running;
    expect(running.current).toBe(current);
    running.replace(0, one, { ...one, filled: true });
    expect(running.current).not.toBe(current);
  });
});

describe('the next unfilled item', () => {
  const all = [item('1', 'a', '', '', false), item('1', 'b', '', '', true), item('1', 'c', '', '', false)];

  it('is looked for after the current one and round to the start', () => {
    expect(nextMissing(all, 'a')?.entity).toBe('c');
    expect(nextMissing(all, 'c')?.entity).toBe('a');
    expect(nextMissing(all, null)?.entity).toBe('a');
  });

  it('is none when all is filled', () => {
    expect(nextMissing([all[1]!], null)).toBeNull();
  });
});
