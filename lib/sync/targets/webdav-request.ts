import { AppError } from '../../model/app-error';
import type { RequestBudget } from './request-budget';
import { retryAfter } from './webdav-errors';

export interface WebdavAccess {
  /** The folder that stands for the root of the target, http or https. */
  address: string;
  user: string;
  password: string;
  fetch: typeof fetch;
  budget: RequestBudget;
  now(): number;
  /** How long a server may say nothing. */
  patienceMs?: number;
}

export interface WebdavCall {
  method: string;
  headers?: Record<string, string>;
  body?: Uint8Array | string;
  signal?: AbortSignal | undefined;
}

export interface WebdavAnswer {
  status: number;
  body: Uint8Array;
}

const PATIENCE_MS = 30_000;
/** The slowest line that an upload is waited for. */
const SLOWEST_BYTES_PER_MS = 10;

export type SendRequest = (url: string, call: WebdavCall) => Promise<WebdavAnswer>;

/**
 * One request with its whole answer. Our own Authorization header and nothing of the browser's: with its cookies and dialogs a
 * request in the background would hang on a login window. Redirects are not followed, so no password goes elsewhere.
 */
export function webdavRequests(access: WebdavAccess): SendRequest {
  const { budget, now, patienceMs = PATIENCE_MS } = access;
  const { host } = new URL(access.address);
  const authorization = basic(access.user, access.password);
  // Called as a plain function: browsers refuse their own fetch as a method of something else.
  const send = access.fetch;

  return async (url, { method, headers, body, signal }) => {
    budget.take(host);
    const patience = new Patience(signal);
    try {
      patience.wait(patienceMs + (body?.length ?? 0) / SLOWEST_BYTES_PER_MS);
      const response = await send(url, {
        method,
        headers: { ...headers, ...(authorization === null ? {} : { Authorization: authorization }) },
        ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> | string }),
        credentials: 'omit',
        redirect: 'manual',
        cache: 'no-store',
        signal: patience.signal,
      });
      const { status } = response;
      if (status === 429 || status === 503) {
        budget.pause(retryAfter(response.headers.get('Retry-After'), now()));
        budget.take(host);
      }
      budget.relax();
      return { status, body: await readBody(response, patience, patienceMs) };
    } catch (thrown) {
      if (thrown instanceof AppError) throw thrown;
      if (signal?.aborted) throw new AppError('stopped', {}, { cause: thrown });
      throw new AppError(patience.isOver ? 'sync-timeout' : 'sync-unreachable', { host }, { cause: thrown });
    } finally {
      patience.end();
    }
  };
}

/** Piece by piece, so that a long download may take its time and a dead one may not. */
async function readBody(response: Response, patience: Patience, patienceMs: number): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  // What waits in read() is woken by this, also where the browser does not end the body with the request.
  const end = () => void reader?.cancel().catch(ignoreEnded);
  patience.signal.addEventListener('abort', end);
  for (;;) {
    patience.wait(patienceMs);
    const next = await reader?.read();
    if (!next || next.done) break;
    pieces.push(next.value);
    length += next.value.length;
  }
  if (patience.signal.aborted) throw new Error('the answer stopped half-way');
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** A body that broke already cannot be cancelled, and need not be. */
function ignoreEnded(): void {}

/** Gives up when nothing comes for a while, or when the person stops. */
class Patience {
  private readonly controller = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  isOver = false;

  constructor(private readonly stop: AbortSignal | undefined) {
    if (stop?.aborted) this.controller.abort();
    stop?.addEventListener('abort', this.abort);
  }

  private readonly abort = () => this.controller.abort();

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  wait(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.isOver = true;
      this.abort();
    }, ms);
  }

  end(): void {
    clearTimeout(this.timer);
    this.stop?.removeEventListener('abort', this.abort);
  }
}

/** UTF-8, as servers expect it of names and passwords in Chinese. null: a server without accounts. */
function basic(user: string, password: string): string | null {
  if (user === '' && password === '') return null;
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))}`;
}
