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
      { timeout: 200_000 },
    );
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  return path.join(outFolder, `${path.parse(file).name}.${format}`);
}

/** All visible sheets as LibreOffice shows them: sheet name → rows → cell texts. */
export type SeenTexts = Map<string, string[][]>;

export async function textsSeenByLibreOffice(file: string): Promise<SeenTexts> {
  const [seen] = await textsOfAllSeenByLibreOffice([file]);
  return seen!;
}

/** Several files at one start of LibreOffice, which is the slow part; their names must differ before the dot. */
export async function textsOfAllSeenByLibreOffice(files: readonly string[]): Promise<SeenTexts[]> {
  const names = files.map(file => path.parse(file).name);
  if (new Set(names).size < names.length) throw new Error(`names that differ, please: ${names.join(', ')}`);
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
        ...files,
      ],
      { timeout: 200_000 },
    );
    const written = (await readdir(folder)).filter(name => name.endsWith('.csv'));
    return await Promise.all(names.map(name => sheetsOf(name, names, written, folder)));
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(profile, { recursive: true, force: true });
  }
}

/** "copy-Sheet1.csv" belongs to "copy"; where another file is called "copy-Sheet1", the longer name has it. */
async function sheetsOf(
  name: string,
  all: readonly string[],
  written: readonly string[],
  folder: string,
): Promise<SeenTexts> {
  const ownerOf = (csv: string) => all.filter(one => csv.startsWith(`${one}-`)).sort((a, b) => b.length - a.length)[0];
  const sheets: SeenTexts = new Map();
  for (const csv of written.filter(one => ownerOf(one) === name)) {
    sheets.set(csv.slice(name.length + 1, -'.csv'.length), parseCsv(await readFile(path.join(folder, csv), 'utf8')));
  }
  if (sheets.size === 0) throw new Error(`LibreOffice 没有打开 ${name} · LibreOffice did not open it`);
  return sheets;
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
