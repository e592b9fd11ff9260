import { around } from './page-tree';

/** Whether a field stands on a dark ground: the first opaque background around it. */
export function isDark(field: Element): boolean {
  for (let element = around(field); element; element = around(element)) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = numbers(getComputedStyle(element).backgroundColor);
    if (alpha > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < 110;
  }
  return false;
}

/** "rgb(0, 0, 0)", "rgba(0 0 0 / 50%)"; other notations count as light. */
function numbers(color: string): number[] {
  return /^rgba?\(/.test(color) ? (color.match(/[\d.]+/g) ?? []).map(Number) : [0, 0, 0, 0];
}
