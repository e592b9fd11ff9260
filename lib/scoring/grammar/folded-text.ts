/** A phrase in one width and without white space and quotation marks; every character knows where it came from. */
export interface FoldedText {
  text: string;
  /** Offset in the phrase of each character of `text`, and one more: the phrase's length. */
  offsets: Uint32Array;
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '．': '.',
  '—': '-',
  '–': '-',
  '－': '-',
  '―': '-',
  '‐': '-',
  '−': '-',
  '～': '-',
  '〜': '-',
  '∼': '-',
  '~': '-',
  '【': '[',
  '〔': '[',
  '［': '[',
  '】': ']',
  '〕': ']',
  '］': ']',
  '｡': '。',
  '､': '、',
  '*': '×',
  '✕': '×',
  '╳': '×',
  '＊': '×',
  '÷': '/',
  '／': '/',
  '≧': '≥',
  '≦': '≤',
  '﹤': '<',
  '﹥': '>',
  '﹣': '-',
  兩: '两',
  贰: '二',
  叁: '三',
};

const DROPPED = /[\s\u00a0\u200b-\u200f\u2060\u3000\ufeff“”‘’"'「」『』]/;
/** A line end parts clauses where a new sentence or number begins; elsewhere it is only the cell's wrapping. */
const STARTS_A_CLAUSE = /[\d(①-⑳一二三四五六七八九十-]/;

export function foldText(phrase: string): FoldedText {
  const kept: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < phrase.length; at++) {
    const original = phrase[at]!;
    const isBreak = original === '\n' && STARTS_A_CLAUSE.test(phrase[at + 1] ?? '');
    const character = isBreak ? '\n' : fold(original);
    if (!isBreak && DROPPED.test(original)) continue;
    kept.push(character);
    offsets.push(at);
  }
  offsets.push(phrase.length);
  return { text: kept.join(''), offsets: Uint32Array.from(offsets) };
}

function fold(character: string): string {
  const like = LOOKALIKES[character];
  if (like) return like;
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}
