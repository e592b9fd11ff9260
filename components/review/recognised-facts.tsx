import { addPoints, formatPoints, pointsOf } from '../../lib/model/points';
import type { RecognisedTable } from '../../lib/model/table';
import { useTexts } from '../texts/texts-context';

/** The table in six lines, to be compared with the paper at a glance. */
export function RecognisedFacts({ table }: { table: RecognisedTable }) {
  const texts = useTexts();
  const { facts } = texts.review;
  const indicators = table.sections.flatMap(section => section.indicators);
  const weights = indicators.flatMap(({ weight }) => (weight?.points == null ? [] : (pointsOf(weight.points) ?? [])));
  // A task list names its sections' weights alone.
  const sectionWeights = table.sections.flatMap(({ weight }) => (weight === null ? [] : (pointsOf(weight) ?? [])));
  const summed = weights.length > 0 ? weights : sectionWeights;
  const declared = table.total === null ? null : pointsOf(table.total);
  const lines: [string, string][] = [
    [facts.title, table.title?.clean || facts.none],
    [facts.year, table.year === null ? facts.none : String(table.year)],
    [facts.unit, table.unit ?? facts.none],
    [facts.sections, facts.count(table.sections.length)],
    [facts.indicators, facts.count(indicators.length)],
    [facts.measures, facts.count(indicators.reduce((sum, { measures }) => sum + measures.length, 0))],
    [
      facts.total,
      summed.length === 0 && declared === null
        ? facts.none
        : facts.sum(formatPoints(addPoints(summed)), declared === null ? null : formatPoints(declared)),
    ],
  ];
  return (
    <>
      <dl className="facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="fact-sections">
        {table.sections.map(section => (
          <li key={section.code}>
            <span>{section.name || facts.none}</span>
            <span className="quiet">
              {facts.count(section.indicators.length)}
              {section.weight === null ? '' : ` · ${formatPoints(pointsOf(section.weight) ?? addPoints([]))}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
