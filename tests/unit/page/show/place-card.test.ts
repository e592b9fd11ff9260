import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCard } from '../../../../lib/page/show/place-card';

const view = { width: 1366, height: 768 };
const card = { width: 340, height: 220 };

describe('the place of the card', () => {
  it('is to the right of a narrow field, where no list of the page opens', () => {
    expect(placeCard({ left: 100, top: 300, width: 200, height: 32 }, card, view)).toEqual({ left: 308, top: 300 });
  });

  it('is above a wide field, else below it', () => {
    expect(placeCard({ left: 20, top: 300, width: 1300, height: 100 }, card, view)).toEqual({ left: 20, top: 72 });
    expect(placeCard({ left: 20, top: 30, width: 1300, height: 100 }, card, view)).toEqual({ left: 20, top: 138 });
  });

  it('is nowhere beside an editor that fills the window', () => {
    expect(placeCard({ left: 0, top: 0, width: 1366, height: 768 }, card, view)).toBeNull();
  });

  it('never covers the field and never leaves the window', () => {
    const side = fc.integer({ min: 1, max: 2_000 });
    const place = fc.integer({ min: -500, max: 2_000 });
    fc.assert(
      fc.property(
        fc.record({ left: place, top: place, width: side, height: side }),
        fc.record({ width: side, height: side }),
        (field, size) => {
          const found = placeCard(field, size, view);
          if (!found) return;
          const apart =
            found.left >= field.left + field.width ||
            found.left + size.width <= field.left ||
            found.top >= field.top + field.height ||
            found.top + size.height <= field.top;
          expect(apart).toBe(true);
          expect(found.left).toBeGreaterThanOrEqual(0);
          expect(found.top).toBeGreaterThanOrEqual(0);
          expect(found.left + size.width).toBeLessThanOrEqual(view.width);
          expect(found.top + size.height).toBeLessThanOrEqual(view.height);
        },
      ),
    );
  });
});
