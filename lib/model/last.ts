/** Ends of lists. Array.prototype.at and findLast are younger than the oldest browsers we run in. */
export function lastOf<T>(list: readonly T[]): T | undefined {
  return list[list.length - 1];
}

/** -1 where nothing fits. */
export function lastIndexWhere<T>(list: readonly T[], fits: (item: T) => boolean): number {
  for (let index = list.length - 1; index >= 0; index--) if (fits(list[index]!)) return index;
  return -1;
}

export function lastWhere<T>(list: readonly T[], fits: (item: T) => boolean): T | undefined {
  return list[lastIndexWhere(list, fits)];
}
