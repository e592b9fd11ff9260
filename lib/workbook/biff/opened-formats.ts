import { AppError } from '../../model/app-error';
import { WORKBOOK_LIMITS } from '../limits';
import { DEFAULT_INDEXED } from '../styles/colors';
import { readPalette } from './read-looks';
import { RECORD, RecordCursor } from './records';

/** As hand-out/open-formats.ts; the nearest colour of the book's palette is taken. */
const TINT = [0xff, 0xf8, 0xd6] as const;
const FIRST_COLOUR = 8;
const LAST_COLOUR = 63;
/** The window's background: what a solid ground has behind it. */
const BACKGROUND = 65;
const LOCKED = 0x01;
/** The format's own ground and protection count, not those of its style. */
const OWN_PATTERN_AND_PROTECTION = 0xc0;
const SOLID = 1;
const HAS_EXTENSION = 1 << 25;

/** XF records like given ones, but open for typing and tinted, to stand behind all others. */
export class OpenedFormats {
  private readonly formats: { start: number; end: number }[] = [];
  private readonly made = new Map<number, number>();
  private readonly records: Uint8Array[] = [];
  private readonly tint: number;

  constructor(private readonly stream: Uint8Array) {
    const palette = [...DEFAULT_INDEXED];
    const cursor = new RecordCursor(stream, 0);
    while (cursor.next() && cursor.type !== RECORD.EOF) {
      if (cursor.type === RECORD.PALETTE) readPalette(cursor, palette);
      else if (cursor.type === RECORD.XF && cursor.size === 20)
        this.formats.push({ start: cursor.start, end: cursor.end });
    }
    this.tint = nearest(palette);
  }

  /** Where the new records belong. */
  get place(): number {
    return this.formats[this.formats.length - 1]?.end ?? 0;
  }

  get added(): readonly Uint8Array[] {
    return this.records;
  }

  /** The number of the opened format; formats that were opened once are shared. */
  opened(format: number): number {
    const known = this.made.get(format);
    if (known !== undefined) return known;
    const source = this.formats[format] ?? this.formats[0];
    const number = this.formats.length + this.records.length;
    if (!source || number >= WORKBOOK_LIMITS.styles) throw new AppError('damaged-xls', { part: 'XF' });
    const record = this.stream.slice(source.start, source.end);
    const view = new DataView(record.buffer);
    view.setUint16(8, view.getUint16(8, true) & ~LOCKED, true);
    view.setUint8(13, view.getUint8(13) | OWN_PATTERN_AND_PROTECTION);
    // Of newer programs' extension there is none for this number.
    const ends = view.getUint32(18, true) & 0x03ffffff & ~HAS_EXTENSION;
    view.setUint32(18, (ends | (SOLID << 26)) >>> 0, true);
    view.setUint16(22, this.tint | (BACKGROUND << 7), true);
    this.records.push(record);
    this.made.set(format, number);
    return number;
  }
}

function nearest(palette: readonly (string | null)[]): number {
  let best = { index: FIRST_COLOUR, distance: Number.POSITIVE_INFINITY };
  for (let index = FIRST_COLOUR; index <= LAST_COLOUR; index++) {
    const colour = palette[index];
    if (!colour) continue;
    const distance = TINT.reduce(
      (sum, part, at) => sum + (part - Number.parseInt(colour.slice(1 + 2 * at, 3 + 2 * at), 16)) ** 2,
      0,
    );
    if (distance < best.distance) best = { index, distance };
  }
  return best.index;
}
