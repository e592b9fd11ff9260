import * as z from 'zod';

/**
 * A scoring rule as a table's text states it. Numbers are JSON numbers holding what the text prints; whoever calculates
 * turns them into decimals first (their shortest form is the printed one), so 0.1 × 3 is 0.3.
 */
const amount = z.number().nonnegative();
const share = z.number().positive();
const unit = z.string().min(1);
export const comparisonSchema = z.enum(['<', '<=', '>', '>=']);
/** 'weight': until the item's points are used up (扣完为止). 'none': below zero. */
export const capSchema = z.union([amount, z.literal('weight'), z.literal('none')]);
/** 'weight': 满分. */
const points = z.union([amount, z.literal('weight')]);
/** 以下, 以内 without （含）: the value itself is for a person to decide. */
const boundary = z.literal('ask');

export const bandEffectSchema = z.union([
  z.strictObject({ deduct: amount }),
  z.strictObject({ award: points }),
  z.strictObject({ awardRatio: share }),
  z.strictObject({ delta: z.number() }),
]);

export const bandSchema = z.object({
  min: z.number().optional(),
  /** Default true. */
  minIncl: z.boolean().optional(),
  max: z.number().optional(),
  /** Default false. */
  maxIncl: z.boolean().optional(),
  effect: bandEffectSchema,
});

const levels = z.array(z.object({ level: z.string().min(1), amount })).min(1);

export const deductions = [
  z.object({
    kind: z.literal('deduct_fixed'),
    amount: amount.optional(),
    /** A share of the item's weight instead of an amount: 扣一半. */
    amountRatio: share.optional(),
    cap: capSchema.optional(),
    /** 再扣: on top of other deductions. */
    additional: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('deduct_each'),
    amount: amount.optional(),
    amountRatio: share.optional(),
    unit,
    per: amount.optional(),
    cap: capSchema.optional(),
    /** The item has no points of its own; the deduction goes to the total. */
    noBase: z.boolean().optional(),
    additional: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('deduct_each_any'),
    amount,
    elements: z.array(z.string().min(1)).min(2),
    cap: capSchema.optional(),
  }),
  z.object({
    kind: z.literal('deduct_shortfall'),
    target: amount.nullable(),
    /** Where the target stands: 'content' (考评内容), or the words that say how it is worked out. */
    targetFrom: z.string().optional(),
    amount,
    unit,
    per: amount.optional(),
    cap: capSchema.optional(),
    zeroBelow: amount.optional(),
  }),
  z.object({
    kind: z.literal('deduct_excess'),
    limit: amount.nullable(),
    limitFrom: z.string().optional(),
    amount,
    unit,
    per: amount.optional(),
    cap: capSchema.optional(),
  }),
  z.object({
    kind: z.literal('deduct_point'),
    target: z.number().nullable(),
    targetFrom: z.string().optional(),
    /** Default 'below'. */
    direction: z.enum(['below', 'above']).optional(),
    step: share,
    amount,
    /** How a started step counts. Default 'floor'. */
    partial: z.enum(['floor', 'linear', 'ceil']).optional(),
    zeroBelow: z.number().optional(),
    cap: capSchema.optional(),
    /** From here on each step costs more; whether for the part beyond or for the whole gap is asked. */
    // biome-ignore lint/suspicious/noThenProperty: the shape that the rule files of this domain use
    then: z.object({ from: z.number(), amount }).optional(),
  }),
  z.object({
    kind: z.literal('deduct_threshold'),
    op: comparisonSchema,
    value: z.number(),
    unit,
    amount: amount.optional(),
    amountRatio: share.optional(),
    boundary: boundary.optional(),
    cap: capSchema.optional(),
    additional: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('deduct_range'),
    min: amount,
    max: amount,
    /** The range is for each of them. */
    unit: unit.optional(),
    per: amount.optional(),
    cap: capSchema.optional(),
  }),
  z.object({ kind: z.literal('zero') }),
  z.object({
    kind: z.literal('threshold_zero'),
    op: comparisonSchema,
    value: z.number(),
    unit,
    boundary: boundary.optional(),
  }),
  z.object({
    kind: z.literal('late'),
    amount,
    per: share,
    unit,
    zeroAfter: amount.optional(),
    /** The day `zeroAfter` itself already gives nothing (10天以上). */
    zeroAfterIncl: z.boolean().optional(),
    onTimeAward: amount.optional(),
    cap: capSchema.optional(),
  }),
] as const;

export const awards = [
  z.object({ kind: z.literal('award_fixed'), amount: points.optional(), amountRatio: share.optional() }),
  z.object({
    kind: z.literal('award_threshold'),
    op: comparisonSchema,
    value: z.number(),
    unit,
    amount: points,
    boundary: boundary.optional(),
  }),
  z.object({
    kind: z.literal('award_each'),
    amount,
    unit,
    per: amount.optional(),
    max: points.nullable(),
    zeroBelow: amount.optional(),
  }),
  z.object({
    kind: z.literal('award_checklist'),
    items: z.array(z.object({ key: z.string().min(1), amount })).min(1),
    max: points.optional(),
  }),
  z.object({
    kind: z.literal('award_levels'),
    levels,
    max: points.optional(),
    dedupe: z.literal('highest').optional(),
  }),
  z.object({
    kind: z.literal('choice'),
    options: z.array(z.object({ label: z.string().min(1), award: points })).min(2),
  }),
  z.object({ kind: z.literal('ratio'), of: points, maxRate: share.optional() }),
  z.object({ kind: z.literal('ratio_to_best'), best: z.string().min(1), of: points.optional() }),
] as const;

export const gradedRules = [
  z.object({
    kind: z.literal('rank'),
    /** Points by rank; negative keys count from the end. */
    table: z.record(z.string().regex(/^-?\d+$/), z.number()),
    /** The values are added to the score instead of being it. */
    delta: z.boolean().optional(),
    else: z.number().optional(),
    /** Change with each rank after the last one of the table. */
    step: z.number().optional(),
  }),
  z.object({ kind: z.literal('bands'), bands: z.array(bandSchema).min(2), relative: z.string().optional() }),
  z.object({ kind: z.literal('bands_each'), bands: z.array(bandSchema).min(2), cap: capSchema.optional() }),
  z.object({
    kind: z.literal('grade'),
    bands: z
      .array(z.object({ min: z.number().optional(), max: z.number().optional(), label: z.string().min(1) }))
      .min(1),
    on: z.enum(['points', 'percent']),
  }),
] as const;

export const bonuses = [
  z.object({
    kind: z.literal('bonus_each'),
    amount,
    unit,
    per: amount.optional(),
    max: amount.optional(),
    dedupe: z.enum(['highest', 'once']).optional(),
  }),
  z.object({
    kind: z.literal('bonus_levels'),
    levels,
    dedupe: z.literal('highest').optional(),
    max: amount.optional(),
  }),
  z.object({
    kind: z.literal('bonus_threshold'),
    op: comparisonSchema,
    value: z.number(),
    amount,
    unit,
    boundary: boundary.optional(),
  }),
] as const;

export const modifiers = [
  z.object({ kind: z.literal('dedupe'), mode: z.enum(['highest', 'once']), scope: z.string().optional() }),
  z.object({
    kind: z.literal('cap'),
    max: points,
    scope: z.enum(['clause', 'item', 'group', 'bonus']),
    noNegative: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('bonus_cap'), max: amount }),
  z.object({ kind: z.literal('allow_negative'), amount: amount.optional(), unit: unit.optional() }),
  z.object({ kind: z.literal('multiplier'), factor: share }),
  z.object({
    kind: z.literal('extra_deduct'),
    amount,
    alsoZero: z.boolean().optional(),
    when: z.literal('fully_deducted').optional(),
  }),
  z.object({ kind: z.literal('evidence_required'), evidence: z.string().min(1) }),
] as const;

export const wholeTable = [
  z.object({
    kind: z.literal('veto'),
    effect: z.object({
      type: z.enum(['disqualify', 'grade', 'grade_cap', 'deduct_total', 'zero_total']),
      label: z.string().optional(),
      amount: amount.optional(),
    }),
  }),
  z.object({ kind: z.literal('na'), mode: z.enum(['normalize', 'full']), base: share.optional() }),
  z.object({ kind: z.literal('fold'), factor: share }),
  z.object({ kind: z.literal('base'), amount, bonusMax: amount.optional() }),
  z.object({ kind: z.literal('share'), by: z.string().min(1) }),
] as const;

export const noRules = [
  /** 酌情: a person decides; `min`, `max` are points given, not taken. */
  z.object({
    kind: z.literal('manual'),
    bonus: z.boolean().optional(),
    min: amount.optional(),
    max: amount.optional(),
  }),
  z.object({
    kind: z.literal('none'),
    threshold: z.object({ op: comparisonSchema, value: z.number(), unit, period: z.string().optional() }).optional(),
    deadline: z.string().optional(),
    weight: z.number().optional(),
    total: z.number().optional(),
    forbidden: z.boolean().optional(),
    method: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('unparsed'), text: z.string() }),
] as const;
