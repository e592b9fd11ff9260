import { LINK, type NumbersLine, numbersLine, OPTIONAL, type TextsLine, textsLine } from '../model/op-columns';

const UTF8 = new TextDecoder();
const LINE_BREAK = 10;
const ID_LENGTH = 32;

type Column = readonly unknown[];
type Draft = Record<string, unknown>;

/**
 * What `packColumns` packed. Whether each is an op is for `readOp` to say: of damaged columns come records that are none.
 * @throws where the lines are not JSON, or not of that shape
 */
export function unpackColumns(bytes: Uint8Array): unknown[] {
  const end = bytes.indexOf(LINE_BREAK);
  const numbers = numbersLine.parse(JSON.parse(UTF8.decode(bytes.subarray(0, end))));
  const texts = textsLine.parse(JSON.parse(UTF8.decode(bytes.subarray(end + 1))));
  const ops = opsOf(numbers, texts);
  const [places, others] = texts.others;
  return others.length === 0 ? ops : interleave(ops, places, others);
}

function interleave(ops: Column, places: Column, others: Column): unknown[] {
  const records: unknown[] = [];
  const rest = ops.values();
  for (let next = 0; records.length < ops.length + others.length; ) {
    records.push(places[next] === records.length ? others[next++] : rest.next().value);
  }
  return records;
}

function opsOf(numbers: NumbersLine, { strings, values }: TextsLine): Draft[] {
  const { ids, times, parents, shared } = numbers;
  const ofOp = splitIds(ids);
  const linked = (link: unknown): unknown => (typeof link === 'number' ? ofOp[link] : link);
  const allLinked = (links: unknown): unknown => (Array.isArray(links) ? links.map(linked) : [linked(links)]);
  const each = (one: number | Column): Column =>
    typeof one === 'number' ? new Array<unknown>(ofOp.length).fill(one) : one;
  const texts = (key: keyof typeof shared): Column => each(shared[key]).map(place => strings[place as number]);

  const counts = each(numbers.counts);
  const [replicas, actors, entities, fields] = [texts('replica'), texts('actor'), texts('entity'), texts('field')];
  let time = 0;
  const ops: Draft[] = ofOp.map((id, place) => {
    time += times[place] as number;
    return {
      id,
      replica: replicas[place],
      hlc: { time, count: counts[place] },
      actor: actors[place],
      entity: entities[place],
      field: fields[place],
      value: values[place],
      parents: allLinked(parents[place]),
    };
  });

  // In the order of the schema: what is packed again gives the same bytes, what is shown as JSON the same text.
  const put = (key: string, places: Column, valueAt: (at: number) => unknown) => {
    places.forEach((place, at) => {
      const op = ops[place as number];
      if (op) op[key] = valueAt(at);
    });
  };
  for (const key of OPTIONAL) {
    if (shared[key] === -1) continue;
    texts(key).forEach((text, place) => {
      if (text !== undefined) ops[place]![key] = text;
    });
  }
  const { saw, restoredParents } = numbers.links;
  if (saw) put('saw', saw[0], at => allLinked(saw[1][at]));
  put('reset', numbers.resets, () => true);
  for (const key of LINK) {
    const column = numbers.link[key];
    if (column) put(key, column[0], at => linked(column[1][at]));
  }
  if (restoredParents) put('restoredParents', restoredParents[0], at => allLinked(restoredParents[1][at]));
  return ops;
}

function splitIds(ids: string): string[] {
  const all: string[] = [];
  for (let at = 0; at < ids.length; at += ID_LENGTH) all.push(ids.slice(at, at + ID_LENGTH));
  return all;
}
