/**
 * Huffman code lengths for these frequencies, none above `limit`. Where a code would be too long the frequencies are
 * halved and the tree is built again: at worst all become 1, and then 286 symbols need 9 bits.
 */
export function codeLengths(frequencies: Uint32Array, limit: number): Uint8Array {
  let weights = frequencies;
  for (;;) {
    const lengths = unlimitedLengths(weights);
    if (lengths.every(length => length <= limit)) return lengths;
    weights = weights.map(weight => (weight + 1) >>> 1);
  }
}

/** Two queues, leaves and joined nodes, both in order of weight; the lighter of the two heads is always at the front. */
function unlimitedLengths(weights: Uint32Array): Uint8Array {
  const lengths = new Uint8Array(weights.length);
  const leaves = [...weights.keys()].filter(symbol => weights[symbol]! > 0).sort((a, b) => weights[a]! - weights[b]!);
  if (leaves.length < 2) {
    if (leaves.length === 1) lengths[leaves[0]!] = 1;
    return lengths;
  }
  const nodeCount = 2 * leaves.length - 1;
  const nodeWeights = Float64Array.from({ length: nodeCount }, (_, node) =>
    node < leaves.length ? weights[leaves[node]!]! : 0,
  );
  const parents = new Uint16Array(nodeCount);
  let leaf = 0;
  let joined = leaves.length;
  for (let node = leaves.length; node < nodeCount; node++) {
    for (let child = 0; child < 2; child++) {
      const takeLeaf = leaf < leaves.length && (joined === node || nodeWeights[leaf]! <= nodeWeights[joined]!);
      const lightest = takeLeaf ? leaf++ : joined++;
      nodeWeights[node]! += nodeWeights[lightest]!;
      parents[lightest] = node;
    }
  }
  const depths = new Uint16Array(nodeCount);
  for (let node = nodeCount - 2; node >= 0; node--) depths[node] = depths[parents[node]!]! + 1;
  leaves.forEach((symbol, node) => {
    lengths[symbol] = Math.min(depths[node]!, 255);
  });
  return lengths;
}
