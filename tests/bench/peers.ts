import type { Contender } from './contenders';

/** Each as its documentation shows it, with the options that keep cell styles as far as it can. */
export async function loadPeer(name: string): Promise<Contender> {
  switch (name) {
    case 'SheetJS':
      return sheetJs();
    case 'exceljs':
      return excelJs();
    case 'xlsx-populate':
      return populate();
    case 'hucre':
      return hucre();
    default:
      throw new Error(`no such contender: ${name}`);
  }
}

async function sheetJs(): Promise<Contender> {
  const { read, write } = await import('xlsx');
  const open = async (bytes: Uint8Array) => read(bytes, { type: 'array', cellStyles: true, cellNF: true });
  return {
    open,
    async fill(bytes, edits) {
      const workbook = await open(bytes);
      const sheet = workbook.Sheets[workbook.SheetNames[0]!]!;
      for (const { address, value } of edits)
        sheet[address] = { ...sheet[address], t: typeof value === 'number' ? 'n' : 's', v: value };
      return new Uint8Array(write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true, cellStyles: true }));
    },
  };
}

async function excelJs(): Promise<Contender> {
  const { default: ExcelJs } = await import('exceljs');
  const open = async (bytes: Uint8Array) => {
    const workbook = new ExcelJs.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    return workbook;
  };
  return {
    open,
    async fill(bytes, edits) {
      const workbook = await open(bytes);
      for (const { address, value } of edits) workbook.worksheets[0]!.getCell(address).value = value;
      return new Uint8Array(await workbook.xlsx.writeBuffer());
    },
  };
}

async function populate(): Promise<Contender> {
  const { default: XlsxPopulate } = await import('xlsx-populate');
  const open = (bytes: Uint8Array) => XlsxPopulate.fromDataAsync(Buffer.from(bytes));
  return {
    open,
    async fill(bytes, edits) {
      const workbook = await open(bytes);
      for (const { address, value } of edits) workbook.sheet(0).cell(address).value(value);
      return new Uint8Array(await workbook.outputAsync());
    },
  };
}

async function hucre(): Promise<Contender> {
  const { openXlsx, saveXlsx } = await import('hucre/xlsx');
  return {
    open: bytes => openXlsx(bytes),
    async fill(bytes, edits) {
      const workbook = await openXlsx(bytes);
      const { rows } = workbook.sheets[0]!;
      for (const { address, value } of edits) {
        const column = address.charCodeAt(0) - 65;
        const row = Number(address.slice(1)) - 1;
        while (rows.length <= row) rows.push([]);
        rows[row]![column] = value;
      }
      return saveXlsx(workbook);
    },
  };
}
