import type { Hint } from '../../lib/model/hint';
import { factField } from '../../lib/model/progress';
import type { Texts } from '../texts/zh-cn';

/** Where a hint's action leads: a field of the item (its `data-field`), a cell, the questions about the unit, or how the scoring rules are read. */
export type HintTarget =
  | { to: 'field'; field: string }
  | { to: 'cell'; cell: string }
  | { to: 'profile' }
  | { to: 'rules' };

/** What the button of an action says and where it leads; null where there is nothing to press. */
export function hintTarget({ action }: Hint, texts: Texts): { label: string; target: HintTarget } | null {
  const { act } = texts.hints;
  switch (action?.type) {
    case 'go-to':
      return { label: act.goTo(action.cell), target: { to: 'cell', cell: action.cell } };
    case 'accept-wording':
      return { label: act.wording, target: { to: 'cell', cell: action.cell } };
    case 'fill':
      return { label: act.fill, target: { to: 'field', field: action.field } };
    case 'tick-measures':
      return { label: act.measures, target: { to: 'field', field: `measure:${action.measures[0] ?? 1}` } };
    case 'enter-count':
      return { label: act.count, target: { to: 'field', field: factField(action.requirement) } };
    case 'confirm-none':
      return { label: act.confirm, target: { to: 'field', field: factField(action.requirements[0] ?? '') } };
    case 'set-score':
      return { label: act.fill, target: { to: 'field', field: 'selfScore' } };
    case 'assign':
      return { label: act.assign, target: { to: 'field', field: 'department' } };
    case 'set-profile':
      return { label: act.profile, target: { to: 'profile' } };
    case 'choose-reading':
      return { label: act.reading, target: { to: 'profile' } };
    case 'answer-rule':
      return { label: act.rule, target: { to: 'field', field: `rule:${action.clauses[0] ?? ''}` } };
    case 'add-scoring-rules':
      return { label: act.addRules, target: { to: 'rules' } };
    case 'correct-rule':
      return { label: act.correctRule, target: { to: 'rules' } };
    default:
      return null;
  }
}

const INPUT = 'input:not([type=hidden]):not([disabled]), textarea';

/** Puts the cursor where an answer is asked; false where the field is not on this page. */
export function focusField(field: string): boolean {
  const place = [...document.querySelectorAll<HTMLElement>('[data-field]')].find(
    element => element.dataset.field === field,
  );
  const input = place?.querySelector<HTMLElement>(INPUT);
  if (!place || !input) return false;
  place.scrollIntoView({ block: 'center' });
  input.focus({ preventScroll: true });
  return true;
}
