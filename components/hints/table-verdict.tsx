import { Radio } from 'antd';
import { addPoints, formatPoints } from '../../lib/model/points';
import type { ScoreOverview, VetoEntry } from '../../lib/scoring/hints/score-overview';
import { useTexts } from '../texts/texts-context';

interface TableVerdictProps {
  overview: ScoreOverview;
  itemLink: (code: string) => string;
  cellLink: (cell: string) => string;
  /** Whether a veto of the whole table applies; undefined: not known. */
  onVeto: (quote: string, applies: boolean | undefined) => void;
}

/** The sum, and apart from it what no sum shows: vetoes and the grade. */
export function TableVerdict({ overview, itemLink, cellLink, onVeto }: TableVerdictProps) {
  const texts = useTexts();
  const words = texts.hints.lost;
  const { total, lost, vetoes, grade } = overview;
  const lostPoints = addPoints(lost.map(entry => entry.lost));
  return (
    <div className="verdict">
      <p className="verdict-sum">
        <strong>{words.total(formatPoints(total.score), formatPoints(total.weight))}</strong>
        {lost.length > 0 && <span className="is-lost">{words.lostTotal(formatPoints(lostPoints))}</span>}
        {total.delta !== 0 && <span>{words.delta(formatPoints(total.delta))}</span>}
        {total.unscored > 0 && <span className="quiet">{words.unscored(total.unscored)}</span>}
        {total.notApplicable > 0 && <span className="quiet">{words.notApplicable(total.notApplicable)}</span>}
      </p>
      {vetoes.length > 0 && (
        <section aria-label={words.vetoes}>
          <h2>{words.vetoes}</h2>
          <p className="quiet">{words.vetoHint}</p>
          <ul className="veto-list">
            {vetoes.map(veto => (
              <li key={`${veto.code}:${veto.quote.quote}`} className={`is-${stateOf(veto)}`}>
                <span className="severity">{words.vetoState[stateOf(veto)]}</span>
                {veto.code !== null && (
                  <a className="inline-link" href={itemLink(veto.code)}>
                    {veto.code}
                  </a>
                )}{' '}
                <q>{veto.quote.quote}</q>{' '}
                {veto.quote.cell !== null && (
                  <a className="inline-link" href={cellLink(veto.quote.cell)}>
                    {veto.quote.cell}
                  </a>
                )}{' '}
                {veto.code === null && <VetoAnswer veto={veto} onVeto={onVeto} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {grade && (
        <section aria-label={words.grade}>
          <h2>{words.grade}</h2>
          <p>
            {grade.label === null
              ? words.gradeGap(String(grade.value))
              : words.gradeNow(grade.label, String(grade.value))}
            {grade.next && ` · ${words.gradeNext(grade.next.label, String(grade.next.missing))}`}
          </p>
          {grade.gaps.map(({ above, below }) => (
            <p key={above} className="quiet">
              {words.gradeHole(String(above), String(below))}
            </p>
          ))}
        </section>
      )}
    </div>
  );
}

const stateOf = ({ applies }: VetoEntry) => (applies === null ? 'open' : applies ? 'applies' : 'clear');

/** Those of an item are answered with the item; those of the whole table here. */
function VetoAnswer({ veto, onVeto }: { veto: VetoEntry } & Pick<TableVerdictProps, 'onVeto'>) {
  const words = useTexts().hints.rule;
  return (
    <Radio.Group
      size="small"
      aria-label={veto.quote.quote}
      value={veto.applies === null ? '' : veto.applies ? 'yes' : 'no'}
      onChange={event => {
        const { value } = event.target as { value: string };
        onVeto(veto.quote.quote, value === '' ? undefined : value === 'yes');
      }}
      options={[
        { value: 'yes', label: words.happened },
        { value: 'no', label: words.notHappened },
        { value: '', label: words.open },
      ]}
    />
  );
}
