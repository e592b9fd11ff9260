import { TextTable } from '../text-table';
import { XmlScanner } from '../xml/xml-scanner';
import { appendRichText } from './spreadsheet-text';

/** The book's shared strings as plain texts. The count attributes are not trusted: `<si>` are counted. */
export class SharedTexts {
  private constructor(
    private readonly bytes: Uint8Array,
    private readonly starts: Uint32Array,
  ) {}

  static readonly none = new SharedTexts(new Uint8Array(0), new Uint32Array(1));

  static read(bytes: Uint8Array, part: string): SharedTexts {
    const scanner = new XmlScanner(bytes, part);
    const texts = new TextTable();
    while (scanner.next()) {
      if (scanner.depth !== 1 || scanner.kind === 'close' || !scanner.is('si')) continue;
      appendRichText(texts, scanner);
      texts.close();
    }
    const { textBytes, textStart } = texts.finish();
    return new SharedTexts(textBytes, textStart);
  }

  get count(): number {
    return this.starts.length - 1;
  }

  copyTo(texts: TextTable, index: number): number {
    return texts.addBytes(this.bytes, this.starts[index]!, this.starts[index + 1]!);
  }
}
