import type { Guidance } from '../../model/guidance';
import type { Hint } from '../../model/hint';
import { NO_PROGRESS, type Progress } from '../../model/progress';
import type { ParsedRule } from '../../model/rule';
import type { Problem, RecognisedTable } from '../../model/table';
import type { NoteReadings, UnitProfile } from '../../model/unit-profile';
import { noteRuleOf } from '../note-rule/read-note';
import { parseRule } from '../parse-rule';
import { adviceHints, contentGapHint } from './advice-hints';
import { askedHints } from './asked-hints';
import { contradictionHints, toldByFullScore } from './contradiction-hints';
import { inOrder } from './hint-order';
import { type IndicatorGround, indicatorGround } from './indicator-ground';
import { type IndicatorView, viewIndicator } from './indicator-view';
import { noteGround, noteHints } from './note-hints';
import { datedHints, progressTableHints } from './progress-table-hints';
import { ruleHints } from './rule-hints';
import { fixedTableHints } from './table-hints';

/** What does not change while people fill in. */
export interface HintSources {
  table: RecognisedTable;
  /** What lib/table found odd about it. */
  problems?: readonly Problem[];
  guidance?: Guidance | null;
  /** Scoring rules by indicator code, as a person corrected or imported them; others are read from the table. */
  rules?: ReadonlyMap<string, GivenRule>;
}

export interface GivenRule {
  /** null: a person said that nothing of it means points. */
  parsed: ParsedRule | null;
  /** Where its words stand; null for words from elsewhere. */
  cell: string | null;
}

/** What does. */
export interface HintState {
  /** By indicator code; absent: nothing said yet. */
  progress: ReadonlyMap<string, Progress>;
  profile: UnitProfile;
  readings?: NoteReadings;
  /** ISO date of today, where the user is. */
  today: string;
  /** Ids of hints that somebody has put aside. */
  dismissed?: Pick<ReadonlySet<string>, 'has'>;
}

export interface HintRoom {
  hintsOf(state: HintState): Hint[];
  /** Work state, verdict and score of each indicator, in table order. */
  views(state: Pick<HintState, 'progress'>): readonly IndicatorView[];
}

/**
 * Reads a table once; what it returns then works out hints quickly. An indicator whose progress is the same object as
 * before, on the same day, is not worked out again.
 */
export function hintRoom(sources: HintSources): HintRoom {
  const { table, problems = [] } = sources;
  const tableId = `${table.sheet}#${table.ordinal}`;
  const grounds = readGrounds(sources, tableId);
  const note = noteGround(table, noteRuleOf(table));
  const fixed = fixedTableHints(table, tableId, grounds, problems);
  const remembered: (Remembered | undefined)[] = new Array(grounds.length);

  const look = (ground: IndicatorGround, progress: Progress): Remembered => {
    const known = remembered[ground.order];
    if (known && known.progress === progress) return known;
    const fresh: Remembered = { progress, view: viewIndicator(ground, progress), today: '', hints: [] };
    remembered[ground.order] = fresh;
    return fresh;
  };
  const ofIndicator = (ground: IndicatorGround, progress: Progress, today: string): Remembered => {
    const known = look(ground, progress);
    if (known.today !== today) {
      known.hints = indicatorHints(known.view, today);
      known.today = today;
    }
    return known;
  };
  const progressOf = (state: Pick<HintState, 'progress'>, ground: IndicatorGround) =>
    state.progress.get(ground.indicator.code) ?? NO_PROGRESS;

  return {
    views: state => grounds.map(ground => look(ground, progressOf(state, ground)).view),
    hintsOf: state => {
      const seen = grounds.map(ground => ofIndicator(ground, progressOf(state, ground), state.today));
      const views = seen.map(({ view }) => view);
      const all = [
        ...fixed,
        ...(note ? noteHints(tableId, note, state.profile, state.readings ?? {}) : []),
        ...progressTableHints(tableId, views, state.today),
      ];
      for (const { hints } of seen) for (const hint of hints) all.push(hint);
      return inOrder(kept(all, state.dismissed), grounds);
    },
  };
}

interface Remembered {
  progress: Progress;
  view: IndicatorView;
  today: string;
  hints: Hint[];
}

/** All at once, for those who ask once. */
export function hintsOf(input: HintSources & HintState): Hint[] {
  return hintRoom(input).hintsOf(input);
}

function readGrounds({ table, guidance, rules }: HintSources, tableId: string): IndicatorGround[] {
  const advice = new Map(guidance?.indicators.map(one => [one.code, one.advice]));
  const places = table.sections.flatMap(section => section.indicators.map(indicator => ({ section, indicator })));
  return places.map(({ section, indicator }, order) =>
    indicatorGround(section, indicator, {
      order,
      idBase: `${tableId}:${indicator.code}`,
      year: table.year,
      advice: advice.get(indicator.code) ?? [],
      rule: rules?.get(indicator.code) ?? ownRule(indicator),
    }),
  );
}

/** Nothing parsed where the cell holds no scoring rule: a method, a threshold, nothing. */
function ownRule({ scoringRule, contentText, cells }: IndicatorGround['indicator']): GivenRule {
  const cell = cells.scoringRule ?? null;
  if (!scoringRule) return { parsed: null, cell };
  const parsed = parseRule(scoringRule, { content: contentText });
  return { parsed: parsed.rule.kind === 'none' ? null : parsed, cell };
}

function indicatorHints(view: IndicatorView, today: string): Hint[] {
  const hints = contradictionHints(view);
  if (view.standing.work !== 'not-applicable') hints.push(...askedHints(view));
  const told = toldByFullScore(view);
  const kept = told === null ? hints : hints.filter(({ id }) => id !== told);
  kept.push(...ruleHints(view), ...datedHints(view, today), ...contentGapHint(view), ...adviceHints(view));
  return kept;
}

/** No hint twice, none that was put aside unless it must not be. */
function kept(all: readonly Hint[], dismissed: HintState['dismissed']): Hint[] {
  const seen = new Set<string>();
  return all.filter(({ id, dismissible }) => {
    if (seen.has(id) || (dismissible && dismissed?.has(id))) return false;
    seen.add(id);
    return true;
  });
}
