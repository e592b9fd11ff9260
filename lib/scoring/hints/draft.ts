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
export function indicatorHint(ground: IndicatorGround, line: HintText, draft: Draft): Hint {
  return hintFrom(draft, ground.idBase, ground.codes, line);
}

/** A hint of the table or of several indicators. `of` makes its id. */
export function tableHint(tableId: string, indicators: readonly string[], line: HintText, draft: Draft): Hint {
  return hintFrom(draft, tableId, indicators, line);
}

/** Every field by its name: thousands are made while somebody types, and copies of objects with rests are slow. */
function hintFrom(draft: Draft, idBase: string, indicators: readonly string[], line: HintText): Hint {
  const { of = '', severity, field, why, action, points, source, dismissible } = draft;
  const kind = kindOf(line.key);
  const id = of === '' ? `${kind}:${idBase}` : `${kind}:${idBase}:${of}`;
  const hint: Hint = { id, kind, severity, indicators, field, text: line, why, points, source, dismissible };
  if (action) hint.action = action;
  return hint;
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
  let cut = 0;
  let end = 0;
  for (let count = 0; count <= longest; count++) {
    if (end >= quote.length) return quote;
    if (count === longest - 1) cut = end;
    end += quote.codePointAt(end)! > 0xffff ? 2 : 1;
  }
  return `${quote.slice(0, cut)}…`;
}
