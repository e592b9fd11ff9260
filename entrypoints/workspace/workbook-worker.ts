import {
  type ReadWorkbook,
  type WorkbookReplies,
  type WorkbookReply,
  type WorkbookRequest,
  workbookRequest,
} from '../../lib/messages/workbook-messages';
import { toAppError } from '../../lib/model/app-error';
import { snapshotTransfer } from '../../lib/model/sheet-snapshot';
import { appendPlan } from '../../lib/tasks/append-plan';
import { readUnits } from '../../lib/tasks/collect/read-units';
import { type DraftedWorkbook, draftedWorkbook } from '../../lib/tasks/drafted-workbook';
import { writeHandOuts } from '../../lib/tasks/hand-out/write-hand-outs';
import { inspectWorkbook } from '../../lib/tasks/inspect-workbook';
import { KeptIndexes } from '../../lib/tasks/kept-indexes';
import { readReturned, returnedFacts, type TakeBackBase, takeBackBase } from '../../lib/tasks/take-back/read-returned';
import { fillWorkbook } from '../../lib/workbook/fill-workbook';
import { writePlainWorkbook } from '../../lib/workbook/write-plain';
import './old-browsers';

/** Everything that takes long happens here, off the page: opening, recognising, filling. Between requests it holds indexes only. */
declare const self: DedicatedWorkerGlobalScope;

const indexes = new KeptIndexes();
/** Copies of one hand-out come in a row: what they are compared with is made once. */
let takeBack: { name: string; base: Promise<TakeBackBase> } | null = null;

self.addEventListener('message', event => {
  const request = workbookRequest.parse(event.data);
  answer(request).then(
    ({ value, transfer }) => post({ id: request.id, kind: 'done', value }, transfer),
    (thrown: unknown) => {
      const { code, details, cause } = toAppError(thrown);
      const reason = cause instanceof Error ? { cause: cause.stack ?? cause.message } : {};
      post({ id: request.id, kind: 'failed', code, details: { ...details }, ...reason });
    },
  );
});

interface Answer {
  value: WorkbookReplies[keyof WorkbookReplies];
  transfer: Transferable[];
}

async function answer(request: WorkbookRequest): Promise<Answer> {
  switch (request.do) {
    case 'workspace:worker:open': {
      const opened = await inspectWorkbook(request.bytes, { answers: request.answers });
      // Behind the answer: the digest of the bytes comes in a later turn.
      void indexes.prepare(request.bytes);
      const value = readWorkbook(opened);
      return { value, transfer: value.snapshots.flatMap(snapshotTransfer) };
    }
    case 'workspace:worker:open-drafted': {
      const { answers, values } = request;
      const opened = await draftedWorkbook(request.bytes, values, { answers });
      const { bytes, drafting } = opened;
      void indexes.prepare(bytes);
      const workbook = readWorkbook(opened);
      return { value: { bytes, workbook, drafting }, transfer: workbook.snapshots.flatMap(snapshotTransfer) };
    }
    case 'workspace:worker:fill': {
      const { append, growRows } = request;
      const index = await indexes.of(request.bytes);
      const { bytes, written, grownRows, problems } = await fillWorkbook(request.bytes, request.edits, {
        growRows,
        ...(index ? { index } : {}),
        ...(append ? { append: appendPlan(append.table, append.roles).request } : {}),
      });
      return {
        value: { bytes, changedCells: written.length, grownRows: grownRows.length, problems },
        transfer: [bytes.buffer as ArrayBuffer],
      };
    }
    case 'workspace:worker:lists': {
      const bytes = writePlainWorkbook(request.sheets);
      return { value: bytes, transfer: [bytes.buffer as ArrayBuffer] };
    }
    case 'workspace:worker:hand-out': {
      const files = await writeHandOuts(request.ground, request.files, request.roles);
      return { value: files, transfer: files.map(({ bytes }) => bytes.buffer as ArrayBuffer) };
    }
    case 'workspace:worker:returned-facts':
      return { value: await returnedFacts(request.bytes), transfer: [] };
    case 'workspace:worker:read-returned': {
      if (takeBack?.name !== request.base) takeBack = { name: request.base, base: takeBackBase(request.ground) };
      return { value: await readReturned(await takeBack.base, request.file, request.returned), transfer: [] };
    }
    case 'workspace:worker:read-units':
      return { value: await readUnits(request.file, request.bytes), transfer: [] };
    case 'workspace:worker:list': {
      const bytes = writePlainWorkbook([request.sheet]);
      return { value: bytes, transfer: [bytes.buffer as ArrayBuffer] };
    }
  }
}

function readWorkbook({
  workbook,
  grids,
  recognition,
}: Pick<DraftedWorkbook, 'workbook' | 'grids' | 'recognition'>): ReadWorkbook {
  const { format, date1904, looks, warnings } = workbook;
  return { format, date1904, looks, warnings, snapshots: grids.map(grid => grid.snapshot), recognition };
}

function post(reply: WorkbookReply, transfer: Transferable[] = []): void {
  self.postMessage(reply, transfer);
}
