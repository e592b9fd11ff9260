import { parseArgs } from 'node:util';
import { mergeWorkbooks } from '../../lib/tasks/merge-workbooks';
import { type Command, printLine, refusal, UsageError } from './command';
import { readInput, writeOutput } from './files';

export const mergeCommand: Command = {
  usage: 'merge BASE RETURNED… -o OUT [--grow]   three-way, cell by cell: {taken, conflicts, outside, files, refused}',
  async run(args) {
    const { positionals, values } = parse(args);
    const [base, ...copies] = positionals;
    if (!base || copies.length === 0 || !values.output) {
      throw new UsageError('BASE, at least one RETURNED and -o OUT are needed');
    }
    const { bytes, taken, conflicts, outside, files, refused, problems } = await mergeWorkbooks(
      await readInput(base),
      copies.map(from => ({ from, read: () => readInput(from) })),
      { growRows: values.grow },
    );
    await writeOutput(values.output, bytes, base, ...copies);
    await printLine({
      base,
      ok: true,
      out: values.output,
      taken,
      conflicts,
      outside,
      files,
      refused: refused.map(({ from, error }) => ({ from, ...refusal(error) })),
      problems,
    });
  },
};

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { output: { type: 'string', short: 'o' }, grow: { type: 'boolean', default: false } },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
