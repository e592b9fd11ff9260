// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { FieldMatch } from '../../../lib/page/page-table';
import { recogniseFields } from '../../../lib/page/recognise-fields';
import { recogniseInSlices } from '../../../lib/page/recognise-in-slices';

const table = {
  indicators: [{ code: '2-1', text: '构建矛盾纠纷多元化解机制,做好法律援助工作,维护企业、职工合法权益。' }],
};
const rows = Array.from(
  { length: 40 },
  () => `<tr><td>${table.indicators[0]!.text}</td><td><input></td><td><textarea></textarea></td></tr>`,
).join('');

describe('recognising in slices', () => {
  it('lets the page go between slices, tells of the field in use first, and ends with what one reading finds', async () => {
    document.body.innerHTML = `<table><tr><th>考评内容</th><th>自评分</th><th>完成情况</th></tr>${rows}</table>`;
    const focused = document.querySelectorAll('textarea')[30]!;
    const told: FieldMatch[] = [];
    let time = 0;
    let pauses = 0;
    const all = await recogniseInSlices(document, table, {
      focused,
      now: () => ++time,
      pause: async () => void pauses++,
      signal: new AbortController().signal,
      onMatches: matches => told.push(...matches),
    });
    expect(told[0]).toMatchObject({ element: focused, code: '2-1', role: 'completion' });
    expect(all).toEqual(recogniseFields(document, table));
    expect(told).toHaveLength(80);
    expect(pauses).toBeGreaterThan(10);
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    let time = 0;
    const all = await recogniseInSlices(document, table, {
      now: () => ++time,
      pause: async () => stop.abort(),
      signal: stop.signal,
      onMatches: () => {},
    });
    expect(all).toBeNull();
  });
});
