import { Button, Select } from 'antd';
import type { RuleMatch, RuleTarget } from '../../lib/model/rule-entry';
import { Headings } from '../frame/headings';
import { useTexts } from '../texts/texts-context';
import type { RuleSubject } from './rule-subject';

/** Drawn; a superior's rules are rarely more, and those beyond are matched all the same. */
const MOST_ROWS = 300;
const SKIP = '';

interface MatchesTableProps {
  matches: readonly RuleMatch[];
  subjects: readonly RuleSubject[];
  onMatches: (matches: RuleMatch[]) => void;
  onAdopt: () => void;
  onBack: () => void;
}

/** Which indicator each rule is for: what is plain is filled in, what is not waits for the person. */
export function MatchesTable({ matches, subjects, onMatches, onAdopt, onBack }: MatchesTableProps) {
  const words = useTexts().rules.import;
  const sure = matches.filter(({ target }) => target).length;
  const byKey = new Map(subjects.map(subject => [subject.key, subject]));
  return (
    <div className="rule-matches">
      <p role="status">
        <strong>{words.matched(sure, matches.length - sure)}</strong>{' '}
        {sure < matches.length && <span className="quiet">{words.left(matches.length - sure)}</span>}
      </p>
      <table className="match-table">
        <Headings of={words.headings} />
        <tbody>
          {matches.slice(0, MOST_ROWS).map((match, index) => {
            const { entry, target } = match;
            const key = target ? keyOf(target) : SKIP;
            const replaces = target?.for === 'indicator' && (byKey.get(key)?.rule?.clauses.length ?? 0) > 0;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries are told apart by their place only
              <tr key={index} className={target ? '' : 'is-open'} data-testid="rule-match">
                <td>
                  {entry.content !== '' && (
                    <p className="match-content">
                      {entry.number !== null && `${entry.number} `}
                      {entry.content}
                    </p>
                  )}
                  <p>{entry.text}</p>
                  {entry.cell !== null && <span className="quiet">{entry.cell}</span>}
                </td>
                <td>
                  <TargetSelect
                    match={match}
                    value={key}
                    subjects={subjects}
                    onTarget={next =>
                      onMatches(matches.map((one, at) => (at === index ? { ...one, target: next } : one)))
                    }
                  />
                  {replaces && <span className="match-replaces">{words.replaces}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="button-row">
        <Button type="primary" disabled={sure === 0} onClick={onAdopt} data-testid="adopt-rules">
          {words.adopt(sure)}
        </Button>
        <Button onClick={onBack}>{words.back}</Button>
      </div>
    </div>
  );
}

interface TargetSelectProps {
  match: RuleMatch;
  value: string;
  subjects: readonly RuleSubject[];
  onTarget: (target: RuleTarget | null) => void;
}

function TargetSelect({ match: { entry, likely }, value, subjects, onTarget }: TargetSelectProps) {
  const texts = useTexts();
  const words = texts.rules.import;
  const option = (subject: RuleSubject) => ({
    value: subject.key,
    label: subject.indicator ? `${subject.indicator.code} ${subject.indicator.content}` : texts.rules.wholeTable,
  });
  const first = likely.flatMap(key => subjects.find(subject => subject.key === key) ?? []);
  const rest = subjects.filter(({ key }) => !likely.includes(key));
  return (
    <Select<string>
      className="match-target"
      size="small"
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={words.target(entry.text.slice(0, 30))}
      placeholder={words.choose}
      value={value === SKIP ? null : value}
      allowClear
      onChange={next => {
        const subject = subjects.find(({ key }) => key === next);
        onTarget(subject ? targetOf(subject) : null);
      }}
      options={[
        ...(first.length > 0 ? [{ label: words.likely, options: first.map(option) }] : []),
        { label: words.others, options: rest.map(option) },
      ]}
    />
  );
}

const keyOf = (target: RuleTarget): string => (target.for === 'indicator' ? target.entity : `table:${target.table}`);

const targetOf = ({ key, indicator }: RuleSubject): RuleTarget =>
  indicator ? { for: 'indicator', entity: key } : { for: 'table', table: key.slice('table:'.length) };
