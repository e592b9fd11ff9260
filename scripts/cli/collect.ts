import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../../lib/model/app-error';
import { flagText } from '../../lib/model/collect-texts';
import { formatPoints, type Points } from '../../lib/model/points';
import { type CollectedFile, collectUnits } from '../../lib/tasks/collect/collect-units';
import { comparisonSheets } from '../../lib/tasks/collect/comparison-sheets';
import { writePlainWorkbook } from '../../lib/workbook/write-plain';
import { type Command, printLine, refusal, UsageError } from './command';
import { readInput, writeOutput } from './files';

/** What an office might hand in as a workbook or package, formats that are refused with advice included. */
const HANDED_IN = /\.(?:zip|xlsx|xlsm|xls|et|xlsb|ods|csv|wps|xlt|xltx|ett)$/i;
/** Lock files of office programs, and what file managers leave behind. */
const LEFTOVER = /^(?:~\$|\.|\._)/;

export const collectCommand: Command = {
  usage:
    'collect DIR -o OUT.xlsx [--today YYYY-MM-DD] [--due YYYY-MM-DD]   many units’ workbooks and packages compared: {units, indicators, broken}',
  async run(args) {
    const { positionals, values } = parse(args);
    const [folder, ...rest] = positionals;
    if (!folder || rest.length > 0 || !values.output) throw new UsageError('DIR and -o OUT.xlsx are needed');
    for (const day of [values.today, values.due]) {
      if (day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(day)) throw new UsageError(`not a day: ${day}`);
    }
    const out = values.output;
    const names = (await filesIn(folder)).filter(name => path.resolve(folder, name) !== path.resolve(out));
    if (names.length === 0) throw new AppError('nothing-to-collect', { folder: path.basename(folder) });
    const files: CollectedFile[] = names.map(name => ({ name, read: () => readInput(path.join(folder, name)) }));
    const { broken, ...comparison } = await collectUnits(files, {
      today: values.today ?? new Date().toISOString().slice(0, 10),
      ...(values.due === undefined ? {} : { due: values.due }),
    });
    await writeOutput(out, writePlainWorkbook(comparisonSheets(comparison, broken, 'zh-CN')));
    const points = (value: Points | null) => (value === null ? null : Number(formatPoints(value)));
    await printLine({
      folder,
      ok: true,
      out,
      indicators: comparison.indicators.map(({ code, content, weight, median }) => ({
        code,
        content,
        weight: points(weight),
        median: points(median),
      })),
      units: comparison.units.map(({ name, total, selfTotal, cells, flags, ...unit }) => ({
        unit: name,
        ...unit,
        missing: unit.indicators - unit.filled,
        total: points(total),
        selfTotal: points(selfTotal),
        cells: cells.map(
          (cell, at) =>
            cell && {
              code: comparison.indicators[at]!.code,
              selfScore: points(cell.score) ?? (cell.scoreText || null),
              filled: cell.filled,
              late: cell.late,
              evidence: cell.evidence,
            },
        ),
        flags: flags.map(flag => ({ kind: flag.kind, code: flag.code, text: flagText(flag, 'zh-CN') })),
      })),
      broken: broken.map(({ file, error }) => ({ file, ...refusal(error) })),
    });
  },
};

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        today: { type: 'string' },
        due: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Names relative to the folder, sub-folders included, in an order that is the same everywhere. */
async function filesIn(folder: string): Promise<string[]> {
  if (!(await stat(folder).catch(() => null))?.isDirectory()) {
    throw new AppError('no-such-folder', { folder: path.basename(folder) });
  }
  const names = await readdir(folder, { recursive: true });
  return names.filter(name => HANDED_IN.test(name) && !LEFTOVER.test(path.basename(name))).sort();
}
