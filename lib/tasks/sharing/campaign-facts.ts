import type { Campaign } from '../../model/campaign';
import type { Change } from '../../model/campaign-journal';
import { COLUMN_ROLES, type ColumnRole } from '../../model/columns';
import { currentValue, type FieldState, fieldKey, type JournalState } from '../../model/field-state';
import type { RecognitionAnswers } from '../../model/table';
import type { SharingStore } from './sharing-store';

/**
 * What another PC has to know of a campaign before it can show it, as edits of the entity "campaign": they travel and merge
 * like all others. Its workbook is named by its hash and travels as a file.
 */
const CAMPAIGN = 'campaign';
const REPLICA = 'replica:';
/** Each followed by an id: what was handed out when (hand-out/hand-out-record.ts). */
export const HAND_OUT = 'hand-out:';
/** Names no person, so that nobody's undo takes it back. */
export const FACT_AUTHOR = '平安填报助手';
const AUTHOR = { actor: FACT_AUTHOR, source: 'sharing' };
const ANSWER = 'answer:';
/** One record holds the answers to all shapes of workbooks. */
const ANSWERS = 'questions';

type Facts = Pick<Campaign, 'name' | 'year' | 'unit' | 'fileName' | 'kind' | 'workbookSha'>;

/** Writes down what is not in the log yet. `pc` is how this PC is called in the histories of others. */
export async function shareFacts(store: SharingStore, campaign: Campaign, pc: string): Promise<void> {
  const journal = store.journal(campaign.id);
  const state = await journal.state();
  const { name, year, unit, fileName, kind, workbookSha } = campaign;
  const facts: Facts = { name, year, unit, fileName, kind, workbookSha };
  const answers = await store.answers.get(ANSWERS);
  const wanted = [
    ...Object.entries(facts).map(([field, value]): Change => ({ entity: CAMPAIGN, field, value })),
    ...Object.entries(answers).map(
      ([id, role]): Change => ({ entity: CAMPAIGN, field: `${ANSWER}${id}`, value: role }),
    ),
  ];
  // Who joined later keeps what was said first; only its own label is each PC's to say.
  const missing = wanted.filter(({ entity, field }) => !state.has(fieldKey(entity, field)));
  await journal.apply([...missing, { entity: `${REPLICA}${store.replica()}`, field: 'name', value: pc }], AUTHOR);
}

/** null where the log does not say which workbook it is about. */
export function readFacts(state: JournalState): { facts: Facts; answers: RecognitionAnswers } | null {
  const say = (field: string) => currentValue(state.get(fieldKey(CAMPAIGN, field)));
  const text = (field: string): string | null => {
    const value = say(field);
    return typeof value === 'string' ? value : null;
  };
  const [workbookSha, fileName, kind, year] = [text('workbookSha'), text('fileName'), text('kind'), say('year')];
  if (workbookSha === null || fileName === null || kind === null) return null;
  const answers: Record<string, ColumnRole | 'ignore'> = {};
  for (const field of state.values()) {
    const value = field.entity === CAMPAIGN && field.field.startsWith(ANSWER) ? currentValue(field) : undefined;
    if (isRole(value)) answers[field.field.slice(ANSWER.length)] = value;
  }
  const facts = {
    name: text('name') ?? fileName,
    year: typeof year === 'number' ? year : null,
    unit: text('unit'),
    fileName,
    kind,
    workbookSha,
  };
  return { facts, answers };
}

/** How each PC calls itself, by its label. */
export function replicaNames(fields: Iterable<FieldState>): Map<string, string> {
  const names = new Map<string, string>();
  for (const field of fields) {
    const name = field.entity.startsWith(REPLICA) && field.field === 'name' ? currentValue(field) : undefined;
    if (typeof name === 'string') names.set(field.entity.slice(REPLICA.length), name);
  }
  return names;
}

/** Edits about the campaign, its PCs and what was handed out, which are no entries of the table. */
export const isFact = (entity: string): boolean =>
  entity === CAMPAIGN || entity.startsWith(REPLICA) || entity.startsWith(HAND_OUT);

function isRole(value: unknown): value is ColumnRole | 'ignore' {
  return value === 'ignore' || (COLUMN_ROLES as readonly unknown[]).includes(value);
}

export async function keepAnswers(store: SharingStore, campaign: string, answers: RecognitionAnswers): Promise<void> {
  if (Object.keys(answers).length === 0) return;
  // What was answered on this PC stands.
  await store.answers.put(ANSWERS, campaign, { ...answers, ...(await store.answers.get(ANSWERS)) });
}
