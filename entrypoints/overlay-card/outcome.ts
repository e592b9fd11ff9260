import type { OverlayTexts } from '../../lib/model/overlay-texts';
import type { FieldOutcome } from '../../lib/model/page-field';
import { fillIn } from '../../lib/model/sentence';
import type { FillOutcome, FillRefusal } from '../../lib/page/fill-outcome';

/** What became of a filling, for the side panel. */
export function outcomeOf(outcome: FillOutcome): FieldOutcome {
  switch (outcome.kind) {
    case 'filled':
      return { is: 'filled', undoable: outcome.undoable };
    case 'changedByPage':
      return { is: 'changedByPage', value: outcome.value };
    case 'refused':
      return { is: 'refused', code: outcome.reason.code, detail: detailOf(outcome.reason) };
  }
}

function detailOf(reason: FillRefusal): string {
  if (reason.code === 'too-long') return `${reason.length} / ${reason.limit}`;
  return reason.code === 'not-a-choice' ? reason.choices.slice(0, 8).join('、') : '';
}

const REFUSALS: Record<FillRefusal['code'], keyof OverlayTexts> = {
  'too-long': 'refusedTooLong',
  'read-only': 'refusedReadOnly',
  disabled: 'refusedReadOnly',
  'file-input': 'refusedFile',
  password: 'refusedFile',
  'not-visible': 'refusedHidden',
  'not-a-choice': 'refusedChoice',
  'not-a-number': 'refusedFormat',
  'not-a-date': 'refusedFormat',
  'several-answers': 'refusedControl',
  'rich-content': 'refusedEditor',
  'unknown-control': 'refusedControl',
  'not-taken': 'refusedNotTaken',
  'posts-back': 'refusedControl',
  gone: 'refusedNotTaken',
};

/** The same in words, beside the field. `value`: what was to be filled in, which the page is about to see or was refused. */
export function outcomeWords(outcome: FillOutcome, value: string, texts: OverlayTexts): string {
  if (outcome.kind === 'filled') return outcome.undoable ? texts.filled : texts.filledPlain;
  if (outcome.kind === 'changedByPage') return say(texts.changed, { value: short(outcome.value) });
  const { reason } = outcome;
  const numbers = reason.code === 'too-long' ? { length: reason.length, limit: reason.limit } : {};
  return say(texts[REFUSALS[reason.code]], { value: short(value), ...numbers });
}

const say = (text: string, values: Record<string, string | number>): string => fillIn(text, values, 'zh-CN');
const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);
