import type { CampaignHint } from '../model/campaign-hint';
import { entityOf } from '../model/entity';
import type { Guidance } from '../model/guidance';
import type { Hint } from '../model/hint';
import type { Item } from '../model/item';
import type { OpValue } from '../model/op';
import { type Fact, factField, type Progress } from '../model/progress';
import type { RuleInput } from '../model/rule-input';
import type { Problem, RecognisedTable } from '../model/table';
import { type GivenRule, type HintRoom, hintRoom } from '../scoring/hints/hints-of';
import type { IndicatorView } from '../scoring/hints/indicator-view';
import { progressOfItem } from '../scoring/hints/progress-of-item';
import { type ScoreOverview, scoreOverview, type TableRule } from '../scoring/hints/score-overview';
import { withSharedAnswers } from '../scoring/hints/shared-answers';
import type { NoteRule } from '../scoring/note-rule/note-rule';
import { noteRuleOf } from '../scoring/note-rule/read-note';
import type { Place } from './answer-places';
import { ruleOfItem, scoringRuleOf } from './campaign-rules';
import { readRuleAnswers } from './rule-answers';
import { readProfile, readReadings } from './unit-profile';
import { vetoPlace } from './whole-table';

/** All hints of a campaign at one moment. */
export interface HintReading {
  /** Most points at stake first, those put aside included. */
  hints: readonly CampaignHint[];
  /** By the indicator's entity. */
  byItem: ReadonlyMap<string, readonly CampaignHint[]>;
  views: ReadonlyMap<string, IndicatorView>;
  /** Errors and warnings that nobody put aside. */
  serious: number;
  /** The 【说明】 that has to be answered for; null where no table has one. */
  note: { rule: NoteRule; table: RecognisedTable } | null;
}

export const NO_HINTS: HintReading = {
  hints: [],
  byItem: new Map(),
  views: new Map(),
  serious: 0,
  note: null,
};

export interface HintGround {
  tables: readonly RecognisedTable[];
  problems: readonly Problem[];
  guidance: ReadonlyMap<RecognisedTable, Guidance>;
}

/** A table read under the rules that it had at the time. */
interface Room {
  table: RecognisedTable;
  rules: Rules;
  room: HintRoom;
  grounds: ReadonlyMap<string, IndicatorView['ground']>;
}

/** By code, of the indicators that have one. */
type Rules = ReadonlyMap<string, GivenRule>;

/**
 * Hints of a campaign's tables. Reads a table once, and again when somebody corrected one of its rules; an item that is the
 * same object as before is not read again.
 */
export class CampaignHints {
  private readonly tables: readonly RecognisedTable[];
  private readonly rooms = new Map<RecognisedTable, Room>();
  private readonly note: HintReading['note'];
  private progress = new WeakMap<Item, Progress>();

  constructor(
    private readonly ground: HintGround,
    private readonly read: (place: Place) => OpValue | undefined,
  ) {
    const tables = ground.tables.filter(({ kind }) => kind !== 'tasks');
    this.tables = tables;
    const noted = tables.flatMap(table => {
      const rule = noteRuleOf(table);
      return rule ? [{ rule, table }] : [];
    });
    this.note = noted[0] ?? null;
  }

  /** `today`: ISO date where the user is. */
  at(items: readonly Item[], today: string): HintReading {
    const profile = readProfile(this.read);
    const readings = readReadings(this.read);
    const views = new Map<string, IndicatorView>();
    const hints: CampaignHint[] = [];
    for (const table of this.tables) {
      const own = items.filter(item => item.table === table);
      const one = this.roomOf(table, own);
      const { room } = one;
      const progress = this.progressOf(one, own);
      for (const view of room.views({ progress })) views.set(entityOf(table, view.ground.indicator), view);
      for (const hint of room.hintsOf({ progress, profile, readings, today })) hints.push(this.placed(hint, table));
    }
    if (this.tables.length > 1) hints.sort((a, b) => (b.hint.points ?? -1) - (a.hint.points ?? -1));
    const serious = hints.filter(({ hint, dismissed }) => dismissed === null && isSerious(hint)).length;
    return { hints, byItem: byItem(hints), views, serious, note: this.note };
  }

  /** 失分清单 and all that belongs to it, table by table; worked out when it is looked at. */
  overviews(reading: HintReading): { table: RecognisedTable; overview: ScoreOverview }[] {
    return this.tables.map(table => {
      const views = table.sections.flatMap(section =>
        section.indicators.flatMap(indicator => reading.views.get(entityOf(table, indicator)) ?? []),
      );
      const hints = reading.hints.filter(one => one.table === table && one.dismissed === null).map(({ hint }) => hint);
      return { table, overview: scoreOverview({ views, hints, tableRules: this.tableRules(table) }) };
    });
  }

  private roomOf(table: RecognisedTable, items: readonly Item[]): Room {
    const rules = new Map<string, GivenRule>();
    for (const item of items) {
      const rule = ruleOfItem(item, this.read);
      if (rule) rules.set(item.indicator.code, rule);
    }
    const before = this.rooms.get(table);
    if (before && sameRules(before.rules, rules)) return before;
    const problems = this.ground.problems.filter(({ sheet }) => sheet === table.sheet);
    const guidance = this.ground.guidance.get(table) ?? null;
    const room = hintRoom({ table, problems, guidance, rules });
    const grounds = new Map(room.views({ progress: new Map() }).map(groundByCode));
    const fresh = { table, rules, room, grounds };
    this.rooms.set(table, fresh);
    // What was answered is read by the clauses of the rules.
    this.progress = new WeakMap();
    return fresh;
  }

  /** Grades and vetoes that hold for the whole table. */
  private tableRules(table: RecognisedTable): TableRule[] {
    const rule = scoringRuleOf({ table, indicator: null }, this.read);
    if (!rule) return [];
    return rule.clauses.map(({ rule: simple, quote, span, confidence }) => {
      const applies = this.read(vetoPlace(table, quote));
      const cell =
        rule.origin === 'given' ? null : (table.notes.find(({ text }) => text.includes(quote))?.cell ?? null);
      const parsed = { rule: simple, sourceText: quote, span, confidence, parts: [] };
      return { parsed, cell, applies: typeof applies === 'boolean' ? applies : null };
    });
  }

  private progressOf(room: Room, own: readonly Item[]): Map<string, Progress> {
    return new Map(
      own.map(item => {
        const before = this.progress.get(item);
        if (before) return [item.indicator.code, before];
        const fresh = this.progressOfOne(item, room.grounds.get(item.indicator.code));
        this.progress.set(item, fresh);
        return [item.indicator.code, fresh];
      }),
    );
  }

  private progressOfOne(item: Item, ground: IndicatorView['ground'] | undefined): Progress {
    const read = (field: string) => this.read({ entity: item.entity, field });
    const asked = ground ? [...ground.counts, ...ground.events].map(({ requirement }) => requirement.key) : [];
    const facts: Record<string, Fact> = {};
    for (const key of asked) {
      const fact = readFact(read(factField(key)));
      if (fact !== null) facts[key] = fact;
    }
    return progressOfItem(item, { facts, ruleAnswers: readRuleAnswers(ground?.rule?.clauses ?? [], read) });
  }

  private placed(hint: Hint, table: RecognisedTable): CampaignHint {
    const reason = hint.dismissible ? this.read(dismissalPlace(hint, table)) : undefined;
    return {
      hint,
      table,
      entities: hint.indicators.map(code => entityOfCode(table, code)),
      dismissed: typeof reason === 'string' ? reason : null,
    };
  }
}

/** Where a hint's dismissal is kept: with the indicator it is about, else with the campaign. The value is the reason. */
export function dismissalPlace({ id, indicators }: Hint, table: RecognisedTable): Place {
  const [only] = indicators;
  const entity = only !== undefined && indicators.length === 1 ? entityOfCode(table, only) : 'campaign';
  return { entity, field: `dismissed:${id}` };
}

/** The answers to the scoring rule as they stand, those to requirements that ask the same included. */
export function ruleAnswersOf(view: IndicatorView, read: (field: string) => OpValue | undefined): RuleInput | null {
  const { rule } = view.ground;
  if (!rule) return null;
  return withSharedAnswers(rule.clauses, readRuleAnswers(rule.clauses, read), view.counts, view.events);
}

export function readFact(value: OpValue | undefined): Fact | null {
  return typeof value === 'number' || value === 'none' || value === 'happened' ? value : null;
}

export const isSerious = ({ severity }: Pick<Hint, 'severity'>): boolean =>
  severity === 'error' || severity === 'warning';

/** `code` as the table numbers its indicators now. */
export function entityOfCode(table: RecognisedTable, code: string): string {
  for (const { indicators } of table.sections) {
    const indicator = indicators.find(one => one.code === code);
    if (indicator) return entityOf(table, indicator);
  }
  return entityOf(table, { code });
}

const groundByCode = ({ ground }: IndicatorView): [string, IndicatorView['ground']] => [ground.indicator.code, ground];

function byItem(hints: readonly CampaignHint[]): Map<string, CampaignHint[]> {
  const found = new Map<string, CampaignHint[]>();
  for (const one of hints) {
    for (const entity of one.entities) {
      const before = found.get(entity);
      if (before) before.push(one);
      else found.set(entity, [one]);
    }
  }
  return found;
}

function sameRules(before: Rules, now: Rules): boolean {
  return before.size === now.size && [...now].every(([code, rule]) => before.get(code) === rule);
}
