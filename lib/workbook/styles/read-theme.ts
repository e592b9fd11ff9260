import { XmlScanner } from '../xml/xml-scanner';
import { DEFAULT_THEME } from './colors';

/** Theme indexes count light before dark; the theme part lists dark first. */
const ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** The twelve colours of a theme part, in the order of theme indexes. */
export function readThemeColors(bytes: Uint8Array, part: string): string[] {
  const scanner = new XmlScanner(bytes, part);
  const found = new Map<string, string>();
  let current = '';
  while (scanner.next()) {
    if (scanner.kind === 'close') {
      if (scanner.isNamed('clrScheme')) break;
      continue;
    }
    if (scanner.namespace() !== 'drawing') continue;
    const name = scanner.localName();
    if (ORDER.includes(name)) current = name;
    const value =
      name === 'srgbClr' ? scanner.attribute('val') : name === 'sysClr' ? scanner.attribute('lastClr') : undefined;
    if (value && /^[0-9a-f]{6}$/i.test(value) && !found.has(current)) found.set(current, `#${value.toLowerCase()}`);
  }
  return ORDER.map((name, index) => found.get(name) ?? DEFAULT_THEME[index]!);
}
