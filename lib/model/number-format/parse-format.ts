import { type FormatToken, isSeconds } from './format-token';
import { type PlainDigits, plainDigits } from './plain-digits';

export interface FormatSection {
  tokens: FormatToken[];
  condition: { operator: string; value: number } | null;
  isDate: boolean;
  /** For dates: hours count to twelve; digits of a second shown. */
  halfDay: boolean;
  secondDecimals: number;
  /** For numbers of the common kind, so that a hundred thousand of them are shown at once. */
  plain: PlainDigits | null;
  /** 1 一二三, 2 壹贰叁, 3 full-width digits; 0 for plain ones. */
  chineseDigits: number;
}

/** What Windows of a Chinese office shows for the two formats that mean "as the system does it". */
const SYSTEM_FORMATS: [RegExp, string][] = [
  [/\[\$-[0-9a-z]*F800\]/i, 'yyyy"年"m"月"d"日"'],
  [/\[\$-[0-9a-z]*F400\]/i, 'h:mm:ss'],
];

const DATE_CODE = /^(?:AM\/PM|A\/P|上午\/下午|y+|m+|d+|h+|s+|e+|aaaa?)/i;
const ELAPSED = /^(?:h+|m+|s+)$/i;
/** A code longer than this was not made by a person; Excel's own limit is 255. */
const MAX_LENGTH = 1_000;

/** A number format's code → its sections, at most four. Never fails: what has no meaning is shown as it stands. */
export function parseFormat(code: string): FormatSection[] {
  const shown = SYSTEM_FORMATS.find(([pattern]) => pattern.test(code))?.[1] ?? code;
  const sections: FormatSection[] = [newSection()];
  let rest = shown.slice(0, MAX_LENGTH);
  while (rest !== '' && sections.length <= 4) {
    const section = sections[sections.length - 1]!;
    if (rest[0] === ';') {
      sections.push(newSection());
      rest = rest.slice(1);
    } else {
      rest = rest.slice(readToken(rest, section));
    }
  }
  return sections.slice(0, 4).map(finishSection);
}

function newSection(): FormatSection {
  return {
    tokens: [],
    condition: null,
    isDate: false,
    halfDay: false,
    secondDecimals: 0,
    plain: null,
    chineseDigits: 0,
  };
}

/** Reads one token into the section and returns its length. */
function readToken(rest: string, section: FormatSection): number {
  const { tokens } = section;
  const literal = (text: string, length: number) => {
    tokens.push({ type: 'literal', text });
    return length;
  };
  const first = rest[0]!;
  const general = /^(?:general|G\/通用格式)/i.exec(rest);
  if (general) {
    tokens.push({ type: 'general' });
    return general[0].length;
  }
  switch (first) {
    case '"': {
      const end = rest.indexOf('"', 1);
      return end < 0 ? literal(rest.slice(1), rest.length) : literal(rest.slice(1, end), end + 1);
    }
    case '\\':
    case '!':
      return literal(rest.slice(1, 2), 2);
    case '_':
      return literal(' ', 2);
    case '*':
      return 2;
    case '[': {
      const end = rest.indexOf(']');
      if (end < 0) return literal(first, 1);
      readBracket(rest.slice(1, end), section);
      return end + 1;
    }
    case '0':
    case '#':
    case '?':
      tokens.push({ type: 'digit', placeholder: first });
      return 1;
    case '.':
      tokens.push({ type: 'point' });
      return 1;
    case ',':
      tokens.push({ type: 'comma' });
      return 1;
    case '%':
      tokens.push({ type: 'percent' });
      return 1;
    case '/':
      tokens.push({ type: 'slash' });
      return 1;
    case '@':
      tokens.push({ type: 'text' });
      return 1;
  }
  const exponent = /^E([+-])/i.exec(rest);
  if (exponent && !section.isDate) {
    tokens.push({ type: 'exponent', plus: exponent[1] === '+' });
    return 2;
  }
  const date = DATE_CODE.exec(rest)?.[0];
  if (date === undefined) return literal(first, 1);
  section.isDate = true;
  tokens.push({ type: 'date', code: date });
  return date.length;
}

function readBracket(content: string, section: FormatSection): void {
  const condition = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?(?:E[+-]?\d+)?)$/i.exec(content);
  const chinese = /^DBNum([123])$/i.exec(content);
  if (condition) section.condition = { operator: condition[1]!, value: Number(condition[2]) };
  else if (chinese) section.chineseDigits = Number(chinese[1]);
  else if (content.startsWith('$')) {
    const symbol = content.slice(1).replace(/-[^-]*$/, '');
    if (symbol) section.tokens.push({ type: 'literal', text: symbol });
  } else if (ELAPSED.test(content)) {
    section.isDate = true;
    section.tokens.push({ type: 'elapsed', code: content.toLowerCase() });
  }
}

/** What can be told once a section is whole. */
function finishSection(section: FormatSection): FormatSection {
  const { tokens, isDate, chineseDigits } = section;
  if (!isDate) return { ...section, plain: chineseDigits ? null : plainDigits(tokens) };
  markMinutes(tokens);
  const halfDay = tokens.some(token => token.type === 'date' && token.code.includes('/'));
  return { ...section, halfDay, secondDecimals: secondDecimals(tokens) };
}

/** "m" means minutes right after hours or right before seconds. */
function markMinutes(tokens: readonly FormatToken[]): void {
  const codes = tokens.filter(token => token.type === 'date' || token.type === 'elapsed');
  codes.forEach((token, index) => {
    if (!/^mm?$/i.test(token.code) || token.type === 'elapsed') return;
    const before = codes[index - 1]?.code[0]?.toLowerCase();
    const after = codes[index + 1]?.code[0]?.toLowerCase();
    if (before === 'h' || after === 's') token.code = token.code.length === 1 ? 'n' : 'nn';
  });
}

/** The zeros right after "ss.". */
function secondDecimals(tokens: readonly FormatToken[]): number {
  const point = tokens.findIndex(
    (token, index) => token.type === 'point' && index > 0 && isSeconds(tokens[index - 1]!),
  );
  if (point < 0) return 0;
  let count = 0;
  while (tokens[point + 1 + count]?.type === 'digit' && count < 3) count++;
  return count;
}
