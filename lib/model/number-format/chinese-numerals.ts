const DIGITS: Record<number, string> = {
  1: '〇一二三四五六七八九',
  2: '零壹贰叁肆伍陆柒捌玖',
  3: '０１２３４５６７８９',
};
const UNITS: Record<number, string[]> = { 1: ['', '十', '百', '千'], 2: ['', '拾', '佰', '仟'] };
const GROUPS = ['', '万', '亿', '兆'];

/** Digit by digit, as years are written: 2023 → 二〇二三. */
export function chineseDigits(digits: string, style: number): string {
  const table = DIGITS[style];
  return table ? digits.replace(/\d/g, digit => table[Number(digit)]!) : digits;
}

/** Read as a number: 12 → 十二, 20305 → 二万〇三百〇五. */
export function chineseNumber(digits: string, style: number): string {
  const units = UNITS[style];
  const whole = digits.replace(/^0+(?=\d)/, '');
  if (!units || whole.length > 16) return chineseDigits(digits, style);
  if (whole === '0') return chineseDigits('0', style);
  let text = '';
  let zero = false;
  let groupFilled = false;
  for (let index = 0; index < whole.length; index++) {
    const place = whole.length - 1 - index;
    if (whole[index] === '0') zero = true;
    else {
      text += (zero ? chineseDigits('0', style) : '') + chineseDigits(whole[index]!, style) + units[place % 4];
      zero = false;
      groupFilled = true;
    }
    if (place % 4 === 0 && place > 0) {
      if (groupFilled) text += GROUPS[place / 4];
      groupFilled = false;
    }
  }
  return style === 1 ? text.replace(/^一十/, '十') : text;
}
