import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../lib/model/app-error';
import { readPageBindings } from '../../../lib/model/page-binding';
import example from '../../../templates/quanzhou-2023/bindings.json';

const file = (content: unknown): File =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], 'bindings.json');
const refusal = (content: unknown) =>
  readPageBindings(file(content)).then(
    () => null,
    (thrown: AppError) => [thrown.code, thrown.details],
  );
const [site] = example.sites;

describe('a file of page bindings', () => {
  it('is read, whatever else a later edition put into it', async () => {
    const read = await readPageBindings(file({ ...example, note: 'x' }));
    expect(read.sites.map(({ name }) => name)).toEqual(example.sites.map(({ name }) => name));
  });

  it('is refused in words with the place that is wrong', async () => {
    expect(await refusal('<html>')).toEqual(['bindings-invalid', { name: 'bindings.json', path: '/' }]);
    expect(await refusal([])).toEqual(['bindings-invalid', { name: 'bindings.json', path: '/' }]);
    const bad = { ...example, sites: [{ ...site, match: 'javascript:alert(1)' }] };
    expect(await refusal(bad)).toEqual(['bindings-invalid', { name: 'bindings.json', path: 'sites.0.match' }]);
    const long = { ...example, sites: [{ ...site, name: '名'.repeat(100_000) }] };
    expect(await refusal(long)).toEqual(['bindings-invalid', { name: 'bindings.json', path: 'sites.0.name' }]);
    const many = { ...example, sites: Array.from({ length: 300 }, () => site) };
    expect(await refusal(many)).toEqual(['bindings-invalid', { name: 'bindings.json', path: 'sites' }]);
  });

  it('of a newer format or of an absurd size is told apart', async () => {
    expect(await refusal({ version: 2, anything: 1 })).toEqual([
      'bindings-too-new',
      { name: 'bindings.json', version: 2 },
    ]);
    expect(await refusal(' '.repeat(4_000_001))).toEqual(['bindings-too-large', { name: 'bindings.json', size: 5 }]);
  });
});
