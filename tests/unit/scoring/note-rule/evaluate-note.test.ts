import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NoteReadings, ProfileAnswer, UnitProfile } from '../../../../lib/model/unit-profile';
import { evaluateNote } from '../../../../lib/scoring/note-rule/evaluate-note';
import { noteRuleOf } from '../../../../lib/scoring/note-rule/read-note';
import { seedTable } from '../hints/seed-table';

interface Row {
  carriesProvincial: ProfileAnswer;
  keyPointsDuty: ProfileAnswer;
  basePoints: number[];
  alsoAllowed?: number[];
  minItems: number | null;
  sum: number;
  stated: boolean;
}
interface Domain {
  decisionTable: Record<string, Row[]>;
  testCases: {
    profile: UnitProfile;
    weights: number[];
    expect: { ok: boolean; problems?: string[]; warnings?: string[] };
  }[];
}

const domain = JSON.parse(
  readFileSync(new URL('../../../fixtures/domain/note-rule.json', import.meta.url), 'utf8'),
) as Domain;
const rule = noteRuleOf(seedTable)!;
const five = { weight: 15, weights: [3, 2, 1, 5, 4] };
const profile = (carriesProvincial: ProfileAnswer, keyPointsDuty: ProfileAnswer) => ({
  carriesProvincial,
  keyPointsDuty,
});

describe('evaluateNote', () => {
  for (const { profile: unit, weights, expect: wanted } of domain.testCases) {
    it(`judges ${JSON.stringify(unit)} with ${weights} as the domain file does`, () => {
      const outcome = evaluateNote(rule, unit, {}, { weight: 15, weights });
      expect(outcome.ok).toBe(wanted.ok);
      expect(outcome.problems.map(({ code }) => code)).toEqual(wanted.problems ?? []);
      expect(outcome.warnings).toEqual(wanted.warnings ?? []);
    });
  }

  for (const [name, rows] of Object.entries(domain.decisionTable)) {
    const readings: NoteReadings = { Q1: name.startsWith('Q1-OR') ? 'Q1-OR' : 'Q1-AND' };
    for (const row of rows) {
      it(`follows the decision table: ${name.slice(0, 6)}, ${row.carriesProvincial}/${row.keyPointsDuty}`, () => {
        const outcome = evaluateNote(rule, row, readings, five);
        expect(outcome.basePoints).toEqual(row.basePoints);
        expect(outcome.alsoAllowed).toEqual(row.alsoAllowed ?? null);
        expect(outcome.minItems).toBe(row.minItems);
        expect(outcome.sum).toBe(row.sum);
        expect(outcome.stated).toBe(row.stated);
      });
    }
  }

  it('marks the least number as stated and the sum as inferred', () => {
    const outcome = evaluateNote(rule, profile('no', 'no'), {}, { weight: 15, weights: [8, 6] });
    expect(outcome.problems).toEqual([
      { code: 'minItems', stated: true, have: 2, need: 3 },
      { code: 'weightsSum', stated: false, have: 14, need: 15 },
    ]);
  });

  it('asks for three items while the duty is unknown, because both cases ask for them', () => {
    expect(evaluateNote(rule, profile('no', 'unknown'), {}, five)).toMatchObject({ minItems: 3, basePoints: null });
    expect(evaluateNote(rule, profile('unknown', 'unknown'), {}, five).minItems).toBeNull();
  });

  it('asks how 及 is meant only where it makes a difference, and never again once answered', () => {
    expect(evaluateNote(rule, profile('no', 'yes'), {}, five).open).toContain('Q1');
    expect(evaluateNote(rule, profile('no', 'no'), {}, five).open).not.toContain('Q1');
    expect(evaluateNote(rule, profile('no', 'yes'), { Q1: 'Q1-AND' }, five).open).not.toContain('Q1');
  });

  it('asks whether three means each point only where the rows would not suffice then', () => {
    expect(evaluateNote(rule, profile('no', 'yes'), {}, five).open).toContain('Q3');
    expect(evaluateNote(rule, profile('no', 'no'), {}, five).open).not.toContain('Q3');
    expect(evaluateNote(rule, profile('no', 'yes'), { Q3: 'Q3-POINT' }, five).problems[0]).toMatchObject({ need: 6 });
  });

  it('adds up exactly: 0.1 and 0.2 make 0.3', () => {
    expect(evaluateNote(rule, profile('no', 'no'), {}, { weight: 0.6, weights: [0.1, 0.2, 0.3] }).ok).toBe(true);
  });

  it('says which weights are missing', () => {
    const outcome = evaluateNote(rule, profile('no', 'no'), {}, { weight: 15, weights: [5, null, 5] });
    expect(outcome.problems).toEqual([{ code: 'ownWeights', stated: true, have: 1, need: 0 }]);
  });
});
