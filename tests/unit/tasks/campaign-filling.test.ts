import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../lib/model/app-error';
import type { CampaignJournal } from '../../../lib/model/campaign-journal';
import { CampaignFilling } from '../../../lib/tasks/campaign-filling';
import { MemoryJournal } from './memory-journal';

const place = { entity: 'cell:表!C3', field: 'value' };

function start() {
  const journal = new MemoryJournal();
  const filling = new CampaignFilling(
    journal as unknown as CampaignJournal,
    () => '李明',
    new AbortController().signal,
  );
  return { journal, filling };
}

describe('filling', () => {
  it('shows a value at once and calls it saved only when the journal has it', async () => {
    const { journal, filling } = start();
    void filling.set([{ ...place, value: '已完成' }]);
    expect(filling.value(place)).toBe('已完成');
    expect(filling.status.state).toBe('saving');
    await journal.letThrough();
    expect(filling.status.state).toBe('saved');
    expect(filling.value(place)).toBe('已完成');
  });

  it('keeps on screen what could not be saved, says so, and saves it when asked again', async () => {
    const { journal, filling } = start();
    void filling.set([{ ...place, value: '要紧的话' }]);
    await journal.refuse(new AppError('unexpected', { reason: 'disk' }));
    expect(filling.status).toMatchObject({ state: 'failed', error: { code: 'unexpected' } });
    expect(filling.value(place)).toBe('要紧的话');
    void filling.retry();
    await journal.letThrough();
    expect(filling.status.state).toBe('saved');
    expect(journal.applied.flat()).toEqual([{ ...place, value: '要紧的话' }]);
  });

  it('names what is not on disk yet, letters just typed and refused saves included, for a page that goes away', async () => {
    const { journal, filling } = start();
    filling.type({ ...place, value: '正在输' }, 'g');
    expect(filling.unsaved).toEqual([{ ...place, value: '正在输' }]);
    void filling.flush();
    expect(filling.unsaved).toHaveLength(1);
    await journal.refuse(new AppError('unexpected', { reason: 'disk' }));
    expect(filling.unsaved).toHaveLength(1);
    void filling.retry();
    await journal.letThrough();
    expect(filling.unsaved).toEqual([]);
  });

  it('lets an edit from elsewhere through once its own is saved', async () => {
    const { journal, filling } = start();
    void filling.set([{ ...place, value: '一' }]);
    await journal.letThrough();
    journal.arrive({ ...place, value: '二' });
    expect(filling.value(place)).toBe('二');
  });

  it('does not let an edit from elsewhere take the place of what is being typed', async () => {
    const { journal, filling } = start();
    filling.type({ ...place, value: '正在' }, 'g');
    journal.arrive({ ...place, value: '别人' });
    expect(filling.value(place)).toBe('正在');
    const flushed = filling.flush();
    await journal.letThrough();
    await flushed;
    expect(filling.value(place)).toBe('正在');
  });

  it('is saved again after an edit that changed nothing', async () => {
    const { journal, filling } = start();
    void filling.set([{ ...place, value: undefined }]);
    await journal.letThrough();
    expect(filling.status.state).toBe('saved');
    expect(filling.pending(`${place.entity.length}:${place.entity}.value`)).toBeUndefined();
  });

  it('tells which fields changed', async () => {
    const { journal, filling } = start();
    const told: string[][] = [];
    filling.subscribe(changed => changed && told.push([...changed]));
    void filling.set([{ ...place, value: 'x' }]);
    expect(told[0]).toHaveLength(1);
    await journal.letThrough();
    expect(told[1]).toEqual(told[0]);
  });
});

describe('undo', () => {
  it('reaches edits made before the person gave a name, after their own', async () => {
    const { journal, filling } = start();
    const asked: string[] = [];
    const undone: Record<string, number> = { 李明: 1, '': 1 };
    Object.assign(journal, {
      undo: async (actor: string) => {
        asked.push(actor);
        return undone[actor]!-- > 0 ? [{}] : [];
      },
    });
    await filling.undo();
    expect(asked).toEqual(['李明']);
    await filling.undo();
    expect(asked).toEqual(['李明', '李明', '']);
  });
});

describe('typing', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('is not called saved before the pause after the last letter is over and the journal has it', async () => {
    const { journal, filling } = start();
    for (const value of ['已', '已完', '已完成']) filling.type({ ...place, value }, 'stay');
    expect(filling.status.state).toBe('saving');
    vi.advanceTimersByTime(499);
    expect(journal.applied).toEqual([]);
    vi.advanceTimersByTime(1);
    vi.useRealTimers();
    await journal.letThrough();
    expect(filling.status.state).toBe('saved');
    expect(journal.applied).toEqual([[{ ...place, value: '已完成' }]]);
  });

  it('is taken over by a change of the same field that comes first', async () => {
    const { journal, filling } = start();
    filling.type({ ...place, value: '打了一半' }, 'stay');
    void filling.set([{ ...place, value: '改定' }]);
    vi.advanceTimersByTime(5_000);
    vi.useRealTimers();
    await journal.letThrough();
    expect(journal.applied).toEqual([[{ ...place, value: '改定' }]]);
    expect(filling.status.state).toBe('saved');
  });
});
