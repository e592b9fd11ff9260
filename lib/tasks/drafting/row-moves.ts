/**
 * Which of these stay where they are among the others: the most that can, so that moving one row is one move. `numbers` are places
 * before, in the order after.
 */
export function longestRise(numbers: readonly number[]): Set<number> {
  // tails[n]: where the rise of n + 1 numbers with the smallest end ends; before: what comes before in the best rise.
  const tails: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tails[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = at;
  });
  const rise = new Set<number>();
  for (let at = tails[tails.length - 1] ?? -1; at >= 0; at = before[at]!) rise.add(numbers[at]!);
  return rise;
}
