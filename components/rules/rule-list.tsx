import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { matchKey } from '../../lib/model/text';
import { useTexts } from '../texts/texts-context';
import { type RuleSubject, ruleState } from './rule-subject';

/** Drawn at first and with each press of the button. */
const WINDOW = 200;

interface RuleListProps {
  subjects: readonly RuleSubject[];
  current: string | null;
  linkTo: (subject: RuleSubject) => string;
}

/** What can have a rule, each with how well its rule is understood. */
export function RuleList({ subjects, current, linkTo }: RuleListProps) {
  const texts = useTexts();
  const words = texts.rules;
  const [query, setQuery] = useState('');
  const [openOnly, setOpenOnly] = useState(false);
  const [shown, setShown] = useState(WINDOW);
  const key = matchKey(query);
  const found = subjects.filter(
    subject => (key === '' || searchKey(subject).includes(key)) && (!openOnly || ruleState(subject) === 'open'),
  );
  return (
    <aside className="items-side" aria-label={words.list}>
      <div className="items-find">
        <Input
          allowClear
          value={query}
          onChange={event => setQuery(event.target.value)}
          placeholder={words.find}
          aria-label={words.find}
        />
        <Checkbox checked={openOnly} onChange={event => setOpenOnly(event.target.checked)}>
          {words.openOnly}
        </Checkbox>
      </div>
      {found.length === 0 && <p className="quiet items-empty">{words.none}</p>}
      <ul className="item-list rule-list">
        {found.slice(0, shown).map(subject => (
          <li key={subject.key}>
            <RuleLink subject={subject} current={subject.key === current} href={linkTo(subject)} />
          </li>
        ))}
      </ul>
      {found.length > shown && (
        <Button type="link" className="item-more" onClick={() => setShown(shown + WINDOW)}>
          {words.more(found.length - shown)}
        </Button>
      )}
    </aside>
  );
}

function RuleLink({ subject, current, href }: { subject: RuleSubject; current: boolean; href: string }) {
  const texts = useTexts();
  const { indicator } = subject;
  const state = ruleState(subject);
  return (
    <a href={href} className="item-entry" aria-current={current ? 'true' : undefined} data-testid="rule-subject">
      <span className="item-code">{indicator?.code ?? '＊'}</span>
      <span className="item-content">{indicator?.content ?? texts.rules.wholeTable}</span>
      <span className={`rule-state is-${state}`}>{texts.rules.state[state]}</span>
    </a>
  );
}

const searchKey = ({ indicator, rule }: RuleSubject): string =>
  matchKey(`${indicator?.code ?? ''} ${indicator?.contentText ?? ''} ${rule?.text ?? ''}`);
