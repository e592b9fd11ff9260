import { Radio } from 'antd';
import { type Fact, factField } from '../../lib/model/progress';
import type { IndicatorView } from '../../lib/scoring/hints/indicator-view';
import { useTexts } from '../texts/texts-context';
import { NumberField } from './number-field';

interface FactFieldsProps {
  view: IndicatorView;
  factOf: (requirement: string) => Fact | null;
  onFact: (requirement: string, fact: Fact | null, group?: string) => void;
}

/** Counted requirements and forbidden events of one item, each with its answer: only the hints read them. */
export function FactFields({ view, factOf, onFact }: FactFieldsProps) {
  const texts = useTexts();
  const { counts, events } = view;
  if (counts.length === 0 && events.length === 0) return null;
  return (
    <section className="facts-asked" aria-labelledby="facts-heading">
      <h3 id="facts-heading">{texts.hints.facts}</h3>
      <ul>
        {counts.map(({ requirement, have, from }) => {
          const { key, perYear, unit, passages } = requirement;
          const quote = passages[0]!.quote;
          const fact = factOf(key);
          return (
            <li key={key} data-field={factField(key)}>
              <q>{quote}</q>
              <span className="fact-answer">
                <NumberField
                  label={`${quote} ${texts.hints.factOf(String(perYear), unit)}`}
                  value={typeof fact === 'number' ? fact : null}
                  unit={unit}
                  onValue={(value, group) => onFact(key, value, group)}
                />
                <span className="quiet">
                  {texts.hints.factOf(String(perYear), unit)}
                  {fact === null && from === 'completion' && ` · ${texts.hints.factFrom(`${have} ${unit}`)}`}
                </span>
              </span>
            </li>
          );
        })}
        {events.map(({ requirement: { key, passages } }) => {
          const quote = passages[0]!.quote;
          const fact = factOf(key);
          return (
            <li key={key} data-field={factField(key)}>
              <q>{quote}</q>
              <Radio.Group
                size="small"
                aria-label={quote}
                value={typeof fact === 'string' ? fact : ''}
                onChange={event => onFact(key, (event.target.value || null) as Fact | null)}
                options={[
                  { value: 'none', label: texts.hints.eventNone },
                  { value: 'happened', label: texts.hints.eventHappened },
                  { value: '', label: texts.hints.eventOpen },
                ]}
              />
            </li>
          );
        })}
      </ul>
      <p className="quiet">{texts.hints.factsHint}</p>
    </section>
  );
}
