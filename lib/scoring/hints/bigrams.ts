/** Pairs that stand in every second sentence of such tables and so connect nothing. */
const COMMON = new Set(
  '工作 单位 开展 落实 建设 平安 创建 组织 进行 情况 要求 加强 推进 活动 有关 相关 部门 制度 建立 完善 做好 健全 积极 认真 全年 本单 及时 措施 提升 管理 不断 深入 各级 通过 年度 完成 方面'.split(
    ' ',
  ),
);
const HAN_PAIR = /[\u4e00-\u9fffa-z0-9]{2}/;

/** Pairs of neighbouring characters that carry meaning; `text` is folded. */
export function bigramsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    if (HAN_PAIR.test(pair) && !COMMON.has(pair)) pairs.add(pair);
  }
  return pairs;
}

/** Share of `pairs` that occur in `text`: 0 … 1; 1 where there is nothing to look for. */
export function coverage(pairs: ReadonlySet<string>, text: string): number {
  if (pairs.size === 0) return 1;
  return sharedPairs(pairs, text) / pairs.size;
}

export function sharedPairs(pairs: ReadonlySet<string>, text: string): number {
  let found = 0;
  for (const pair of pairs) if (text.includes(pair)) found++;
  return found;
}

/** `coverage` reaches this share; mostly told by a few of the pairs. */
export function covers(pairs: ReadonlySet<string>, text: string, share: number): boolean {
  let missing = pairs.size * share;
  if (missing <= 0) return true;
  for (const pair of pairs) if (text.includes(pair) && --missing <= 0) return true;
  return false;
}
