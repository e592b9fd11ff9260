import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The second opinion: opens the workbook in a headless LibreOffice with a profile of its own and saves it as `format`. */
export async function convertWithLibreOffice(
  file: string,
  format: 'pdf' | 'xlsx' | 'xls',
  outFolder: string,
): Promise<string> {
  const profile = await mkdtemp(path.join(tmpdir(), 'pingan-office-'));
  try {
    await run(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--norestore',
        '--convert-to',
        format,
        '--outdir',
        outFolder,
        file,
      ],
      { timeout: 120_000 },
    );
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  return path.join(outFolder, `${path.parse(file).name}.${format}`);
}

/** All visible sheets as LibreOffice shows them: sheet name → rows → cell texts (its csv export, -1 = every sheet). */
export async function textsSeenByLibreOffice(file: string): Promise<Map<string, string[][]>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pingan-csv-'));
  const profile = await mkdtemp(path.join(tmpdir(), 'pingan-office-'));
  try {
    // 44,34 = comma and quote; 76 = UTF-8; "false,true,false" = as shown, not formulas; -1 = one file per sheet.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
    await run(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--norestore',
        '--convert-to',
        filter,
        '--outdir',
        folder,
        file,
      ],
      { timeout: 120_000 },
    );
    const names = (await readdir(folder)).filter(name => name.endsWith('.csv'));
    if (names.length === 0)
      throw new Error(`LibreOffice 没有打开 ${path.basename(file)} · LibreOffice did not open it`);
    const prefix = `${path.parse(file).name}-`;
    const sheets = new Map<string, string[][]>();
    for (const name of names) {
      sheets.set(name.slice(prefix.length, -'.csv'.length), parseCsv(await readFile(path.join(folder, name), 'utf8')));
    }
    return sheets;
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(profile, { recursive: true, force: true });
  }
}

/** First page and following as PNG files; returns their paths. */
export async function pdfPages(pdf: string, prefix: string, dpi = 80): Promise<string[]> {
  await run('pdftoppm', ['-png', '-r', String(dpi), pdf, prefix]);
  const folder = path.dirname(prefix);
  const names = (await readdir(folder)).filter(name => name.startsWith(path.basename(prefix)) && name.endsWith('.png'));
  return names.sort().map(name => path.join(folder, name));
}

function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/gy;
  for (let match = cell.exec(text); match && match[0] !== ''; match = cell.exec(text)) {
    const raw = match[1]!;
    rows[rows.length - 1]!.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (match[2] === '\n') rows.push([]);
  }
  return rows;
}
