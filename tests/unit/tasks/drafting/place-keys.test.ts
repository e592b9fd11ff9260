import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyBetween, receivedKey } from '../../../../lib/tasks/drafting/place-keys';

describe('places of rows', () => {
  it('always leave room for one more, wherever rows are put', () => {
    const salt = fc.stringMatching(/^[0-9a-f]{6}$/);
    fc.assert(
      fc.property(
        fc.nat({ max: 20 }),
        fc.array(fc.tuple(fc.nat({ max: 60 }), salt), { maxLength: 60 }),
        (count, inserts) => {
          const keys = Array.from({ length: count }, (_, at) => receivedKey(at));
          for (const [at, random] of inserts) {
            const place = Math.min(at, keys.length);
            keys.splice(place, 0, keyBetween(keys[place - 1] ?? null, keys[place] ?? null, random));
          }
          expect([...keys].sort()).toEqual(keys);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });

  it('differ for two people who make room at once', () => {
    const [above, below] = [receivedKey(0), receivedKey(1)];
    const both = [keyBetween(above, below, 'aaaaaa'), keyBetween(above, below, 'bbbbbb')];
    expect([above, ...both, below]).toEqual([above, ...both, below].sort());
    const between = keyBetween(both[0]!, both[1]!, 'cccccc');
    expect(between > both[0]! && between < both[1]!).toBe(true);
  });
});
