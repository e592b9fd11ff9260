// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { WATCHED, worthReading } from '../../../lib/page/page-changes';

async function afterwards(change: () => void, hasFields = true): Promise<boolean> {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver(seen => records.push(...seen));
  observer.observe(document.body, WATCHED);
  change();
  await new Promise(resolve => setTimeout(resolve));
  records.push(...observer.takeRecords());
  observer.disconnect();
  const ours = document.getElementById('ours');
  return worthReading(records, { isOurs: node => ours?.contains(node) ?? false, hasFields });
}

describe('what is worth reading a page again', () => {
  it('is a dialog that opens and a text that changes', async () => {
    document.body.innerHTML = '<h4>信访接待</h4>';
    expect(await afterwards(() => document.body.append(document.createElement('dialog')))).toBe(true);
    expect(await afterwards(() => (document.querySelector('h4')!.firstChild as Text).replaceData(0, 2, '矛盾'))).toBe(
      true,
    );
  });

  it('is not what the user types, a counter, or what we draw', async () => {
    document.body.innerHTML = '<div contenteditable="true">字</div><span>3 / 500</span><div id="ours"></div>';
    const editor = document.querySelector('[contenteditable]')!;
    expect(await afterwards(() => (editor.firstChild as Text).appendData('句'))).toBe(false);
    expect(await afterwards(() => (document.querySelector('span')!.firstChild as Text).replaceData(0, 1, '4'))).toBe(
      false,
    );
    expect(await afterwards(() => document.getElementById('ours')!.append('提示在这里'))).toBe(false);
  });

  it('is only a new place to type where the page has no field of ours', async () => {
    document.body.innerHTML = '<p>新闻</p>';
    const add = (html: string) => () => document.body.insertAdjacentHTML('beforeend', html);
    expect(await afterwards(add('<p>又一条新闻，很长的一条新闻</p>'), false)).toBe(false);
    expect(await afterwards(add('<p><textarea></textarea></p>'), false)).toBe(true);
    expect(await afterwards(add('<my-form></my-form>'), false)).toBe(true);
  });
});
