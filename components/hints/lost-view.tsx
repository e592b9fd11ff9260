import { Button, Empty } from 'antd';
import { useState } from 'react';
import { formatPoints, type Points } from '../../lib/model/points';
import type { RecognisedTable } from '../../lib/model/table';
import { changeWords } from '../../lib/scoring/hints/clause-words';
import { hintLine } from '../../lib/scoring/hints/hint-line';
import type { IndicatorView } from '../../lib/scoring/hints/indicator-view';
import type { LostEntry, ScoreOverview } from '../../lib/scoring/hints/score-overview';
import { Headings } from '../frame/headings';
import { useLanguage, useTexts } from '../texts/texts-context';
import { TableVerdict } from './table-verdict';

/** Drawn at first; the table may have thousands of indicators. */
const WINDOW = 50;

interface LostViewProps {
  table: RecognisedTable;
  overview: ScoreOverview;
  viewOf: (code: string) => IndicatorView | null;
  itemLink: (code: string) => string;
  cellLink: (cell: string) => string;
  onVeto: (quote: string, applies: boolean | undefined) => void;
}

/** 失分清单 of one table: what was lost, why in the table's words, how to win it back. */
export function LostView(props: LostViewProps) {
  const { table, overview, itemLink, cellLink, onVeto } = props;
  const texts = useTexts();
  const words = texts.hints.lost;
  const [shown, setShown] = useState(WINDOW);
  const contents = new Map(table.sections.flatMap(({ indicators }) => indicators.map(one => [one.code, one.content])));
  return (
    <section className="lost-view" aria-label={`${texts.hints.lostTitle} ${table.sheet}`} data-testid="lost-points">
      <TableVerdict overview={overview} itemLink={itemLink} cellLink={cellLink} onVeto={onVeto} />
      {overview.lost.length === 0 ? (
        <Empty
          description={
            <>
              <strong>{words.none}</strong>
              <br />
              {words.noneHint}
            </>
          }
        />
      ) : (
        <table className="lost-table">
          <Headings of={words.headings} />
          <tbody>
            {overview.lost.slice(0, shown).map(entry => (
              <LostRow key={entry.code} entry={entry} content={contents.get(entry.code) ?? ''} {...props} />
            ))}
          </tbody>
        </table>
      )}
      {overview.lost.length > shown && (
        <Button type="link" onClick={() => setShown(shown + WINDOW)}>
          {texts.hints.more(overview.lost.length - shown)}
        </Button>
      )}
    </section>
  );
}

function LostRow({
  entry,
  content,
  viewOf,
  itemLink,
  cellLink,
}: LostViewProps & { entry: LostEntry; content: string }) {
  const texts = useTexts();
  const language = useLanguage();
  const words = texts.hints.lost;
  const view = viewOf(entry.code);
  const ways = entry.clauses.flatMap(({ key, winBack }) => {
    const [way] = winBack;
    const clause = view?.ground.rule?.clauses.find(one => one.key === key);
    if (!way || !clause) return [];
    const change = changeWords(clause, view?.rule?.answers ?? null, way);
    const said = typeof change === 'object' ? change[language] : String(change);
    return [{ key, text: words.gain(said, String(way.gain)) }];
  });
  const open = entry.open.map(hint => ({ key: hint.id, text: hintLine(hint, language) }));
  const todo = [...ways, ...open];
  return (
    <tr>
      <th scope="row">
        <a className="inline-link" href={itemLink(entry.code)}>
          {entry.code}
        </a>{' '}
        <span className="lost-content">{content}</span>
      </th>
      <td className="lost-number">
        {formatPoints(entry.score)} / {formatPoints(entry.weight)}
      </td>
      <td className="lost-number is-lost">{formatPoints(entry.lost)}</td>
      <td>
        {entry.clauses.length === 0 && <Untold entry={entry} view={view} />}
        <ul>
          {entry.clauses.map(({ key, quote, lost }) => (
            <li key={key}>
              <q>{quote.quote}</q> −{formatPoints(lost as Points)}{' '}
              {quote.cell !== null && (
                <a className="inline-link" href={cellLink(quote.cell)}>
                  {quote.cell}
                </a>
              )}
            </li>
          ))}
        </ul>
      </td>
      <td>
        {todo.length === 0 ? (
          <span className="quiet">{words.nothing}</span>
        ) : (
          <ul>
            {todo.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

/** Where no clause can be named: the unit's own score, or a judgement. */
function Untold({ entry, view }: { entry: LostEntry; view: IndicatorView | null }) {
  const texts = useTexts();
  const words = texts.hints.lost;
  const rule = view?.ground.rule;
  if (!rule) return <span className="quiet">{words.fromSelf}</span>;
  if (entry.from === 'self') return <span className="quiet">{words.fromSelfRule}</span>;
  return (
    <>
      <span className="quiet">{words.fromJudgement}</span> <q>{rule.parsed.sourceText}</q>
    </>
  );
}
