import { describe, expect, it } from 'vitest';
import { inTurns, type SyncWish } from '../../../../lib/tasks/sharing/sync-turns';

/** A sync that sends what was there when it began, and ends when it is told to. */
function line() {
  const edits: string[] = [];
  const sent: string[] = [];
  const wishes: SyncWish[] = [];
  const underway: { end: () => void; fail: (error: Error) => void }[] = [];
  const sync = inTurns(async (wish: SyncWish) => {
    wishes.push(wish);
    const sealed = [...edits];
    await new Promise<void>((end, fail) => underway.push({ end, fail }));
    sent.splice(0, sent.length, ...sealed);
    return sealed.length;
  });
  return { edits, sent, wishes, underway, sync };
}

const settled = () => new Promise(resolve => setTimeout(resolve));

describe('syncs in turn', () => {
  it('whoever asks while one is underway is answered when all is sent that was there as they asked', async () => {
    const { edits, sent, underway, sync } = line();
    edits.push('甲');
    const byTimer = sync({});
    edits.push('乙');
    const byClick = sync({});
    underway[0]!.end();
    expect(await byTimer).toBe(1);
    await settled();
    expect(sent).toEqual(['甲']);
    underway[1]!.end();
    await byClick;
    expect(sent).toEqual(['甲', '乙']);
  });

  it('who wait share one, which has the wishes of all', async () => {
    const { underway, wishes, sync } = line();
    const asked = [sync({}), sync({ refill: true }), sync({}), sync({ takeAll: true })];
    underway[0]!.end();
    await asked[0];
    await settled();
    underway[1]!.end();
    await Promise.all(asked);
    expect(wishes).toEqual([{}, { refill: true, takeAll: true }]);
    const later = sync({});
    underway[2]!.end();
    await later;
    expect(wishes).toHaveLength(3);
  });

  it('one that fails holds up nobody', async () => {
    const { edits, sent, underway, sync } = line();
    const first = sync({});
    edits.push('甲');
    const second = sync({});
    underway[0]!.fail(new Error('no line'));
    await expect(first).rejects.toThrow('no line');
    await settled();
    underway[1]!.end();
    await second;
    expect(sent).toEqual(['甲']);
  });
});
