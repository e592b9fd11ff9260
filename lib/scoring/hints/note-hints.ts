import type { Hint, HintText, HintValue } from '../../model/hint';
import { type Points, pointsOf } from '../../model/points';
import type { RecognisedTable, Section } from '../../model/table';
import type { NoteReadings, UnitProfile } from '../../model/unit-profile';
import { evaluateNote } from '../note-rule/evaluate-note';
import type { NoteOutcome, NoteProblem, NoteRule } from '../note-rule/note-rule';
import { short, tableHint, text } from './draft';

/** The 【说明】 of the table, found once. */
export interface NoteGround {
  rule: NoteRule;
  section: Section;
}

export function noteGround(table: RecognisedTable, rule: NoteRule | null): NoteGround | null {
  const section = table.sections.find(({ code }) => code === rule?.section);
  return rule && section ? { rule, section } : null;
}

const READING_LABELS: Readonly<Record<string, HintValue>> = {
  'Q1-AND': { 'zh-CN': '“及”指两个条件都满足', en: 'both conditions must hold' },
  'Q1-OR': { 'zh-CN': '“及”指满足其一即可', en: 'either condition will do' },
  'Q3-SECTION': { 'zh-CN': '本项目合计不少于规定项数', en: 'the number is for the whole section' },
  'Q3-POINT': { 'zh-CN': '每一点各不少于规定项数', en: 'the number is for each point' },
};

export function noteHints(tableId: string, ground: NoteGround, profile: UnitProfile, readings: NoteReadings): Hint[] {
  const { rule, section } = ground;
  const weights = section.indicators.map(({ weight }) => weight?.points ?? null);
  const outcome = evaluateNote(rule, profile, readings, { weight: section.weight, weights });
  const codes = section.indicators.map(({ code }) => code);
  const points = section.weight === null ? null : pointsOf(section.weight);
  const hint = (line: HintText, of: string, more: Partial<Hint> = {}) =>
    tableHint(tableId, codes, line, {
      of,
      severity: 'info',
      field: 'weight',
      why: quoted(rule, outcome),
      points: null,
      source: 'note',
      dismissible: true,
      ...more,
    });
  return [
    ...profileHint(ground, profile, points, hint),
    ...outcome.problems.map(problem =>
      hint(problemLine(section, problem), problem.code, { severity: 'warning', points: pointsAt(problem, points) }),
    ),
    ...appliesHint(section, outcome, hint),
    ...outcome.open.map(question =>
      hint(text('note-reading', { reading: READING_LABELS[outcome.readings[question]] ?? '' }), question, {
        severity: 'suggestion',
        action: { type: 'choose-reading', question },
      }),
    ),
  ];
}

type Make = (line: HintText, of: string, more?: Partial<Hint>) => Hint;

function profileHint({ rule, section }: NoteGround, profile: UnitProfile, points: Points | null, hint: Make): Hint[] {
  const open = rule.asks.filter(({ field }) => profile[field] === 'unknown');
  if (open.length === 0) return [];
  const questions = open.map(({ label }) => label).join('；');
  return [
    hint(text('unit-profile', { questions, section: section.name }), '', {
      severity: 'suggestion',
      why: rule.clauses.map(({ quote }) => ({ quote, cell: rule.cell })),
      action: { type: 'set-profile', fields: open.map(({ field }) => field) },
      points,
    }),
  ];
}

function quoted(rule: NoteRule, { clauses }: NoteOutcome) {
  const applying = rule.clauses.filter(({ id }) => clauses.includes(id));
  return (applying.length > 0 ? applying : rule.clauses).map(({ quote }) => ({ quote, cell: rule.cell }));
}

function problemLine(section: Section, { code, have, need }: NoteProblem): HintText {
  const values = { section: section.name, have, need, count: have, actual: have, declared: need };
  switch (code) {
    case 'minItems':
      return text('note-unmet/min-items', values);
    case 'ownWeights':
      return text('note-unmet/own-weights', values);
    case 'weightPositive':
      return text('note-unmet/weight-positive', values);
    case 'weightsSum':
      return text('note-unmet/weights-sum', values);
  }
}

function pointsAt({ code, have, need }: NoteProblem, points: Points | null): Points | null {
  return code === 'weightsSum' ? pointsOf(Math.abs(Math.round((have - need) * 10_000) / 10_000)) : points;
}

function appliesHint(section: Section, outcome: NoteOutcome, hint: Make): Hint[] {
  if (!outcome.basePoints || outcome.warnings.includes('profileUnknown')) return [];
  const points = outcome.basePoints.join('、');
  const values = { section: short(section.name), points, least: leastWords(outcome), have: section.indicators.length };
  if (outcome.warnings.includes('clausesConflict')) return [hint(text('note-applies/conflict', values), '')];
  return [hint(text(outcome.stated ? 'note-applies' : 'note-applies/silent', values), '')];
}

function leastWords({ minItems }: NoteOutcome): HintValue {
  return minItems === null ? '' : { 'zh-CN': `，不少于 ${minItems} 项`, en: `, at least ${minItems} items` };
}
