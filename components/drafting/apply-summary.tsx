import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { problemText } from '../../lib/model/problem';
import type { Problem } from '../../lib/model/table';
import type { TableDraft } from '../../lib/model/table-draft';
import { useLanguage, useTexts } from '../texts/texts-context';

export interface ApplyOutcome {
  /** What changes that the drafter did not type: numbers, and what could not be taken along as it was. */
  renumbered: number;
  problems: readonly Problem[];
}

interface ApplySummaryProps extends ApplyOutcome {
  draft: TableDraft;
  onConfirm: () => void;
  onBack: () => void;
}

/** What applying will do, before it is done. */
export function ApplySummary({ draft, renumbered, problems, onConfirm, onBack }: ApplySummaryProps) {
  const words = useTexts().drafting.apply;
  const language = useLanguage();
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => confirm.current?.focus(), []);
  const rows = draft.sections.flatMap(section => section.rows);
  const count = (change: string) => rows.filter(row => row.change === change).length;
  const reworded = rows
    .filter(({ removed }) => !removed)
    .flatMap(({ texts }) => Object.values(texts))
    .filter(text => text && text.before !== null && text.before !== text.text).length;
  const answered = rows.filter(({ change, answers }) => change === 'removed' && answers > 0).length;
  const lines = (['added', 'removed', 'moved', 'restored'] as const).flatMap(change => {
    const number = count(change);
    return number > 0 ? [words[change](number)] : [];
  });
  if (reworded > 0) lines.push(words.reworded(reworded));
  if (renumbered > 0) lines.push(words.renumbered(renumbered));
  return (
    <section className="draft-apply" aria-labelledby="draft-apply-title" data-testid="apply-summary">
      <h2 id="draft-apply-title">{words.title}</h2>
      <ul className="draft-apply-list">
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {answered > 0 && <p className="draft-remark">{words.keptAnswers(answered)}</p>}
      {problems.length > 0 && (
        <div>
          <h3>{words.problems}</h3>
          <ul className="draft-apply-problems">
            {problems.map(problem => (
              <li key={`${problem.code}${problem.cell}${problem.message}`}>{problemText(problem, language)}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="quiet">{words.safe}</p>
      <div className="button-row">
        <Button type="primary" ref={confirm} onClick={onConfirm} data-testid="apply-confirm">
          {words.confirm}
        </Button>
        <Button onClick={onBack}>{words.back}</Button>
      </div>
    </section>
  );
}
