/** One whole day in a calendar. */
export interface CalendarEntry {
  /** Stable, so that importing a later file replaces the entry instead of adding a second. */
  id: string;
  /** ISO day. */
  date: string;
  summary: string;
  description: string;
  /** Days before on which the calendar itself reminds. */
  remindDaysBefore: readonly number[];
}

/** A line may not be longer, in octets (RFC 5545, 3.1). */
const LONGEST = 75;

/** An .ics file of whole days (RFC 5545). `stamp`: "20261127T080000Z", when it was made. */
export function calendarFile(name: string, entries: readonly CalendarEntry[], stamp: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//pingan-fill//calendar 1//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(entry => eventLines(entry, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventLines({ id, date, summary, description, remindDaysBefore }: CalendarEntry, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(id)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${dayAfter(date).replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    'TRANSP:TRANSPARENT',
    ...remindDaysBefore.flatMap(days => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(summary)}`,
      // Nine in the morning, that many days before the day begins.
      `TRIGGER:${days === 0 ? 'PT9H' : `-P${days - 1}DT15H`}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** What TEXT values may hold (RFC 5545, 3.3.11); control characters have no place in one. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, character => `\\${character}`)
    .replace(/\n/g, '\\n');
}

/** Long lines go on in the next one behind a space; a character is never cut in two. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    // The space in front of what goes on counts too.
    if (octets + size > LONGEST - (pieces.length > 0 ? 1 : 0)) {
      pieces.push(piece);
      piece = '';
      octets = 0;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
