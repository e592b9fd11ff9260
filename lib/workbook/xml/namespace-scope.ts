import { type Namespace, namespaceOf } from './namespaces';

interface Binding {
  depth: number;
  prefix: string;
  namespace: Namespace;
}

/** Which prefix means which namespace, where the scanner stands. */
export class NamespaceScope {
  /** Of names without a prefix. */
  unprefixed: Namespace = 'none';
  private readonly bindings: Binding[] = [{ depth: -1, prefix: 'xml', namespace: 'xml' }];

  /** Takes in an attribute that may declare a namespace for the element at `depth`. */
  declare(depth: number, attribute: string, uri: string): void {
    if (attribute !== 'xmlns' && !attribute.startsWith('xmlns:')) return;
    const namespace = namespaceOf(uri);
    this.bindings.push({ depth, prefix: attribute.slice(6), namespace });
    if (attribute === 'xmlns') this.unprefixed = namespace;
  }

  /** Drops what the element at `depth` declared: it has ended. */
  leave(depth: number): void {
    const { bindings } = this;
    if (bindings[bindings.length - 1]!.depth < depth) return;
    while (bindings[bindings.length - 1]!.depth >= depth) bindings.pop();
    this.unprefixed = 'none';
    for (const { prefix, namespace } of bindings) if (prefix === '') this.unprefixed = namespace;
  }

  /** The namespace of a prefix that stands in `bytes`. */
  resolve(bytes: Uint8Array, start: number, end: number): Namespace {
    for (let index = this.bindings.length - 1; index >= 0; index--) {
      const { prefix, namespace } = this.bindings[index]!;
      if (prefix.length !== end - start) continue;
      let same = 0;
      while (same < prefix.length && bytes[start + same] === prefix.charCodeAt(same)) same++;
      if (same === prefix.length) return namespace;
    }
    return 'other';
  }
}
