import { Radio } from 'antd';
import type { NoteReadings, ProfileAnswer, UnitProfile } from '../../lib/model/unit-profile';
import type { NoteRule } from '../../lib/scoring/note-rule/note-rule';
import { useTexts } from '../texts/texts-context';

interface UnitProfileFormProps {
  rule: NoteRule;
  profile: UnitProfile;
  readings: NoteReadings;
  cellLink: string;
  onProfile: (field: keyof UnitProfile, answer: ProfileAnswer) => void;
  onReading: <Question extends keyof NoteReadings>(question: Question, reading: NoteReadings[Question]) => void;
}

const ANSWERS: readonly ProfileAnswer[] = ['yes', 'no', 'unknown'];

/** What stands first is read so until somebody chooses. */
const READINGS = [
  { question: 'Q1', choices: ['Q1-AND', 'Q1-OR'] },
  { question: 'Q2', choices: ['Q2-BASE', 'Q2-ROWS'] },
  { question: 'Q3', choices: ['Q3-SECTION', 'Q3-POINT'] },
] as const;

/** The questions that the 【说明】 puts to a unit, and those that its words leave open. */
export function UnitProfileForm(props: UnitProfileFormProps) {
  const { rule, profile, readings, cellLink, onProfile, onReading } = props;
  const texts = useTexts();
  const words = texts.hints.profile;
  const open = READINGS.filter(({ question }) => isOpen(rule, question));
  return (
    <section className="unit-profile" data-field="profile" data-testid="unit-profile" aria-labelledby="profile-heading">
      <h2 id="profile-heading">{words.title}</h2>
      <p className="quiet">{words.lead}</p>
      {rule.asks.map(({ field, label, quote }) => (
        <fieldset key={field}>
          <legend>{label}</legend>
          <Radio.Group
            aria-label={label}
            value={profile[field]}
            onChange={event => onProfile(field, event.target.value as ProfileAnswer)}
            options={ANSWERS.map(answer => ({ value: answer, label: words[answer] }))}
          />
          <p className="quiet">
            {words.asked} <q>{quote}</q>{' '}
            <a className="inline-link" href={cellLink}>
              {rule.cell}
            </a>
          </p>
        </fieldset>
      ))}
      {open.length > 0 && <h3>{words.readings}</h3>}
      {open.map(({ question, choices }) => (
        <fieldset key={question}>
          <legend>{words.questions[question]}</legend>
          <Radio.Group
            vertical
            aria-label={words.questions[question]}
            value={readings[question] ?? choices[0]}
            onChange={event => onReading(question, event.target.value as NoteReadings[typeof question])}
            options={choices.map(choice => ({
              value: choice,
              label: `${words.choices[choice]}${choice === choices[0] ? words.default : ''}`,
            }))}
          />
        </fieldset>
      ))}
    </section>
  );
}

/** Asked only where the note has the words in question. */
function isOpen({ clauses }: NoteRule, question: keyof NoteReadings): boolean {
  if (question === 'Q1') return clauses.some(({ joined }) => joined === 'ambiguous');
  if (question === 'Q2') return clauses.some(({ basePoints }) => basePoints.length > 0);
  return clauses.some(({ minItems }) => minItems !== null);
}
