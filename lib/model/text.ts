/**
 * Three readings of one text, and never more than a reading: what is written back is always the text itself.
 * text (verbatim) → cleanText (for people: tags and wrap spaces gone) → matchKey (for comparing only).
 */

const TAG = /<\/?[a-zA-Z][^<>]*>/g;
const ENTITY: Record<string, string> = { '&nbsp;': ' ', '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };
/** White space as offices use it: NBSP, ideographic space, zero-width marks and BOM included. */
const SPACE = /[\s\u00a0\u2000-\u200d\u2060\u3000\ufeff]+/g;
const CJK = '\\u2e80-\\u9fff\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffef\\u2018-\\u201d\\u{20000}-\\u{3ffff}';
const SPACE_BESIDE_CJK = new RegExp(`(?<=[${CJK}]) | (?=[${CJK}])`, 'gu');

/** Drops the HTML tags that a paste from a web page leaves in a cell. Text such as "a<b" stays. */
export function withoutTags(text: string): string {
  return text.replace(TAG, '').replace(/&(?:nbsp|lt|gt|amp|quot);/g, entity => ENTITY[entity]!);
}

/** Most cells hold nothing to clean, and a large sheet has millions of them. */
const NOTHING_TO_CLEAN = /^[^\s<&\u00a0\u2000-\u200d\u2060\u3000\ufeff]*$/;

/** For reading: no tags, no line-wrap spaces inside Chinese text, single spaces elsewhere, trimmed. */
export function cleanText(text: string): string {
  if (NOTHING_TO_CLEAN.test(text)) return text;
  return withoutTags(text).replace(SPACE, ' ').trim().replace(SPACE_BESIDE_CJK, '');
}

const FOLDED: Record<string, string> = {
  ...folds('。．｡', '.'),
  ...folds('、､', ','),
  ...folds('【〔［〖', '['),
  ...folds('】〕］〗', ']'),
  ...folds('《〈', '<'),
  ...folds('》〉', '>'),
  ...folds('—–－―', '-'),
  ...folds('～〜∼', '~'),
};
const FOLDABLE = /[\uff01-\uff5e。｡、､【〔〖】〕〗《〈》〉—–―〜∼]/g;

function folds(characters: string, to: string): Record<string, string> {
  return Object.fromEntries([...characters].map(character => [character, to]));
}

/** Full-width letters, digits and punctuation to half-width, 【】〔〕《》 to their plain brackets, 。、 to . and , */
export function foldWidth(text: string): string {
  return text.replace(FOLDABLE, c => FOLDED[c] ?? String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** The key two texts are compared by: clean, one width, no quotation marks, no spaces, lower case. */
export function matchKey(text: string): string {
  return foldWidth(cleanText(text))
    .replace(/[“”‘’"'「」『』]/g, '')
    .replace(/\s/g, '')
    .toLowerCase();
}

/** Length as an office counts it: code points, not UTF-16 units. */
export function characterCount(text: string): number {
  return [...text].length;
}
