import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { AppError, toAppError } from '../../lib/model/app-error';
import type { AppendableRole } from '../../lib/model/columns';
import { type FillValues, fillValues, fillValuesSchema, isAppendable } from '../../lib/tasks/fill-values';
import { type Command, printLine, refusal, UsageError } from './command';
import { readInput, writeOutput } from './files';

interface FillFlags {
  append: AppendableRole[];
  growRows: boolean;
}

export const fillCommand: Command = {
  usage: [
    'fill FILE VALUES.json -o OUT [--append completion,selfScore,…] [--grow]',
    'fill --batch [--append …] [--grow]   JSON lines {file, values, out} on stdin, one answer a line',
  ].join('\n'),
  async run(args) {
    const { positionals, values } = parse(args);
    const flags: FillFlags = { append: parseRoles(values.append), growRows: values.grow };
    if (values.batch) {
      if (positionals.length > 0 || values.output) throw new UsageError('--batch reads its files from standard input');
      return fillBatch(flags);
    }
    const [file, valuesFile, ...rest] = positionals;
    if (!file || !valuesFile || rest.length > 0 || !values.output)
      throw new UsageError('FILE, VALUES.json and -o OUT are needed');
    await printLine(await fillFile(file, await readValues(valuesFile), values.output, flags));
  },
};

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        append: { type: 'string', default: '' },
        grow: { type: 'boolean', default: false },
        batch: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function parseRoles(list: string): AppendableRole[] {
  const roles = list
    .split(',')
    .map(role => role.trim())
    .filter(role => role !== '');
  const unknown = roles.filter(role => !isAppendable(role));
  if (unknown.length > 0) throw new UsageError(`cannot append: ${unknown.join(', ')}`);
  return roles.filter(isAppendable);
}

async function fillFile(file: string, values: FillValues, out: string, flags: FillFlags) {
  const { bytes, written, problems, grownRows } = await fillValues(await readInput(file), values, flags);
  await writeOutput(out, bytes, file);
  return { file, ok: true, out, written: written.length, grownRows: grownRows.length, problems };
}

const batchLine = z.object({ file: z.string(), values: z.union([z.string(), fillValuesSchema]), out: z.string() });

/** One bad line never stops the rest; every line gets its answer. */
async function fillBatch(flags: FillFlags): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    let file: string | null = null;
    try {
      const raw: unknown = parseJson(line);
      file = z.object({ file: z.string() }).safeParse(raw).data?.file ?? null;
      const job = batchLine.safeParse(raw);
      if (!job.success) throw new AppError('bad-values', { reason: z.prettifyError(job.error) });
      const { values, out } = job.data;
      const wanted = typeof values === 'string' ? await readValues(values) : values;
      await printLine(await fillFile(job.data.file, wanted, out, flags));
    } catch (thrown) {
      const { code, message } = refusal(toAppError(thrown));
      await printLine({ file, ok: false, code, message });
    }
  }
}

async function readValues(file: string): Promise<FillValues> {
  const bytes = await readInput(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    // Read as UTF-8 all the same, a GBK file would fill "���" without a word.
    throw new AppError('bad-values', { reason: 'not UTF-8' }, { cause });
  }
  const parsed = fillValuesSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new AppError('bad-values', { reason: z.prettifyError(parsed.error) });
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new AppError('bad-values', { reason: (cause as Error).message }, { cause });
  }
}
