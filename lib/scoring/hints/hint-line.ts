import type { Language } from '../../model/app-error';
import type { Hint, HintText } from '../../model/hint';
import { HINT_TEXTS } from '../../model/hint-texts';
import { inWords } from '../../model/sentence';

/** The one line of a hint. */
export function hintLine(hint: Pick<Hint, 'text'>, language: Language = 'zh-CN'): string {
  return textLine(hint.text, language);
}

export function textLine({ key, values }: HintText, language: Language): string {
  return inWords(HINT_TEXTS[key], values, language);
}
