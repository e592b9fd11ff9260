import { escapeXml, MAIN_NAMESPACE, XML_HEAD } from './xml';

/** The workbook's string table, in the order the cells ask for their texts. */
export class SharedStrings {
  private readonly indexes = new Map<string, number>();
  private references = 0;

  indexOf(text: string): number {
    this.references += 1;
    const known = this.indexes.get(text);
    if (known !== undefined) return known;
    this.indexes.set(text, this.indexes.size);
    return this.indexes.size - 1;
  }

  xml(): string {
    const items = [...this.indexes.keys()].map(text => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
    return (
      `${XML_HEAD}<sst xmlns="${MAIN_NAMESPACE}" count="${this.references}" uniqueCount="${items.length}">` +
      `${items.join('')}</sst>`
    );
  }
}
