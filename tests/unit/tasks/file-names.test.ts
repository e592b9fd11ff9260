import { describe, expect, it } from 'vitest';
import { exportFileName } from '../../../lib/tasks/file-names';

describe('names of exported files', () => {
  it('keep the received name in front and its kind at the end', () => {
    expect(exportFileName('指标表.xlsx', '（已填报）')).toBe('指标表（已填报）.xlsx');
    expect(exportFileName('指标表.2026.xls', '（已填报）')).toBe('指标表.2026（已填报）.xls');
    expect(exportFileName('指标表.xls', '更改清单', 'xlsx')).toBe('指标表更改清单.xlsx');
  });

  it('say it once when a completed workbook is filled again', () => {
    expect(exportFileName('指标表（已填报）.xlsx', '（已填报）')).toBe('指标表（已填报）.xlsx');
  });

  it('hold nothing that Windows refuses and no endless names', () => {
    expect(exportFileName('a/b:c*?.xlsx', '')).toBe('a_b_c__.xlsx');
    expect(exportFileName(`${'长'.repeat(300)}.xlsx`, '（已填报）').length).toBeLessThan(140);
  });

  it('work for a name without an ending', () => {
    expect(exportFileName('指标表', '（已填报）')).toBe('指标表（已填报）.xlsx');
  });
});
