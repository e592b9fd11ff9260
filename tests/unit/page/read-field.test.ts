import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { fillField } from '../../../lib/page/fill-field';
import { holds, readField } from '../../../lib/page/read-field';

function page(html: string): Element {
  const { document } = new Window();
  document.body.innerHTML = html;
  return document.body.firstElementChild as unknown as Element;
}

describe('what stands in a field', () => {
  it('is the chosen text, not its code', () => {
    expect(
      readField(page('<select><option value="1">已完成</option><option value="2" selected>未完成</option></select>')),
    ).toBe('未完成');
  });

  it('is yes or no for a tick box', () => {
    expect(readField(page('<input type="checkbox" checked>'))).toBe('是');
  });

  it('is the text of the radio button that is chosen, in words', () => {
    const form = page(
      '<form><label><input type="radio" name="a">达标</label><label><input type="radio" name="a" checked>不达标</label></form>',
    );
    expect(readField(form.querySelector('input')!)).toBe('不达标');
  });

  it('is what a hidden twin holds, where that is what the page submits', () => {
    const box = page('<span><input type="text" value="2023-12-31"><input type="hidden" name="sx" value=""></span>');
    expect(readField(box.querySelector('input')!)).toBe('2023-12-31');
    box.querySelectorAll('input')[1]!.value = '12/31/2023';
    expect(readField(box.querySelector('input')!)).toBe('12/31/2023');
  });

  it('is never read from passwords and files', () => {
    expect(readField(page('<input type="password" value="secret">'))).toBeNull();
    expect(readField(page('<input type="file">'))).toBeNull();
    expect(readField(page('<div>text</div>'))).toBeNull();
  });

  it('is the same number however it is written, and another text with any other character', () => {
    expect(holds(page('<input value="3.50">'), '3.5')).toBe(true);
    expect(holds(page('<input value="3.5 分">'), '3.5')).toBe(false);
    expect(holds(page('<textarea>已完成。</textarea>'), '已完成')).toBe(false);
  });
});

describe('a field that is never filled', () => {
  it.each([
    ['<input type="file">', 'file-input'],
    ['<input type="password">', 'password'],
    ['<input type="hidden">', 'not-visible'],
    ['<input disabled>', 'disabled'],
    ['<input readonly>', 'read-only'],
    ['<div>text</div>', 'unknown-control'],
    ['<input type="submit">', 'unknown-control'],
  ])('%s is refused: %s', async (html, code) => {
    expect(await fillField(page(html), '3')).toMatchObject({ kind: 'refused', reason: { code } });
  });
});
