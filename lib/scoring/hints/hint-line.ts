import type { Language } from '../../model/app-error';
import type { Hint, HintText } from '../../model/hint';
import { HINT_TEXTS } from '../../model/hint-texts';

/** The one line of a hint. */
export function hintLine(hint: Pick<Hint, 'text'>, language: Language = 'zh-CN'): string {
  return textLine(hint.text, language);
}

export function textLine({ key, values }: HintText, language: Language): string {
  return HINT_TEXTS[key][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'object' ? value[language] : String(value);
  });
}
