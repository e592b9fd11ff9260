import {
  replyError,
  type WorkbookReplies,
  type WorkbookRequest,
  workbookReply,
} from '../../lib/messages/workbook-messages';
import { AppError } from '../../lib/model/app-error';

type Ask = WorkbookRequest extends infer Request
  ? Request extends { id: number }
    ? Omit<Request, 'id'>
    : never
  : never;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: AppError): void;
}

/**
 * The page's end of the workbook worker. Stopping what it works on ends the worker itself: whatever a hostile file makes it do, it
 * is over. One that has answered stays: to start another takes half a second.
 */
export class WorkbookClient {
  #worker: Worker | null = null;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** Starts the worker before there is anything to ask. */
  warm(): void {
    this.#worker ??= this.#start();
  }

  ask<Kind extends Ask['do']>(
    request: Extract<Ask, { do: Kind }>,
    signal?: AbortSignal,
  ): Promise<WorkbookReplies[Kind]> {
    const id = ++this.#last;
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      const stop = () => {
        if (this.#waiting.has(id)) this.#fail(new AppError('stopped'));
      };
      signal?.addEventListener('abort', stop, { once: true });
      worker.postMessage({ ...request, id });
    }) as Promise<WorkbookReplies[Kind]>;
  }

  #start(): Worker {
    const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', event => this.#answered(workbookReply.parse(event.data)));
    worker.addEventListener('error', event => {
      this.#fail(new AppError('worker-died', { reason: event.message || '' }, { cause: event.error }));
    });
    return worker;
  }

  #answered(reply: ReturnType<typeof workbookReply.parse>): void {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting || reply.kind === 'progress') return;
    this.#waiting.delete(reply.id);
    if (reply.kind === 'done') waiting.resolve(reply.value);
    else waiting.reject(replyError(reply));
  }

  #fail(error: AppError): void {
    this.#worker?.terminate();
    this.#worker = null;
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const waiting of all) waiting.reject(error);
  }
}
