import { randomBytes } from 'node:crypto';
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../lib/model/app-error';
import { WORKBOOK_LIMITS } from '../../lib/workbook/limits';

/** @throws AppError `no-such-file`, `file-too-large` */
export async function readInput(file: string): Promise<Uint8Array> {
  const info = await stat(file).catch(() => null);
  if (!info?.isFile()) throw new AppError('no-such-file', { file: path.basename(file) });
  if (info.size > WORKBOOK_LIMITS.fileBytes) throw new AppError('file-too-large', { file: path.basename(file) });
  return new Uint8Array(await readFile(file));
}

/**
 * Writes all of it or nothing: to a file beside the target, then renamed.
 * @throws AppError `output-is-input` where the target is one of the files that were read, `cannot-write`
 */
export async function writeOutput(out: string, bytes: Uint8Array, ...inputs: string[]): Promise<void> {
  const target = await realpath(out).catch(() => path.resolve(out));
  for (const input of inputs) {
    const read = await realpath(input).catch(() => null);
    if (target === read) throw new AppError('output-is-input', { file: path.basename(out) });
  }
  const temporary = `${out}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, out);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new AppError('cannot-write', { file: path.basename(out) }, { cause });
  }
}
