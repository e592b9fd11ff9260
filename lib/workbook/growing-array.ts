type Column = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/** A typed array with room for at least `size` elements, at least doubling, so that appending stays linear. */
export function grown<T extends Column>(array: T, size: number): T {
  if (size <= array.length) return array;
  const Constructor = array.constructor as new (length: number) => T;
  const wider = new Constructor(Math.max(size, array.length * 2));
  wider.set(array);
  return wider;
}
