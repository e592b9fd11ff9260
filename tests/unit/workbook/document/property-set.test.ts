import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPropertySet } from '../../../../lib/workbook/document/property-set';

describe('a property set', () => {
  it('of any bytes is read without failing, in time bounded by its size', () => {
    const head = Uint8Array.of(0xfe, 0xff, 0, 0);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 44, maxLength: 400 }), fc.nat(2), (body, count) => {
        const bytes = new Uint8Array(head.length + body.length);
        bytes.set(head);
        bytes.set(body, head.length);
        new DataView(bytes.buffer).setUint32(24, count, true);
        expect(readPropertySet(bytes).length).toBeLessThanOrEqual(2);
      }),
    );
    expect(readPropertySet(new Uint8Array(10))).toEqual([]);
  });
});
