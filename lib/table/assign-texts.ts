import type { ColumnRole } from '../model/columns';
import { lastOf } from '../model/last';
import {
  type DraftColumn,
  headingConfidence,
  mayBe,
  openColumns,
  settle,
  settleInDoubt,
  withRole,
} from './draft-column';

/** Settles what levels, weights and scores left open; ambiguous headings by what stands below them. */
export function assignTexts(drafts: readonly DraftColumn[]): void {
  for (const draft of openColumns(drafts)) {
    const decide = AMBIGUOUS.find(([pattern]) => pattern.test(draft.key))?.[1];
    if (decide) decide(draft, drafts);
    else if (draft.guesses.length > 0) settle(draft, roleLeft(draft, drafts), headingConfidence(draft));
  }
  preferRuleText(drafts);
}

type Decision = (draft: DraftColumn, drafts: readonly DraftColumn[]) => void;

const AMBIGUOUS: [RegExp, Decision][] = [
  [/^(考评办法|评分方法|考核办法|考核方法|评分方式)$/, ruleOrMethod],
  [/^扣分说明$/, ruleOrReason],
  [/^说明$/, completionOrRemark],
  [/^单位$/, unitOrDepartment],
  [/^考核实绩$/, (draft, drafts) => settle(draft, withRole(drafts, 'target') ? 'actual' : 'completion', 0.75)],
  [/^材料$|^附件$/, (draft, drafts) => settle(draft, withRole(drafts, 'evidence') ? null : 'evidence', 0.8)],
];

function ruleOrMethod(draft: DraftColumn): void {
  const { filled, rules, methods } = draft.profile;
  if (filled === 0) {
    settleInDoubt(draft, 'assessmentMethod', ['scoringRule'], 'blank-rule-or-method');
  } else if (rules * 5 >= filled * 2) settle(draft, 'scoringRule', 0.85);
  else if (methods > 0) settle(draft, 'assessmentMethod', 0.85);
  else settleInDoubt(draft, 'assessmentMethod', ['scoringRule'], 'rule-or-method');
}

function ruleOrReason(draft: DraftColumn): void {
  const printed = draft.profile.filled > 0;
  settle(draft, printed ? 'scoringRule' : 'deductionReason', 0.8);
}

function completionOrRemark(draft: DraftColumn, drafts: readonly DraftColumn[]): void {
  const last = lastOf(drafts) === draft;
  if (withRole(drafts, 'completion') || drafts.some(other => other !== draft && mayBe(other, 'completion'))) {
    settle(draft, 'remark', 0.7);
  } else if (withRole(drafts, 'remark') || drafts.some(other => other !== draft && mayBe(other, 'remark'))) {
    settle(draft, 'completion', 0.7);
  } else {
    settleInDoubt(draft, last ? 'remark' : 'completion', ['completion', 'remark'], 'completion-or-remark');
  }
}

function unitOrDepartment(draft: DraftColumn): void {
  const { filled, units } = draft.profile;
  if (filled === 0) settleInDoubt(draft, 'department', ['unit'], 'department-or-unit');
  else settle(draft, units * 2 >= filled ? 'unit' : 'department', 0.85);
}

function roleLeft(draft: DraftColumn, drafts: readonly DraftColumn[]): ColumnRole | null {
  const free = draft.guesses.find(guess => !LEVELS.has(guess.role) && !withRole(drafts, guess.role));
  const role = (free ?? draft.guesses[0]!).role;
  if (role === 'content' || role === 'subsection') {
    return /标准|细则/.test(draft.key) && !withRole(drafts, 'scoringRule') ? 'scoringRule' : null;
  }
  return role === 'section' || role === 'weight' ? null : role;
}

const LEVELS: ReadonlySet<ColumnRole> = new Set(['section', 'subsection', 'content', 'weight']);

/** Of two columns that may hold the rule, the one that speaks of points comes first. */
function preferRuleText(drafts: readonly DraftColumn[]): void {
  const rules = drafts.filter(draft => draft.role === 'scoringRule');
  if (rules.length < 2) return;
  const best = Math.max(...rules.map(draft => draft.profile.rules));
  for (const draft of rules) if (draft.profile.rules < best) draft.confidence = Math.min(draft.confidence, 0.6);
}
