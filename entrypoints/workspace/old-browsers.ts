/**
 * What Chromium 90 lacks and our code or a library uses; the build lowers syntax only. Each is the standard's behaviour for the
 * cases in use.
 */
function define(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const place = Math.trunc(index) || 0;
  return this[place < 0 ? this.length + place : place];
}

define(Array.prototype, 'at', at);
define(String.prototype, 'at', at);
define(Object, 'hasOwn', (target: object, name: PropertyKey) =>
  // biome-ignore lint/suspicious/noPrototypeBuiltins: this is what stands in for Object.hasOwn
  Object.prototype.hasOwnProperty.call(target, name),
);
define(Array.prototype, 'findLast', function findLast<T>(this: T[], test: (value: T, index: number) => boolean) {
  for (let index = this.length - 1; index >= 0; index--) if (test(this[index]!, index)) return this[index];
  return undefined;
});

define(AbortSignal.prototype, 'throwIfAborted', function throwIfAborted(this: AbortSignal) {
  if (this.aborted) throw new DOMException('The operation was aborted.', 'AbortError');
});

export {};
