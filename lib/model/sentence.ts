export type Language = 'zh-CN' | 'en';

/** One sentence of ours, or a part of one, in both languages. It may have {placeholders}. */
export type Sentence = Readonly<Record<Language, string>>;

/** Fills a {placeholder}: words of the file stand as they are; ours come in both languages. */
export type SentenceValue = string | number | Sentence;
export type SentenceValues = Readonly<Record<string, SentenceValue>>;

/** The names of the {placeholders} of a text. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

export function inWords(sentence: Sentence, values: SentenceValues, language: Language): string {
  return fillIn(sentence[language], values, language);
}

export function fillIn(text: string, values: SentenceValues, language: Language): string {
  return text.replace(/(“?)\{(\w+)\}/g, (_, quote: string, name: string) => {
    const value = values[name] ?? '';
    const words = typeof value === 'object' ? value[language] : String(value);
    return quote === '' ? words : quote + withinQuotes(words);
  });
}

const INNER: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' };

/** “落实“四防”措施” is printed “落实‘四防’措施”. */
const withinQuotes = (words: string): string => words.replace(/[“”‘’]/g, mark => INNER[mark]!);

/** A part of a sentence, filled in, to be a value of the whole. */
export function inBothLanguages(sentence: Sentence, values: SentenceValues = {}): Sentence {
  return { 'zh-CN': inWords(sentence, values, 'zh-CN'), en: inWords(sentence, values, 'en') };
}

/** “内部控制制度”或“内部管控制度” */
export function eitherOf(words: readonly string[]): Sentence {
  const quoted = words.map(word => `“${word}”`);
  return { 'zh-CN': quoted.join('或'), en: quoted.join(' or ') };
}
