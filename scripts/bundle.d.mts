/** bundle.mjs, for TypeScript. */
export function bundleOf(entry: string, cache: string): Promise<string>;
