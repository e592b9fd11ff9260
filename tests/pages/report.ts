import type { FieldResult, PageResult } from './recognise-page';

export interface Figures {
  must: number;
  right: number;
  hints: number;
  wrong: number;
  mustNot: number;
  onMustNot: number;
}

export const isHint = ({ predicted }: FieldResult): boolean => Boolean(predicted?.code && predicted.role);

export const isRight = (result: FieldResult): boolean =>
  result.field.hint === 'must' &&
  result.predicted?.code === result.field.code &&
  result.predicted.role === result.field.role;

/** Every hint with a code and a role counts, sure or possible; on a field marked `may` it is neither right nor wrong. */
export function figuresOf(fields: readonly FieldResult[]): Figures {
  const figures = { must: 0, right: 0, hints: 0, wrong: 0, mustNot: 0, onMustNot: 0 };
  for (const result of fields) {
    const hint = isHint(result);
    const right = isRight(result);
    if (result.field.hint === 'must') figures.must++;
    if (right) figures.right++;
    if (result.field.hint === 'may') continue;
    if (hint) figures.hints++;
    if (hint && !right) figures.wrong++;
    if (result.field.hint === 'mustNot') {
      figures.mustNot++;
      if (hint) figures.onMustNot++;
    }
  }
  return figures;
}

export const recallOf = ({ must, right }: Figures): number => (must ? right / must : 1);
export const precisionOf = ({ hints, wrong }: Figures): number => (hints ? (hints - wrong) / hints : 1);

/** One line a page and one for all. */
export function reportOf(results: readonly PageResult[]): string {
  const line = (name: string, figures: Figures, rest: string): string =>
    `${name.padEnd(34)} recall ${figures.must ? recallOf(figures).toFixed(3) : '  -  '}  precision ${
      figures.hints ? precisionOf(figures).toFixed(3) : '  -  '
    }  fields ${String(figures.must).padStart(4)}  hints where none may be ${figures.onMustNot}/${figures.mustNot}${rest}`;
  const lines = results.map(({ page, fields, unlisted, errors }) =>
    line(
      page,
      figuresOf(fields),
      `${unlisted.length ? `  unlisted ${unlisted.length}` : ''}${errors.length ? `  ERRORS ${errors.join(' | ')}` : ''}`,
    ),
  );
  return [...lines, line('all', figuresOf(results.flatMap(({ fields }) => fields)), '')].join('\n');
}

/** The fields that went wrong, one line each. */
export function failuresOf({ page, fields, unlisted }: PageResult): string[] {
  const wrong = fields.filter(
    result => !isRight(result) && result.field.hint !== 'may' && (result.field.hint === 'must' || isHint(result)),
  );
  return [
    ...wrong.map(
      ({ state, field, found, predicted }) =>
        `${page} ${state} ${found ? '' : 'NOT FOUND '}${field.path}: ${field.hint} ${field.code} ${field.role}, got ${
          predicted ? `${predicted.code} ${predicted.role} ${predicted.confidence.toFixed(2)} (${predicted.why})` : '-'
        }`,
    ),
    ...unlisted.map(it => `${page} ${it.state} unlisted ${it.code} ${it.role} (${it.why}) ${it.element}`),
  ];
}
