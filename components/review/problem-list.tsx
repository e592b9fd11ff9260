import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { problemText } from '../../lib/model/problem';
import type { Problem } from '../../lib/model/table';
import { useLanguage, useTexts } from '../texts/texts-context';

interface ProblemListProps {
  problems: readonly Problem[];
  onJump: (sheet: string, cell: string) => void;
}

/** What to know about the file. Suspected typos stay folded away until asked for: the text is the superior's. */
export function ProblemList({ problems, onJump }: ProblemListProps) {
  const texts = useTexts();
  const language = useLanguage();
  const [withSuggestions, setWithSuggestions] = useState(false);
  const suggestions = problems.filter(problem => problem.severity === 'suggestion');
  const others = problems.filter(problem => problem.severity !== 'suggestion');
  const shown = withSuggestions ? [...others, ...suggestions] : others;
  return (
    <section aria-labelledby="problems-heading">
      <h2 id="problems-heading">
        {others.length > 0 ? texts.review.problems(others.length) : texts.review.noProblems}
      </h2>
      <ul className="problem-list">
        {shown.map(problem => (
          <li key={`${problem.code}@${problem.sheet}!${problem.cell}:${problem.message}`}>
            <span className={`severity is-${problem.severity}`}>{texts.review.severity[problem.severity]}</span>
            <span>
              {problemText(problem, language)}
              {problem.from !== undefined && problem.to?.[0] !== undefined && (
                <span className="quiet"> {texts.review.suggestionFromTo(problem.from, problem.to.join(' / '))}</span>
              )}
            </span>
            {problem.sheet !== null && problem.cell !== null && (
              <Button
                type="link"
                size="small"
                aria-label={texts.review.jump(problem.cell)}
                onClick={() => onJump(problem.sheet!, problem.cell!)}
              >
                {problem.cell}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {suggestions.length > 0 && (
        <Checkbox checked={withSuggestions} onChange={event => setWithSuggestions(event.target.checked)}>
          {texts.review.suggestions(suggestions.length)}
        </Checkbox>
      )}
    </section>
  );
}
