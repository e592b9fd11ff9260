import { formatPoints, type Points } from '../../lib/model/points';
import type { DraftSection, DraftSum } from '../../lib/model/table-draft';
import type { NoteReadings, UnitProfile } from '../../lib/model/unit-profile';
import { evaluateNote } from '../../lib/scoring/note-rule/evaluate-note';
import type { NoteRule } from '../../lib/scoring/note-rule/note-rule';
import { useTexts } from '../texts/texts-context';
import { sumState } from './weight-sum';

export interface NoteAsked {
  rule: NoteRule;
  profile: UnitProfile;
  readings: NoteReadings;
  cellLink: string;
}

interface DraftChecksProps {
  section: DraftSection;
  table: DraftSum;
  /** The 【说明】, where it is about this section. */
  note: NoteAsked | null;
}

interface Check {
  text: string;
  met: boolean;
  stated?: boolean;
}

const SCALE = 10_000;

/** What the section as drafted fulfils and what not, at every moment. */
export function DraftChecks({ section, table, note }: DraftChecksProps) {
  const words = useTexts().drafting;
  const rows = section.rows.filter(({ removed }) => !removed);
  const wordless = rows.filter(({ texts }) => texts.content && texts.content.text.trim() === '').length;
  const checks: Check[] = [
    { text: words.checks.content(wordless), met: wordless === 0 },
    ...(note ? [] : [{ text: words.checks.weights(section.sum.missing), met: section.sum.missing === 0 }]),
    ...(note ? [] : sumCheck(section.sum, words.checks.sum)),
    ...sumCheck(table, words.checks.total),
  ];
  return (
    <section className="draft-checks" aria-labelledby="draft-checks-title" data-testid="draft-checks">
      {note && <NoteChecks section={section} note={note} />}
      <h2 id="draft-checks-title">{words.checks.title}</h2>
      <CheckList checks={checks} />
    </section>
  );
}

function NoteChecks({ section, note }: { section: DraftSection; note: NoteAsked }) {
  const words = useTexts().drafting;
  const { rule, profile, readings, cellLink } = note;
  const rows = section.rows.filter(({ removed }) => !removed);
  const { declared } = section.sum;
  const outcome = evaluateNote(rule, profile, readings, {
    weight: declared === null ? null : declared / SCALE,
    weights: rows.map(({ weight }) => (weight === null ? null : weight / SCALE)),
  });
  const unknown = outcome.warnings.includes('profileUnknown');
  const least = outcome.minItems ?? (unknown ? leastOfAny(rule) : null);
  const without = rows.filter(({ weight }) => weight === null).length;
  const notPositive = rows.filter(({ weight }) => weight !== null && weight <= 0).length;
  const checks: Check[] = [
    ...(least === null
      ? []
      : [{ text: words.note.least(least, rows.length, unknown), met: rows.length >= least, stated: true }]),
    ...(rule.clauses.some(({ ownWeights }) => ownWeights)
      ? [{ text: words.note.ownWeights(without), met: without === 0, stated: true }]
      : []),
    { text: words.note.positive(notPositive), met: notPositive === 0, stated: false },
    ...sumCheck(section.sum, words.checks.sum).map(check => ({ ...check, stated: false })),
  ];
  const points = outcome.basePoints?.join('、') ?? null;
  const quotes = rule.clauses.filter(({ id }) => outcome.clauses.includes(id));
  return (
    <>
      <h2>{words.note.title}</h2>
      <p className="draft-applies" data-testid="draft-applies">
        {points === null || unknown
          ? words.note.pointsUnknown
          : outcome.alsoAllowed
            ? words.note.pointsConflict(points, outcome.alsoAllowed.join('、'))
            : outcome.stated
              ? words.note.points(points)
              : words.note.pointsSilent(points)}
      </p>
      <CheckList checks={checks} />
      <p className="quiet">
        {(quotes.length > 0 ? quotes : rule.clauses).map(({ id, quote }) => (
          <q key={id}>{quote}</q>
        ))}{' '}
        <a className="inline-link" href={cellLink}>
          {words.note.cell(rule.cell)}
        </a>
      </p>
    </>
  );
}

/** What at least some unit has to write. */
function leastOfAny({ clauses }: NoteRule): number | null {
  const known = clauses.flatMap(({ minItems }) => minItems ?? []);
  return known.length > 0 ? Math.min(...known) : null;
}

function CheckList({ checks }: { checks: readonly Check[] }) {
  const words = useTexts().drafting.checks;
  return (
    <ul className="draft-check-list">
      {checks.map(({ text, met, stated }) => (
        <li key={text} data-met={met}>
          <span className={met ? 'is-met' : 'is-unmet'}>
            <span aria-hidden>{met ? '✓' : '✗'}</span>
            <span className="visually-hidden">{met ? words.met : words.unmet} </span>
          </span>
          <span>
            {text}
            {stated !== undefined && <span className="quiet">（{stated ? words.stated : words.inferred}）</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function sumCheck(sum: DraftSum, said: (sum: string, declared: string) => string): Check[] {
  const { declared } = sum;
  if (declared === null) return [];
  return [{ text: said(formatPoints(sum.sum), formatPoints(declared as Points)), met: sumState(sum) === 'exact' }];
}
