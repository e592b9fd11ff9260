import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toUtf8 } from '../../../../lib/workbook/xml/xml-encoding';
import { XmlScanner } from '../../../../lib/workbook/xml/xml-scanner';
import { escapeXml } from '../../../fixtures/build-package';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const scan = (xml: string) => new XmlScanner(new TextEncoder().encode(xml), 'test.xml');

/** "+row@0 c/@1 -row@0": every tag with its depth. */
function outline(xml: string): string {
  const scanner = scan(xml);
  const tags: string[] = [];
  while (scanner.next()) {
    const sign = { open: '+', empty: '/', close: '-' }[scanner.kind];
    tags.push(`${sign}${scanner.localName()}@${scanner.depth}`);
  }
  return tags.join(' ');
}

describe('scanning XML', () => {
  it('walks from tag to tag with depths', () => {
    expect(outline('<?xml version="1.0"?>\n<!-- <x> --><a><b x=">" y=\'/>\'/><c\n>t</c ></a>\n')).toBe(
      '+a@0 /b@1 +c@1 -c@1 -a@0',
    );
  });

  it('gives the byte offsets of tags, attributes and text', () => {
    const xml = '<a>文<b r="C5" t=\'s\'>7</b></a>';
    const scanner = scan(xml);
    const bytes = new TextEncoder().encode(xml);
    scanner.next();
    scanner.next();
    const slice = (start: number, end: number) => new TextDecoder().decode(bytes.slice(start, end));
    expect(slice(scanner.start, scanner.end)).toBe('<b r="C5" t=\'s\'>');
    const { nameStart, nameEnd, valueStart, valueEnd } = scanner.attributeRange(scanner.attributeIndex('t'));
    expect([slice(nameStart, nameEnd), slice(valueStart, valueEnd)]).toEqual(['t', 's']);
    expect(scanner.text()).toBe('文');
    scanner.next();
    expect([slice(scanner.textStart, scanner.start), scanner.kind]).toEqual(['7', 'close']);
  });

  it('resolves prefixes and default namespaces, strict and transitional alike, to the end of their scope', () => {
    for (const uri of [MAIN, STRICT]) {
      const scanner = scan(
        `<x:a xmlns:x="${uri}"><x:c/><c/><b xmlns="${uri}" r:id="7" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c/></b><e xmlns="${uri}"/><c/></x:a>`,
      );
      const inMain: boolean[] = [];
      let id: string | undefined;
      while (scanner.next()) {
        if (scanner.isNamed('c')) inMain.push(scanner.is('c'));
        id ??= scanner.attributeIn('office-relationships', 'id');
      }
      expect(inMain).toEqual([true, false, true, false]);
      expect(id).toBe('7');
    }
  });

  it('joins CDATA and text, and leaves comments out', () => {
    const scanner = scan('<t>a&lt;<![CDATA[<b>&amp;]]><!-- no -->c&#x4E00;&#20108;\r\n</t>');
    scanner.next();
    expect(scanner.elementText()).toBe('a<<b>&amp;c一二\n');
  });

  it('returns any text that was escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), raw => {
        const text = raw.replace(/[\r\ud800-\udfff]/g, '');
        const scanner = scan(`<t a="${escapeXml(text)}">${escapeXml(text)}</t>`);
        scanner.next();
        expect(scanner.attribute('a')).toBe(text);
        expect(scanner.elementText()).toBe(text);
      }),
    );
  });

  it('skips an element with all its children', () => {
    const scanner = scan('<a><b><b><c/></b></b><d/></a>');
    scanner.next();
    scanner.next();
    scanner.skipElement();
    scanner.next();
    expect(scanner.localName()).toBe('d');
  });

  it.each([
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a/>',
    '<a><!ENTITY x "y"></a>',
  ])('refuses a DTD: %s', xml => {
    expect(() => outline(xml)).toThrow('hostile-xml');
  });

  it('refuses an entity that XML itself does not have', () => {
    const scanner = scan('<a>&lol9;</a>');
    scanner.next();
    expect(() => scanner.elementText()).toThrow('hostile-xml');
  });

  it('refuses to decode a text longer than any cell can hold', () => {
    const scanner = scan(`<a>${'&amp;'.repeat(300_000)}</a>`);
    scanner.next();
    expect(() => scanner.elementText()).toThrow('hostile-xml');
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '</a>',
    '<a><b></a></b>',
    '<a b></a>',
    '<a b=c/>',
    '<a b="c/>',
    '<a',
    '<a><!-- </a>',
    '<a><![CDATA[</a>',
    '< a/>',
  ])('refuses broken XML: %j', xml => {
    expect(() => outline(xml)).toThrow('broken-xml');
  });

  it('refuses nesting without end', () => {
    expect(() => outline('<a>'.repeat(1000))).toThrow('broken-xml');
  });

  it('ends with an error or the end on any bytes', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '/',
        'a',
        '"',
        "'",
        '=',
        ' ',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<?',
        '?>',
        '&',
        ':',
        '<a>',
        '</a>',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(pieces, parts => {
        try {
          outline(parts.join(''));
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^(broken|hostile)-xml$/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('encodings of parts', () => {
  const xml = '<?xml version="1.0" encoding="ENC"?><a>é</a>';
  const read = (bytes: Uint8Array) => {
    const scanner = new XmlScanner(toUtf8(bytes, 'test.xml'), 'test.xml');
    scanner.next();
    return scanner.elementText();
  };

  it('leaves UTF-8 as it is, with and without BOM', () => {
    for (const bytes of [
      new TextEncoder().encode(xml.replace('ENC', 'utf-8')),
      new TextEncoder().encode('\ufeff<a>é</a>'),
    ]) {
      expect(toUtf8(bytes, 'x')).toBe(bytes);
      expect(read(bytes)).toBe('é');
    }
  });

  it.each(['utf16le', 'latin1'] as const)('converts %s and says UTF-8 in the declaration', encoding => {
    const label = encoding === 'latin1' ? 'ISO-8859-1' : 'UTF-16';
    for (const bom of encoding === 'latin1' ? [''] : ['', '\ufeff']) {
      const bytes = new Uint8Array(Buffer.from(bom + xml.replace('ENC', label), encoding));
      expect(read(bytes)).toBe('é');
      expect(new TextDecoder().decode(toUtf8(bytes, 'x'))).toContain('encoding="UTF-8"');
    }
  });

  it('converts GBK and refuses an encoding that nobody knows', () => {
    const gbk = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="GBK"?><a>'),
      Buffer.from([0xb1, 0xed]),
      Buffer.from('</a>'),
    ]);
    expect(read(new Uint8Array(gbk))).toBe('表');
    expect(() => toUtf8(new TextEncoder().encode(xml.replace('ENC', 'x-nobody')), 'x')).toThrow('broken-xml');
  });
});
