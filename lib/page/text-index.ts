import type { PageTable } from './page-table';

export interface TextScore {
  /** Place in table.indicators. */
  indicator: number;
  /** 0 to 1. */
  score: number;
}

export interface TextIndex {
  /** The likeliest indicators for a text, best first, at most three; empty for a text that shares nothing. */
  score(text: string): readonly TextScore[];
  /** Whether the text is printed among the measures of this indicator. */
  isMeasureOf(text: string, indicator: number): boolean;
}

/**
 * A text as it is compared: one width, no digits (numbering, points, years), no leading （一） and no closing （4分）.
 * Punctuation stays as "|", because two characters across a comma are no bigram: clauses may be dropped and re-ordered.
 */
export function textKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200d\ufeff"'“”‘’「」『』《》<>〈〉]+/g, '')
    .replace(/^(?:考[评核]|测评|指标|评价|自查)?(?:内容|指标|项目|要点)?\d*:/, '')
    .replace(/^[第([【]?[一二三四五六七八九十]{1,3}[、.)\]】项条]-?/, '')
    .replace(/[([【]?(?:分值|权重|满分|标准分|本项|计)*:?\d+(?:\.\d+)?分?[)\]】]?$/, '')
    .replace(/20\d\d年?度?|\d+/g, '')
    .replace(/[^a-z\u3400-\u9fff]+/g, '|')
    .replace(/^\||\|$/g, '');
}

export function keyLength(key: string): number {
  return key.replaceAll('|', '').length;
}

/** Weight of a pair of characters that the table does not know, as a share of the rarest pair it knows. */
const STRANGER = 0.8;
/** Texts shorter than this many characters say too little to be believed as they are. */
const FULL_LENGTH = 12;

/** Bigrams weighted by rarity among the indicators: 平安 says little, 法律援助 much. */
export function indexTexts(table: PageTable): TextIndex {
  const keys = table.indicators.map(({ text }) => textKey(text));
  const measures = table.indicators.map(({ measures: all }) =>
    textKey(typeof all === 'string' || !all ? (all ?? '') : all.join('|')).replaceAll('|', ''),
  );
  const holders = new Map<string, number[]>();
  keys.forEach((key, place) => {
    for (const pair of pairs(key)) {
      const list = holders.get(pair);
      if (list) list.push(place);
      else holders.set(pair, [place]);
    }
  });
  const rarity = (count: number): number => Math.log(1 + keys.length / count);
  const stranger = STRANGER * rarity(1);
  const weight = (pair: string): number => {
    const list = holders.get(pair);
    return list ? rarity(list.length) : stranger;
  };
  const sums = keys.map(key => sum(pairs(key), weight));
  const known = new Map<string, readonly TextScore[]>();

  const scoreKey = (key: string): TextScore[] => {
    const shared = new Map<number, number>();
    let all = 0;
    for (const pair of pairs(key)) {
      const list = holders.get(pair);
      all += weight(pair);
      for (const place of list ?? []) shared.set(place, (shared.get(place) ?? 0) + rarity(list!.length));
    }
    const length = keyLength(key);
    return [...shared]
      .map(([indicator, common]) => {
        const explained = common / all;
        const covered = common / sums[indicator]!;
        const both = (2 * common) / (all + sums[indicator]!);
        // Half of an article may cover an indicator; below a tenth of a text it is the article's.
        const nearer = Math.max(explained, explained > 0.1 ? covered : 0);
        const certainty = length < FULL_LENGTH ? 1 - 0.03 * (FULL_LENGTH - length) : 1;
        return { indicator, score: (0.75 * nearer + 0.25 * Math.max(both, explained * 0.9)) * certainty };
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, 3);
  };

  return {
    score(text) {
      const key = textKey(text);
      let scores = known.get(key);
      if (!scores) {
        scores = keyLength(key) < 4 ? [] : scoreKey(key);
        known.set(key, scores);
      }
      return scores;
    },
    isMeasureOf: (text, indicator) => measures[indicator]!.includes(textKey(text).replaceAll('|', '')),
  };
}

function pairs(key: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < key.length; at++) {
    if (key[at] !== '|' && key[at + 1] !== '|') found.add(key.slice(at, at + 2));
  }
  return found;
}

function sum(all: Iterable<string>, weight: (pair: string) => number): number {
  let total = 0;
  for (const pair of all) total += weight(pair);
  return total;
}
