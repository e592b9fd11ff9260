import type { Rule } from '../model/rule';
import type { RuleInput, RuleResult } from '../model/rule-input';
import * as awards from './evaluate/awards';
import { composite } from './evaluate/composite';
import * as deductions from './evaluate/deductions';
import * as graded from './evaluate/graded';
import * as totals from './evaluate/totals';

/** What a rule makes of what is known: points, or what a person has to say first. Pure; decimal; half up to two digits. */
export function evaluateRule(rule: Rule, input: RuleInput): RuleResult {
  switch (rule.kind) {
    case 'composite':
      return composite(rule, input, evaluateRule);
    case 'deduct_fixed':
      return deductions.deductFixed(rule, input);
    case 'deduct_each':
      return deductions.deductEach(rule, input);
    case 'deduct_each_any':
      return deductions.deductEachAny(rule, input);
    case 'deduct_shortfall':
      return deductions.deductShortfall(rule, input);
    case 'deduct_excess':
      return deductions.deductExcess(rule, input);
    case 'deduct_point':
      return deductions.deductPoint(rule, input);
    case 'deduct_threshold':
      return deductions.deductThreshold(rule, input);
    case 'deduct_range':
      return deductions.deductRange(rule, input);
    case 'zero':
      return deductions.zero(input);
    case 'threshold_zero':
      return deductions.thresholdZero(rule, input);
    case 'late':
      return deductions.late(rule, input);
    case 'award_fixed':
      return awards.awardFixed(rule, input);
    case 'award_threshold':
      return awards.awardThreshold(rule, input);
    case 'award_each':
      return awards.awardEach(rule, input);
    case 'award_checklist':
      return awards.awardChecklist(rule, input);
    case 'award_levels':
      return awards.awardLevels(rule, input);
    case 'choice':
      return awards.choice(rule, input);
    case 'ratio':
      return awards.ratio(rule, input);
    case 'ratio_to_best':
      return awards.ratioToBest(rule, input);
    case 'rank':
      return graded.rank(rule, input);
    case 'bands':
      return graded.bands(rule, input);
    case 'bands_each':
      return graded.bandsEach(rule, input);
    case 'grade':
      return graded.grade(rule, input);
    case 'fold':
      return graded.fold(rule, input);
    case 'bonus_each':
      return totals.bonusEach(rule, input);
    case 'bonus_levels':
      return totals.bonusLevels(rule, input);
    case 'bonus_threshold':
      return totals.bonusThreshold(rule, input);
    case 'bonus_cap':
      return totals.bonusCap(rule, input);
    case 'dedupe':
      return totals.dedupe(rule, input);
    case 'cap':
      return totals.cap(rule, input);
    case 'allow_negative':
      return totals.allowNegative(rule, input);
    case 'multiplier':
      return totals.multiplier(rule, input);
    case 'extra_deduct':
      return totals.extraDeduct(rule, input);
    case 'evidence_required':
      return totals.evidenceRequired(input);
    case 'veto':
      return totals.veto(rule, input);
    case 'na':
      return totals.notApplicable(rule, input);
    case 'base':
      return totals.base(rule, input);
    case 'share':
      return totals.share(input);
    case 'manual':
      return totals.manual(rule, input);
    case 'none':
      return { score: null, status: 'no_rule' };
    case 'unparsed':
      return { score: null, status: 'unparsed' };
  }
}
