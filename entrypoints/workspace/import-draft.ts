import type { ReadWorkbook } from '../../lib/messages/workbook-messages';
import { AppError } from '../../lib/model/app-error';
import type { Campaign } from '../../lib/model/campaign';
import type { RecognitionAnswers, RecognitionQuestion } from '../../lib/model/table';
import type { Store } from '../../lib/store/open-store';
import { exportFileName } from '../../lib/tasks/file-names';
import { WORKBOOK_LIMITS } from '../../lib/workbook/limits';
import type { WorkbookClient } from './workbook-client';

/** A workbook that has been opened and is being looked at; nothing is kept before it is confirmed. */
export interface ImportDraft {
  fileName: string;
  bytes: Uint8Array;
  workbook: ReadWorkbook;
  /** All that was asked of this workbook, the answered ones included, so that an answer can be changed. */
  questions: readonly RecognitionQuestion[];
  answers: RecognitionAnswers;
  name: string;
}

/** A question's id holds its workbook's shape, so one record of answers serves all shapes. */
const ANSWERS = 'questions';

export async function openDraft(
  file: File,
  { store, workbooks }: { store: Store; workbooks: WorkbookClient },
  signal: AbortSignal,
): Promise<ImportDraft> {
  // Refused before it is read into memory.
  if (file.size > WORKBOOK_LIMITS.fileBytes) throw new AppError('file-too-large', { file: file.name });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const first = await workbooks.ask({ do: 'workspace:worker:open', bytes, answers: {} }, signal);
  const { questions } = first.recognition;
  const answers = answersTo(questions, await rememberedAnswers(store));
  const known = Object.keys(answers).length > 0;
  const workbook = known ? await workbooks.ask({ do: 'workspace:worker:open', bytes, answers }, signal) : first;
  const taken = new Set((await store.campaigns.list()).map(campaign => campaign.name));
  const name = freeName(draftName(file.name, workbook), taken);
  return { fileName: file.name, bytes, workbook, questions, answers, name };
}

/** Reads the workbook again with the new answer. */
export async function answerDraft(
  draft: ImportDraft,
  answers: RecognitionAnswers,
  workbooks: WorkbookClient,
): Promise<ImportDraft> {
  const workbook = await workbooks.ask({ do: 'workspace:worker:open', bytes: draft.bytes, answers });
  return { ...draft, answers, workbook };
}

export async function confirmDraft(draft: ImportDraft, store: Store): Promise<Campaign> {
  const { tables } = draft.workbook.recognition;
  const indicators = tables.flatMap(table => table.sections.flatMap(section => section.indicators)).length;
  const campaign = await store.campaigns.create({
    name: draft.name.trim() || draft.fileName,
    year: tables[0]?.year ?? null,
    unit: tables[0]?.unit ?? null,
    fileName: draft.fileName,
    kind: draft.workbook.format,
    bytes: draft.bytes,
    progress: { indicators, filled: 0 },
  });
  await keepAnswers(draft.answers, campaign.id, store);
  return campaign;
}

export async function keepAnswers(answers: RecognitionAnswers, campaign: string, store: Store): Promise<void> {
  if (Object.keys(answers).length === 0) return;
  const before = await store.answers.get(ANSWERS);
  await store.answers.put(ANSWERS, campaign, { ...before, ...answers });
}

export const rememberedAnswers = (store: Store): Promise<RecognitionAnswers> => store.answers.get(ANSWERS);

export function answersTo(questions: readonly RecognitionQuestion[], all: RecognitionAnswers): RecognitionAnswers {
  const asked = new Set(questions.map(question => question.id));
  return Object.fromEntries(Object.entries(all).filter(([id]) => asked.has(id)));
}

/** The table's own title where it has one, else the file's name. */
function draftName(fileName: string, { recognition }: ReadWorkbook): string {
  const title = recognition.tables[0]?.title?.clean;
  return title || exportFileName(fileName, '').replace(/\.[^.]*$/, '');
}

/** The same workbook imported twice gives two campaigns; a number tells them apart until a person names them. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}（${number}）`;
  return name;
}
