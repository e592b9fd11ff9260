import { describe, expect, it } from 'vitest';
import type { CellFormat } from '../../../../lib/workbook/fill/style-table';
import { columnWidthInPoints, textHeight } from '../../../../lib/workbook/row-height/text-height';
import { textWidth } from '../../../../lib/workbook/row-height/text-width';

const format = (change: Partial<CellFormat> = {}): CellFormat => ({
  font: { name: '仿宋_GB2312', size: 10, bold: false },
  wrap: true,
  shrink: false,
  rotation: 0,
  indent: 0,
  locked: true,
  date: false,
  ...change,
});

describe('the width of text', () => {
  it('is an em for each Chinese character, emoji and full-width mark', () => {
    expect(textWidth('平安，𠀀😀', { name: '宋体', size: 10, bold: true })).toBe(50);
  });

  it('is no less than real fonts give to Latin text', () => {
    // Arial, from its own tables: 10-point "Hamburgefonstiv 0123456789" is 127.3 points wide.
    expect(textWidth('Hamburgefonstiv 0123456789', { name: 'Arial', size: 10, bold: false })).toBeGreaterThan(127.3);
  });

  it('leaves out marks that stand over other letters', () => {
    const font = { name: 'Arial', size: 10, bold: false };
    expect(textWidth('e\u0301\u200b', font)).toBe(textWidth('e', font));
  });
});

describe('the height of text', () => {
  it('grows by the line', () => {
    const one = textHeight('字'.repeat(5), 100, format());
    expect(textHeight('字'.repeat(20), 100, format()) - one).toBeCloseTo(2 * 15);
  });

  it('is the same for text that neither wraps nor breaks, and for turned text: none', () => {
    expect(textHeight('字'.repeat(99), 50, format({ wrap: false }))).toBe(0);
    expect(textHeight('字'.repeat(99), 50, format({ rotation: 255 }))).toBe(0);
  });

  it('counts the line breaks of text that does not wrap', () => {
    expect(textHeight('一\n二\n三', 5, format({ wrap: false }))).toBeCloseTo(3 * 15 + 3);
  });

  it('takes the indent from the width', () => {
    expect(textHeight('字'.repeat(9), 100, format({ indent: 3 }))).toBeGreaterThan(
      textHeight('字'.repeat(9), 100, format()),
    );
  });

  it('has an answer for a cell without width', () => {
    expect(textHeight('字字', 0, format())).toBeCloseTo(2 * 15 + 3);
  });
});

describe('the width of a column', () => {
  it('is that of its digits in the normal font', () => {
    expect(columnWidthInPoints(10, 11)).toBe(52.5);
    expect(columnWidthInPoints(8.43, 11)).toBe(44.25);
  });
});
