import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { newProfile, openTab } from './test-store';

describe('answers about a shape of workbook', () => {
  it('are there for the next workbook of that shape, roles of newer versions left out', async () => {
    const profile = newProfile();
    const store = await openTab(profile);
    await store.answers.put('shape-1', 'c1', { 'column-7': 'selfScore', 'column-8': 'ignore' });
    expect(await (await openTab(profile)).answers.get('shape-1')).toEqual({
      'column-7': 'selfScore',
      'column-8': 'ignore',
    });
    await store.answers.put('shape-1', 'c1', { 'column-7': 'hologram', 'column-8': 'ignore' } as never);
    expect(await store.answers.get('shape-1')).toEqual({ 'column-8': 'ignore' });
    expect(await store.answers.get('shape-2')).toEqual({});
  });
});

describe('settings', () => {
  it('are kept for the whole store and for a campaign apart', async () => {
    const store = await openTab(newProfile());
    await store.settings.put('actor', '张三');
    await store.settings.put('actor', '李四', 'c1');
    expect(await store.settings.get('actor', z.string())).toBe('张三');
    expect(await store.settings.get('actor', z.string(), 'c1')).toBe('李四');
  });

  it('of another shape than the reader expects count as unset', async () => {
    const store = await openTab(newProfile());
    await store.settings.put('zoom', 'large');
    expect(await store.settings.get('zoom', z.number())).toBeNull();
    expect(await store.settings.get('none', z.string())).toBeNull();
  });
});
