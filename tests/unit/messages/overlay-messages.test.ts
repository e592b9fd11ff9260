import { describe, expect, it } from 'vitest';
import { isNotice, isToOverlay, isWelcome, takeReply, valueIn } from '../../../lib/messages/overlay-guards';
import { overlayRequest, toPanel } from '../../../lib/messages/overlay-schemas';

describe('what a page’s process sends', () => {
  it('is one of the requests, with columns of the table only', () => {
    const value = { do: 'overlay:background:value', code: '1.1', role: 'completion' };
    expect(overlayRequest.safeParse(value).success).toBe(true);
    expect(overlayRequest.safeParse({ ...value, role: '__proto__' }).success).toBe(false);
    expect(overlayRequest.safeParse({ ...value, do: 'overlay:background:everything' }).success).toBe(false);
    expect(overlayRequest.safeParse(null).success).toBe(false);
  });

  it('is bounded', () => {
    const take = { do: 'overlay:background:take', code: '1.1', role: 'completion', text: '长'.repeat(100_001) };
    expect(overlayRequest.safeParse(take).success).toBe(false);
    const field = { id: 'f1', code: '1.1', role: 'completion', tier: 'sure', label: '', value: '', isFile: false };
    const fields = { do: 'overlay:panel:fields', fields: [field], focused: null, wants: null, broken: [], foreign: [] };
    expect(toPanel.safeParse(fields).success).toBe(true);
    expect(toPanel.safeParse({ ...fields, fields: Array(5_001).fill(field) }).success).toBe(false);
  });
});

describe('what the script on a page listens to', () => {
  it('are our own notices and orders', () => {
    expect(isNotice({ do: 'background:overlay:changed' })).toBe(true);
    expect(isNotice({ do: 'overlay:background:value' })).toBe(false);
    expect(isToOverlay({ do: 'panel:overlay:fill', field: 'f1', value: '甲' })).toBe(true);
    expect(isToOverlay({ do: 'panel:overlay:fill', field: 'f1' })).toBe(false);
  });

  it('is no reply of another shape', () => {
    expect(isWelcome({ is: 'nothing' })).toBe(false);
    expect(isWelcome({ is: 'ready', table: { indicators: [] } })).toBe(false);
    expect(valueIn({ value: 4 })).toBeNull();
    expect(takeReply({ is: 'elsewhere' })).toEqual({ is: 'impossible' });
  });
});
