import { parseArgs } from 'node:util';
import { columnName } from '../../lib/model/address';
import { toAppError } from '../../lib/model/app-error';
import type { Indicator, RecognisedTable, Section } from '../../lib/model/table';
import { type InspectedWorkbook, inspectWorkbook } from '../../lib/tasks/inspect-workbook';
import { type Command, printLine, refusal, UsageError } from './command';
import { readInput } from './files';

export const inspectCommand: Command = {
  usage: 'inspect FILE…   one JSON line a file: sheets, tables, sections, indicators, problems',
  async run(args) {
    const files = parseFiles(args);
    if (files.length === 1) return printLine(await inspect(files[0]!));
    for (const file of files) {
      const line = await inspect(file).catch(thrown => {
        const { code, message } = refusal(toAppError(thrown));
        return { file, error: { code, message } };
      });
      await printLine(line);
    }
  },
};

function parseFiles(args: string[]): string[] {
  try {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    if (positionals.length > 0) return positionals;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  throw new UsageError('no file named');
}

async function inspect(file: string) {
  const inspected = await inspectWorkbook(await readInput(file));
  return { file, ...inspectionJson(inspected) };
}

/** The documented JSON shape of an inspected workbook (README, "command line"). */
function inspectionJson({ workbook, recognition }: InspectedWorkbook) {
  return {
    format: workbook.format,
    sheets: workbook.sheets.map(sheet => ({
      name: sheet.name,
      state: sheet.state,
      kind: sheet.kind,
      tables: recognition.tables.filter(table => table.sheet === sheet.name).map(tableJson),
    })),
    problems: [...workbook.warnings, ...recognition.problems],
    questions: recognition.questions,
  };
}

function tableJson(table: RecognisedTable) {
  return {
    title: table.title?.clean ?? null,
    titleText: table.title?.text ?? null,
    titleCells: table.title?.cells ?? [],
    year: table.year,
    unit: table.unit,
    total: table.total,
    headerRows: table.headerRows,
    repeatedHeaderRows: table.repeatedHeaderRows,
    columns: table.columns.map(({ role, header, column, confidence }) => ({
      role,
      header,
      column: columnName(column),
      confidence,
    })),
    sections: table.sections.map(sectionJson),
    notes: table.notes,
    totals: table.totals,
    signatures: table.signatures,
  };
}

function sectionJson(section: Section) {
  const { code, number, name, text, weight, cell, confidence } = section;
  return { code, number, name, text, weight, cell, confidence, indicators: section.indicators.map(indicatorJson) };
}

function indicatorJson(indicator: Indicator) {
  return {
    code: indicator.code,
    number: indicator.number,
    content: indicator.content,
    contentText: indicator.contentText,
    measures: indicator.measures.map(({ number, numbered, clean, text }) => ({
      number,
      numbered,
      text: clean,
      verbatim: text,
    })),
    deadline: indicator.deadline,
    weight: indicator.weight?.points ?? null,
    weightText: indicator.weight?.text ?? null,
    cells: indicator.cells,
    confidence: indicator.confidence,
  };
}
