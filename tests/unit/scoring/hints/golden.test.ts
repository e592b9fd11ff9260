import { describe, expect, it } from 'vitest';
import type { Hint } from '../../../../lib/model/hint';
import { formatPoints } from '../../../../lib/model/points';
import { hintLine } from '../../../../lib/scoring/hints/hint-line';
import { hintsOf } from '../../../../lib/scoring/hints/hints-of';
import { STAGES, seedSources } from './stages';

/** As a person reads it. */
function readable(hint: Hint) {
  return {
    line: hintLine(hint),
    en: hintLine(hint, 'en'),
    severity: hint.severity,
    source: hint.source,
    at: [hint.indicators.join(' ') || 'table', hint.field].filter(Boolean).join(' · '),
    points: hint.points === null ? null : formatPoints(hint.points),
    why: hint.source === 'guidance' ? hint.why.length : hint.why.map(({ quote, cell }) => `${cell ?? '–'} ${quote}`),
    action: hint.action?.type ?? null,
    id: hint.id,
  };
}

describe('the hints of the 2023 table, as reviewed', () => {
  for (const [stage, state] of Object.entries(STAGES)) {
    it(`${stage} (${state.today})`, async () => {
      const hints = hintsOf({ ...seedSources, ...state }).map(readable);
      await expect(`${JSON.stringify(hints, null, 1)}\n`).toMatchFileSnapshot(`../../../fixtures/hints/${stage}.json`);
    });
  }
});
