const DIGITS = '零一二三四五六七八九';

/** "三" → 3, "十二" → 12, "二十" → 20, "〇" → 0; null for anything that is no number below 100. */
export function chineseNumber(text: string): number | null {
  const plain = text.replace(/[〇○]/g, '零').replace(/两/g, '二');
  const match = /^([一二三四五六七八九])?(十)?([零一二三四五六七八九])?$/.exec(plain);
  if (!match || plain === '') return null;
  const [, first, ten, last] = match;
  if (!ten) return first && last ? null : DIGITS.indexOf(first ?? last!);
  return (first ? DIGITS.indexOf(first) : 1) * 10 + (last ? DIGITS.indexOf(last) : 0);
}

/** "二〇二三" → 2023; null unless four digits. */
export function chineseYear(text: string): number | null {
  if (!/^[〇○零一二三四五六七八九]{4}$/.test(text)) return null;
  return Number([...text.replace(/[〇○]/g, '零')].map(c => DIGITS.indexOf(c)).join(''));
}
