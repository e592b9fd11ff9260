import type { Op, OpEnvelope } from '../model/op';
import { fitsColumns, LINK, LINKS, type Link, SHARED } from '../model/op-columns';
import { isPlainOp } from './is-plain-op';

const ENCODER = new TextEncoder();

/** The records in their order; `unpackColumns` gives them back. The same records give the same bytes. */
export function packColumns(records: readonly OpEnvelope[]): Uint8Array<ArrayBuffer> {
  const ops: Op[] = [];
  const others: [number[], OpEnvelope[]] = [[], []];
  records.forEach((record, place) => {
    if (isPlainOp(record) && fitsColumns(record)) ops.push(record);
    else {
      others[0].push(place);
      others[1].push(record);
    }
  });
  const strings = new Strings();
  const places = new Map(ops.map(({ id }, place) => [id, place]));
  const linkTo = (id: string): Link => places.get(id) ?? id;
  const numbers = {
    ids: ops.map(({ id }) => id).join(''),
    times: ops.map(({ hlc }, place) => (place === 0 ? hlc.time : hlc.time - ops[place - 1]!.hlc.time)),
    counts: oneOrAll(ops.map(({ hlc }) => hlc.count)),
    parents: ops.map(({ parents }) => (parents.length === 1 ? linkTo(parents[0]!) : parents.map(linkTo))),
    shared: Object.fromEntries(SHARED.map(key => [key, oneOrAll(ops.map(op => strings.placeOf(op[key])))])),
    resets: ops.flatMap(({ reset }, place) => (reset ? place : [])),
    link: Object.fromEntries(LINK.map(key => [key, sparse(ops, op => map(op[key], linkTo))])),
    links: Object.fromEntries(LINKS.map(key => [key, sparse(ops, op => map(op[key], ids => ids.map(linkTo)))])),
  };
  const texts = { strings: strings.all, values: ops.map(({ value }) => value), others };
  return ENCODER.encode(`${JSON.stringify(numbers)}\n${JSON.stringify(texts)}`);
}

class Strings {
  readonly all: string[] = [];
  private readonly places = new Map<string, number>();

  placeOf(text: string | undefined): number {
    if (text === undefined) return -1;
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}

const oneOrAll = (numbers: number[]): number | number[] => {
  const first = numbers[0] ?? 0;
  return numbers.every(number => number === first) ? first : numbers;
};

const map = <From, To>(value: From | undefined, to: (value: From) => To): To | undefined =>
  value === undefined ? undefined : to(value);

function sparse<T>(ops: readonly Op[], of: (op: Op) => T | undefined): [number[], T[]] {
  const found: [number[], T[]] = [[], []];
  ops.forEach((op, place) => {
    const value = of(op);
    if (value === undefined) return;
    found[0].push(place);
    found[1].push(value);
  });
  return found;
}
