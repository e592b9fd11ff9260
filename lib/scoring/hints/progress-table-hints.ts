import { daysUntil } from '../../model/calendar-day';
import type { Hint, HintText, Quote } from '../../model/hint';
import { addPoints, type Points } from '../../model/points';
import type { ProblemSeverity } from '../../model/problem-texts';
import { codeList, indicatorHint, quotesOf, short, tableHint, text } from './draft';
import { type IndicatorView, isBlank } from './indicator-view';

/** From here on a deadline is a warning. */
const SOON = 30;

/**
 * What concerns several indicators together is told once, beside each of them. What a department owes is told with its
 * deadline; only what nobody has been given is told by deadline alone.
 */
export function progressTableHints(tableId: string, views: readonly IndicatorView[], today: string): Hint[] {
  const open = views.filter(({ progress, standing }) => !progress.filled && standing.work !== 'not-applicable');
  if (views.some(isAssigned)) {
    const others = open.filter(view => !isAssigned(view));
    return [
      ...deadlineHints(tableId, others, today),
      ...owedHints(tableId, open.filter(isAssigned), today),
      ...unassignedHint(tableId, views),
    ];
  }
  const deadlines = deadlineHints(tableId, open, today);
  return deadlines.length > 0 ? deadlines : nobodyOwes(tableId, open);
}

const isAssigned = ({ progress }: IndicatorView): boolean => !isBlank(progress.department);

function deadlineHints(tableId: string, open: readonly IndicatorView[], today: string): Hint[] {
  const groups = groupBy(open, ({ ground: { indicator } }) => {
    const { deadline } = indicator;
    if (!deadline || deadline.precision === 'done') return null;
    return deadline.date ?? `${deadline.precision}:${deadline.clean}`;
  });
  return [...groups].map(([of, views]) => {
    const { date, precision, clean } = views[0]!.ground.indicator.deadline!;
    const codes = codesOf(views);
    const values = { count: codes.length, codes: codeList(codes), wording: clean };
    const days = date === null ? null : daysUntil(date, today);
    return tableHint(tableId, codes, deadlineLine(date, days, precision, values), {
      of,
      severity: days === null ? 'info' : urgency(days),
      field: 'deadline',
      why: wordings(views),
      points: pointsOf(views),
      source: 'table',
      dismissible: true,
    });
  });
}

function deadlineLine(
  date: string | null,
  days: number | null,
  precision: string,
  values: HintText['values'],
): HintText {
  if (date === null || days === null || Number.isNaN(days)) {
    const known = precision === 'ongoing' || precision === 'recurring';
    return text(known ? `deadline/${precision}` : 'deadline/unknown', values);
  }
  if (days === 0) return text('deadline/today', { ...values, date });
  return days > 0
    ? text('deadline', { ...values, date, days })
    : text('deadline/overdue', { ...values, date, days: -days });
}

function urgency(days: number): ProblemSeverity {
  return days <= SOON ? 'warning' : 'info';
}

/** Each way the deadline is written, with the first cell that has it. */
function wordings(views: readonly IndicatorView[]): Quote[] {
  const found = new Map<string, Quote>();
  for (const { ground } of views) {
    const { deadline, cells } = ground.indicator;
    if (deadline && !found.has(deadline.clean)) {
      found.set(deadline.clean, { quote: deadline.clean, cell: cells.deadline ?? null });
    }
  }
  return [...found.values()];
}

/** Dates inside of a measure or content; beside the item only. */
export function datedHints({ ground, progress, measuresDone, standing }: IndicatorView, today: string): Hint[] {
  const ticked = ground.measures.length > 0 && measuresDone === ground.measures.length;
  if (progress.filled || ticked || standing.work === 'not-applicable') return [];
  return ground.dated.flatMap(({ key, date, passages }) => {
    if (date === null || date === ground.indicator.deadline?.date) return [];
    const days = daysUntil(date, today);
    const values = { quote: short(passages[0]!.quote), days: Math.abs(days) };
    const line = text(days < 0 ? 'deadline/in-text-overdue' : 'deadline/in-text', values);
    return [
      indicatorHint(ground, line, {
        of: key,
        severity: urgency(days),
        field: 'measures',
        why: quotesOf(passages),
        points: ground.weight,
        source: 'table',
        dismissible: true,
      }),
    ];
  });
}

/** One hint for what a department owes by one day. */
function owedHints(tableId: string, open: readonly IndicatorView[], today: string): Hint[] {
  const groups = groupBy(open, ({ progress, ground }) => {
    const date = ground.indicator.deadline?.date;
    return `${progress.department.trim()}${date ? `:${date}` : ''}`;
  });
  return [...groups].map(([of, views]) => {
    const { progress, ground } = views[0]!;
    const date = ground.indicator.deadline?.date ?? null;
    const days = date === null ? null : daysUntil(date, today);
    const codes = codesOf(views);
    const values = { count: codes.length, codes: codeList(codes), department: short(progress.department.trim(), 20) };
    return owed(tableId, views, {
      of,
      line: owedLine(date, days, values),
      severity: days !== null && days <= SOON ? 'warning' : 'suggestion',
      why: date === null ? [] : wordings(views),
    });
  });
}

function owedLine(date: string | null, days: number | null, values: HintText['values']): HintText {
  if (date === null || days === null || Number.isNaN(days)) return text('owed', values);
  if (days === 0) return text('owed/today', { ...values, date });
  return days > 0
    ? text('owed/due', { ...values, date, days })
    : text('owed/overdue', { ...values, date, days: -days });
}

/** Where no department is named, what is open is told with its deadline; only without one it is told here. */
function nobodyOwes(tableId: string, open: readonly IndicatorView[]): Hint[] {
  const codes = codesOf(open);
  const line = text('owed/nobody', { count: codes.length, codes: codeList(codes) });
  return open.length > 0 ? [owed(tableId, open, { of: '', line, severity: 'suggestion', why: [] })] : [];
}

function owed(
  tableId: string,
  views: readonly IndicatorView[],
  { of, line, severity, why }: { of: string; line: HintText; severity: ProblemSeverity; why: readonly Quote[] },
): Hint {
  return tableHint(tableId, codesOf(views), line, {
    of,
    severity,
    field: 'completion',
    why,
    points: pointsOf(views),
    source: 'table',
    dismissible: true,
  });
}

/** Only once departments are being named: who works alone names none. */
function unassignedHint(tableId: string, views: readonly IndicatorView[]): Hint[] {
  const without = views.filter(
    ({ progress, standing }) => isBlank(progress.department) && standing.work !== 'not-applicable',
  );
  if (without.length === 0 || without.length === views.length) return [];
  const codes = codesOf(without);
  return [
    tableHint(tableId, codes, text('unassigned', { count: codes.length, codes: codeList(codes) }), {
      severity: 'suggestion',
      field: 'department',
      why: [],
      action: { type: 'assign' },
      points: pointsOf(without),
      source: 'table',
      dismissible: true,
    }),
  ];
}

const codesOf = (views: readonly IndicatorView[]): string[] => views.map(({ ground }) => ground.indicator.code);

/** Points of all of them together; null where none has any. */
function pointsOf(views: readonly IndicatorView[]): Points | null {
  const known = views.map(({ ground }) => ground.weight).filter(weight => weight !== null);
  return known.length === 0 ? null : addPoints(known);
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
