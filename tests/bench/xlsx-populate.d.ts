declare module 'xlsx-populate' {
  interface Workbook {
    sheet(index: number): { cell(address: string): { value(value: string | number | boolean): void } };
    outputAsync(): Promise<Buffer>;
  }
  const XlsxPopulate: { fromDataAsync(data: Buffer): Promise<Workbook>; fromBlankAsync(): Promise<Workbook> };
  export default XlsxPopulate;
}
