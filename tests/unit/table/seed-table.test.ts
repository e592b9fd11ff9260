import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldWidth, withoutTags } from '../../../lib/model/text';
import { recogniseTables } from '../../../lib/table/recognise-tables';
import { gridsFromSheetJs } from '../../fixtures/grid-from-sheetjs';
import { seedGrid } from '../../fixtures/layouts/seed';

interface SeedText {
  text: string;
  clean: string;
}
interface Seed {
  title: SeedText;
  year: number;
  unit: string;
  total: number;
  columns: string[];
  sections: {
    code: string;
    no: string;
    name: SeedText;
    weight: number;
    items: {
      code: string;
      no: number;
      content: SeedText;
      measures: { no: number; numbered: boolean; text: string; clean: string }[];
      deadline: { clean: string; date: string; precision: string; certain: boolean };
      weight: number;
      weightText: string;
    }[];
  }[];
  notes: SeedText[];
}

const seed = JSON.parse(
  readFileSync(new URL('../../fixtures/domain/seed-table.json', import.meta.url), 'utf8'),
) as Seed;

/** Compared after folding of white space, width and <p>, as the text on paper is the same. */
const fold = (text: string) => foldWidth(withoutTags(text)).replace(/\s/g, '');

const expected = {
  title: fold(seed.title.clean),
  year: seed.year,
  unit: seed.unit,
  total: seed.total,
  columns: seed.columns,
  notes: seed.notes.map(note => fold(note.text)),
  sections: seed.sections.map(section => ({
    code: section.code,
    number: section.no,
    name: section.name.clean,
    weight: section.weight,
    indicators: section.items.map(item => ({
      code: item.code,
      number: item.no,
      content: fold(item.content.clean),
      measures: item.measures.map(measure => ({
        number: measure.no,
        numbered: measure.numbered,
        text: fold(measure.text),
        clean: fold(measure.clean),
      })),
      deadline: {
        clean: item.deadline.clean,
        date: item.deadline.date,
        precision: item.deadline.precision,
        certain: item.deadline.certain,
      },
      weight: item.weight,
    })),
  })),
};

function shape(recognition: ReturnType<typeof recogniseTables>) {
  expect(recognition.tables).toHaveLength(1);
  const table = recognition.tables[0]!;
  return {
    title: fold(table.title!.clean),
    year: table.year,
    unit: table.unit,
    total: table.total,
    columns: table.columns.map(column => column.header),
    notes: table.notes.map(note => fold(note.text)),
    sections: table.sections.map(section => ({
      code: section.code,
      number: section.number,
      name: section.name,
      weight: section.weight,
      indicators: section.indicators.map(indicator => ({
        code: indicator.code,
        number: indicator.number,
        content: fold(indicator.content),
        measures: indicator.measures.map(measure => ({
          number: measure.number,
          numbered: measure.numbered,
          text: fold(measure.text),
          clean: fold(measure.clean),
        })),
        deadline: indicator.deadline && {
          clean: indicator.deadline.clean,
          date: indicator.deadline.date,
          precision: indicator.deadline.precision,
          certain: indicator.deadline.certain,
        },
        weight: indicator.weight?.points,
      })),
    })),
  };
}

describe('the 2023 table', () => {
  it('is recognised exactly from its verbatim cells, <p> tags and half-width pages included', () => {
    expect(shape(recogniseTables([seedGrid()]))).toEqual(expected);
  });

  it.each(['received-2023.xlsx', 'received-2023.xls'])(
    'is recognised exactly in %s, as an office received it',
    name => {
      const bytes = readFileSync(new URL(`../../fixtures/workbooks/${name}`, import.meta.url));
      const recognition = recogniseTables(gridsFromSheetJs(bytes));
      expect(shape(recognition)).toEqual(expected);
      expect(recognition.tables[0]).toMatchObject({ headerRows: [2], repeatedHeaderRows: [6, 12, 16] });
      expect(recognition.questions).toEqual([]);
    },
  );

  it('takes a small part of 50 ms', () => {
    const grids = [seedGrid()];
    recogniseTables(grids);
    const before = process.cpuUsage();
    for (let i = 0; i < 10; i++) recogniseTables(grids);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 10_000).toBeLessThan(50);
  });
});
