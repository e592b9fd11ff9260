import { describe, expect, it } from 'vitest';
import { AppError, errorText } from '../../../lib/model/app-error';
import { requestBudget } from '../../../lib/sync/targets/request-budget';
import { webdavTarget } from '../../../lib/sync/targets/webdav';

const ADDRESS = 'https://dav.example.cn/dav/%E5%B9%B3%E5%AE%89';
type Asked = { url: string; method: string; headers: Headers };

function target(
  answer: (asked: Asked) => Response | Promise<Response>,
  more: { now?: () => number; patienceMs?: number } = {},
) {
  const asked: Asked[] = [];
  const { now = () => 0, ...rest } = more;
  const dav = webdavTarget({
    address: ADDRESS,
    user: '平安办',
    password: '口令',
    now,
    budget: requestBudget({ now }),
    async fetch(url, init) {
      const one = { url: String(url), method: init?.method ?? '', headers: new Headers(init?.headers) };
      asked.push(one);
      const stopped = new Promise<never>((_, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
      return Promise.race([Promise.resolve(answer(one)), stopped]);
    },
    ...rest,
  });
  return { dav, asked };
}

const failing = (status: number, headers: Record<string, string> = {}) =>
  target(() => new Response(null, { status, headers })).dav;

describe('a WebDAV folder', () => {
  it('sends its own credentials in UTF-8 and stays below its address', async () => {
    const { dav, asked } = target(() => new Response(new Uint8Array([1])));
    await dav.get('pa/文件.pal');
    expect(asked[0]!.url).toBe(`${ADDRESS}/pa/%E6%96%87%E4%BB%B6.pal`);
    expect(asked[0]!.headers.get('Authorization')).toBe(`Basic ${Buffer.from('平安办:口令').toString('base64')}`);
  });

  it.each([
    [401, 'sync-refused'],
    [403, 'sync-forbidden'],
    [404, 'sync-folder-missing'],
    [302, 'sync-redirected'],
    [405, 'sync-not-webdav'],
    [200, 'sync-not-webdav'],
    [423, 'sync-locked'],
    [507, 'sync-target-full'],
    [500, 'sync-server-trouble'],
    [429, 'sync-too-many-requests'],
    [503, 'sync-too-many-requests'],
  ])('says what status %i means: %s', async (status, code) => {
    const error = await failing(status)
      .list('')
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code });
    const { message, next } = errorText(error as AppError);
    expect(message + next).not.toMatch(/\{|undefined/);
  });

  it('keeps away for as long as the server asks, and then asks again', async () => {
    let time = 0;
    let isBusy = true;
    const busy = () => new Response(null, { status: 429, headers: { 'Retry-After': '120' } });
    const { dav, asked } = target(() => (isBusy ? busy() : new Response(null, { status: 404 })), { now: () => time });
    await expect(dav.get('a')).rejects.toMatchObject({ code: 'sync-too-many-requests', details: { minutes: 2 } });
    time = 60_000;
    await expect(dav.get('a')).rejects.toMatchObject({ details: { minutes: 1 } });
    expect(asked).toHaveLength(1);
    time = 120_000;
    isBusy = false;
    expect(await dav.get('a')).toBeNull();
  });

  it('waits twice as long each time when the server does not say how long', async () => {
    let time = 0;
    const { dav } = target(() => new Response(null, { status: 503 }), { now: () => time });
    const waits: unknown[] = [];
    for (let count = 0; count < 4; count++) {
      const error = await dav.get('a').catch((thrown: unknown) => thrown);
      if (error instanceof AppError) waits.push(error.details.minutes);
      time += Number(waits[count]) * 60_000;
    }
    expect(waits).toEqual([1, 2, 4, 8]);
  });

  it('stays within its requests, and goes on when the half hour has passed', async () => {
    let time = 0;
    const budget = requestBudget({ now: () => time, limit: 3, windowMs: 60_000 });
    for (let count = 0; count < 3; count++) budget.take('h');
    expect(() => budget.take('h')).toThrowError(expect.objectContaining({ code: 'sync-too-many-requests' }));
    time = 60_001;
    budget.take('h');
  });

  it('gives up on a server that says nothing, and on one that cannot be reached', async () => {
    const silent = target(() => new Promise<Response>(() => {}), { patienceMs: 5 });
    await expect(silent.dav.get('a')).rejects.toMatchObject({ code: 'sync-timeout' });
    const away = target(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(away.dav.get('a')).rejects.toMatchObject({ code: 'sync-unreachable' });
  });

  it('gives up on an answer that stops half-way', async () => {
    const stream = new ReadableStream({ start: controller => controller.enqueue(new Uint8Array(10)) });
    const stalled = target(() => new Response(stream), { patienceMs: 5 });
    await expect(stalled.dav.get('a')).rejects.toMatchObject({ code: expect.stringMatching(/sync-timeout/) });
  });

  it.each(['', 'dav.example.cn', 'ftp://a/b', 'https://u:p@dav.example.cn/'])('refuses the address "%s"', address => {
    const open = () =>
      webdavTarget({ address, user: '', password: '', fetch, now: () => 0, budget: requestBudget({ now: () => 0 }) });
    expect(open).toThrowError(expect.objectContaining({ code: 'sync-bad-address' }));
    try {
      open();
    } catch (error) {
      expect(errorText(error as AppError).message).not.toContain('u:p');
    }
  });
});
