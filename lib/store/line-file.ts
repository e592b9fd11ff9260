import { AppError } from '../model/app-error';
import { sha256Hex } from '../model/sha256';

/**
 * A file of JSON lines, each led by the SHA-256 of its JSON, compressed where the browser can. Reading holds one line at a
 * time; a line that was cut or altered is noticed before it is looked at.
 */
const MAX_LINE = 64 * 1024 * 1024;

export async function writeLines(lines: AsyncIterable<unknown>): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const line of lines) {
    const json = new TextEncoder().encode(JSON.stringify(line));
    parts.push(new Blob([`${await sha256Hex(json)} `, json, '\n']));
  }
  const plain = new Blob(parts);
  if (typeof CompressionStream === 'undefined') return plain;
  return new Response(plain.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

export interface Line {
  /** 1-based. */
  number: number;
  characters: number;
  value: unknown;
}

export async function* readLines(file: Blob): AsyncGenerator<Line> {
  let number = 0;
  for await (const text of splitLines(await plainStream(file))) {
    number++;
    const [sha = '', json = ''] = [text.slice(0, 64), text.slice(65)];
    if ((await sha256Hex(new TextEncoder().encode(json))) !== sha) {
      throw new AppError(number === 1 ? 'not-a-backup' : 'backup-damaged', { line: number });
    }
    yield { number, characters: json.length, value: parseJson(json, number) };
  }
}

function parseJson(json: string, line: number): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new AppError('backup-damaged', { line }, { cause });
  }
}

async function plainStream(file: Blob): Promise<ReadableStream<Uint8Array>> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = first === 0x1f && second === 0x8b;
  return isGzip ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
}

async function* splitLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8');
  let pieces: string[] = [];
  let length = 0;
  let line = 1;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(cause => {
        throw new AppError(line === 1 ? 'not-a-backup' : 'backup-damaged', { line }, { cause });
      });
      const [first = '', ...rest] = decoder.decode(value, { stream: !done }).split('\n');
      pieces.push(first);
      length += first.length;
      for (const next of rest) {
        yield pieces.join('');
        line++;
        pieces = [next];
        length = next.length;
      }
      if (length > MAX_LINE) throw new AppError(line === 1 ? 'not-a-backup' : 'backup-too-large', { line });
      if (done) break;
    }
    // A file that does not end in a line break was cut.
    if (length > 0) throw new AppError(line === 1 ? 'not-a-backup' : 'backup-damaged', { line });
  } finally {
    await reader.cancel().catch(ignoreBrokenStream);
  }
}

/** What broke the stream has been thrown by read() already; cancelling it repeats the same error. */
function ignoreBrokenStream(): void {}
