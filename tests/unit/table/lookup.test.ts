import { describe, expect, it } from 'vitest';
import { cellOf, fieldAt, indicatorByCode, sectionsNamedIn } from '../../../lib/table/lookup';
import { recogniseTables } from '../../../lib/table/recognise-tables';
import { CITY_LAYOUTS } from '../../fixtures/layouts/city-layouts';
import { seedGrid } from '../../fixtures/layouts/seed';

const [seed] = recogniseTables([seedGrid()]).tables;
const perMeasure = CITY_LAYOUTS.find(layout => layout.name.startsWith('merged content beside measures'))!;
const [merged] = recogniseTables(perMeasure.grids).tables;

describe('which field a cell belongs to', () => {
  it('goes from code and role to the cell and back', () => {
    for (const section of seed!.sections) {
      for (const indicator of section.indicators) {
        for (const role of ['content', 'measures', 'deadline', 'weight'] as const) {
          const address = cellOf(seed!, indicator.code, role)!;
          expect(fieldAt(seed!, address)).toMatchObject({ indicator: { code: indicator.code }, role });
        }
      }
    }
  });

  it('knows a section’s own cell', () => {
    expect(fieldAt(seed!, 'A3')).toMatchObject({ section: { code: '1' }, indicator: null, role: 'section' });
  });

  it('names the measure where each has a row of its own', () => {
    expect(fieldAt(merged!, 'C3')).toMatchObject({
      indicator: { code: '1.1' },
      role: 'measures',
      measure: { number: 2 },
    });
    expect(fieldAt(merged!, 'D4')).toMatchObject({ indicator: { code: '1.1' }, role: 'department' });
  });

  it('is none for titles, headers, notes and cells outside', () => {
    for (const address of ['A1', 'B2', 'A21', 'Z99', 'B6', 'nonsense']) expect(fieldAt(seed!, address)).toBeNull();
    expect(cellOf(seed!, '9.9', 'content')).toBeNull();
    expect(cellOf(seed!, '1.1', 'completion')).toBeNull();
    expect(indicatorByCode(seed!, '2.3')?.content).toContain('社会治理');
  });

  it('resolves the section a note names, whatever its spaces and brackets', () => {
    expect(sectionsNamedIn(seed!, seed!.notes[0]!.text).map(section => section.code)).toEqual(['2']);
    expect(sectionsNamedIn(seed!, '“（四）群众工作”项目')).toEqual([]);
  });
});
