/** Words of scoring. A text with them that was read as no rule may be one all the same: a person should look. */
const POINTS = /扣|减分|加分|得分|计分|记分|赋分|给分|否决|满分/;

export const speaksOfPoints = (text: string): boolean => POINTS.test(text);
