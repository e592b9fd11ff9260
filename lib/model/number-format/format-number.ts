import { formatDate } from './format-date';
import { formatDigits } from './format-digits';
import { formatGeneral } from './format-general';
import { type FormatSection, parseFormat } from './parse-format';
import { formatPlain } from './plain-digits';

const CACHE_SIZE = 1_000;
const parsed = new Map<string, FormatSection[]>();

/** A number as a cell with this format shows it, without the spaces that only align it. */
export function formatNumber(value: number, format: string, date1904 = false): string {
  if (format === '' || format === 'General') return formatGeneral(value);
  const sections = sectionsOf(format);
  const { section, signShown } = choose(sections, value);
  if (!section) return '';
  if (section.isDate) return formatDate(value, section, date1904) ?? formatGeneral(value);
  const plain = section.plain && formatPlain(Math.abs(value), section.plain);
  const text = (plain ?? formatDigits(value, section)).trim();
  return value < 0 && signShown && !roundsToZero(value, section) ? `-${text}` : text;
}

/** -0.4 through "0" is "0". */
function roundsToZero(value: number, section: FormatSection): boolean {
  const tokens = section.tokens.filter(({ type }) => type !== 'literal');
  if (!tokens.some(({ type }) => type === 'digit')) return false;
  return !/[1-9]/.test(formatDigits(value, { ...section, tokens, chineseDigits: 0 }));
}

/** Whether numbers of this format are dates or times. */
export function isDateFormat(format: string): boolean {
  return format !== '' && format !== 'General' && sectionsOf(format)[0]!.isDate;
}

function sectionsOf(format: string): FormatSection[] {
  const known = parsed.get(format);
  if (known) return known;
  if (parsed.size >= CACHE_SIZE) parsed.clear();
  const sections = parseFormat(format);
  parsed.set(format, sections);
  return sections;
}

/** Positive; negative; zero; text — or by the conditions the sections state. The section for negatives has its own sign. */
function choose(
  all: readonly FormatSection[],
  value: number,
): { section: FormatSection | undefined; signShown: boolean } {
  const sections = all.length > 1 && isTextOnly(all[all.length - 1]!) ? all.slice(0, -1) : all.slice(0, 3);
  if (sections.some(({ condition }) => condition)) {
    const index = sections.findIndex((section, place) => meets(section, value, place, sections.length));
    const section = sections[index];
    const bounded = section?.condition && ['<', '<=', '='].includes(section.condition.operator);
    const belowZero = bounded && section.condition!.value <= 0 && sections.length > 1;
    return { section, signShown: !belowZero && (section?.tokens.some(({ type }) => type !== 'literal') ?? false) };
  }
  const [positive, negative, zero] = sections;
  if (value < 0 && negative) return { section: negative, signShown: false };
  if (value === 0 && zero) return { section: zero, signShown: true };
  return { section: positive, signShown: true };
}

function meets({ condition }: FormatSection, value: number, place: number, count: number): boolean {
  if (!condition) return place === count - 1 || (place === 0 ? value > 0 : value < 0);
  switch (condition.operator) {
    case '<':
      return value < condition.value;
    case '<=':
      return value <= condition.value;
    case '>':
      return value > condition.value;
    case '>=':
      return value >= condition.value;
    case '=':
      return value === condition.value;
    default:
      return value !== condition.value;
  }
}

function isTextOnly({ tokens, isDate }: FormatSection): boolean {
  return !isDate && tokens.some(({ type }) => type === 'text') && !tokens.some(({ type }) => type === 'digit');
}
