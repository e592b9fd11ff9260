import type { Hint, HintText, HintValue, Quote } from '../../model/hint';
import type { HintTextKey } from '../../model/hint-texts';
import type { IndicatorGround } from './indicator-ground';
import type { Passage } from './requirement';

type Draft = Omit<Hint, 'id' | 'indicators' | 'text' | 'kind'> & {
  /** What tells it from others of its kind and indicator; '' where there is only one. */
  of?: string;
};

/** The kind is the first part of the text's key. */
export function kindOf(key: HintTextKey): Hint['kind'] {
  const slash = key.indexOf('/');
  return (slash < 0 ? key : key.slice(0, slash)) as Hint['kind'];
}

export function text(key: HintTextKey, values: Readonly<Record<string, HintValue>> = {}): HintText {
  return { key, values };
}

/** A hint of one indicator. */
export function indicatorHint(ground: IndicatorGround, line: HintText, { of = '', ...draft }: Draft): Hint {
  const kind = kindOf(line.key);
  return {
    id: of === '' ? `${kind}:${ground.idBase}` : `${kind}:${ground.idBase}:${of}`,
    kind,
    indicators: [ground.indicator.code],
    text: line,
    ...draft,
  };
}

/** A hint of the table or of several indicators. `of` makes its id. */
export function tableHint(
  tableId: string,
  indicators: readonly string[],
  line: HintText,
  { of = '', ...draft }: Draft,
): Hint {
  const kind = kindOf(line.key);
  return { id: `${kind}:${tableId}${of === '' ? '' : `:${of}`}`, kind, indicators, text: line, ...draft };
}

export const quoteOf = ({ quote, cell }: Passage): Quote => ({ quote, cell });
export const quotesOf = (passages: readonly Passage[]): Quote[] => passages.map(quoteOf);

const SHOWN = 8;

/** "1.1、1.2、1.3 等" */
export function codeList(codes: readonly string[]): HintValue {
  const shown = codes.slice(0, SHOWN);
  const more = codes.length > SHOWN;
  return { 'zh-CN': shown.join('、') + (more ? ' 等' : ''), en: shown.join(', ') + (more ? ' …' : '') };
}

const LONGEST_QUOTE = 40;

/** A quote short enough for a line; the whole stands in the why. */
export function short(quote: string, longest = LONGEST_QUOTE): string {
  // No more characters than UTF-16 units.
  if (quote.length <= longest) return quote;
  const characters = [...quote];
  return characters.length <= longest ? quote : `${characters.slice(0, longest - 1).join('')}…`;
}
