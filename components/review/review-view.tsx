import { Alert, Button, Input, Select } from 'antd';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { parseAddress } from '../../lib/model/address';
import type { ColumnRole } from '../../lib/model/columns';
import type { Problem, Recognition, RecognitionAnswers, RecognitionQuestion } from '../../lib/model/table';
import { SheetGrid, type SheetGridHandle } from '../table/sheet-grid';
import type { SheetSource } from '../table/sheet-source';
import type { SheetTab } from '../table/table-view';
import { fittingZoom } from '../table/zoom';
import { useTexts } from '../texts/texts-context';
import { ProblemList } from './problem-list';
import { QuestionCard } from './question-card';
import { RecognisedFacts } from './recognised-facts';
import { reviewMarks } from './review-marks';

interface ReviewViewProps {
  tabs: readonly SheetTab[];
  recognition: Recognition;
  /** What the file itself warns of: signature, macros, links. */
  warnings: readonly Problem[];
  /** All questions about this workbook, the answered ones included. */
  questions: readonly RecognitionQuestion[];
  answers: RecognitionAnswers;
  sourceOf: (sheet: string) => SheetSource | null;
  onAnswer: (question: string, role: ColumnRole | 'ignore') => void;
  busy: ReactNode;
  /** Absent where the campaign exists already. */
  confirm?: { name: string; onName: (name: string) => void; onConfirm: () => void; busy: boolean } | undefined;
}

/** The sheet as it looks in Excel with what was recognised drawn on it, beside what there is to know and to answer. */
export function ReviewView(props: ReviewViewProps) {
  const { tabs, recognition, warnings, questions, answers, sourceOf, onAnswer, busy, confirm } = props;
  const texts = useTexts();
  const { tables } = recognition;
  const open = questions.filter(question => answers[question.id] === undefined);
  const [chosen, setSheet] = useState<string | null>(null);
  const sheet = chosen ?? tables[0]?.sheet ?? tabs.find(tab => !tab.hidden)?.name ?? tabs[0]?.name ?? '';
  const [jump, setJump] = useState<{ sheet: string; cell: string } | null>(null);
  const grid = useRef<SheetGridHandle>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const source = sourceOf(sheet);
  const problems = useMemo(() => {
    // What is asked need not be told as well.
    const asked = new Set(questions.map(question => `${question.sheet}!${question.cell}`));
    return [...warnings, ...recognition.problems.filter(({ sheet: on, cell }) => !asked.has(`${on}!${cell}`))];
  }, [warnings, recognition, questions]);
  const marks = useMemo(
    () => reviewMarks(sheet, tables, recognition.questions, problems, texts),
    [sheet, tables, recognition, problems, texts],
  );

  const zoom = useMemo(() => (source ? fittingZoom(source, width) : 1), [source, width]);

  useEffect(() => {
    const measured = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    measured.observe(frame.current!);
    return () => measured.disconnect();
  }, []);
  useEffect(() => {
    const position = jump?.sheet === sheet ? parseAddress(jump.cell) : null;
    if (position) grid.current?.jumpTo(position, { focus: false });
  }, [jump, sheet]);

  function show(target: string, cell: string): void {
    setSheet(target);
    setJump({ sheet: target, cell });
  }

  return (
    <div className="review">
      <div className="review-sheet">
        {tabs.length > 1 && (
          <Select
            aria-label={texts.review.sheet}
            className="review-sheet-select"
            value={sheet}
            onChange={setSheet}
            options={tabs.map(tab => ({
              value: tab.name,
              label: tab.hidden ? texts.table.hiddenSheet(tab.name) : tab.name,
            }))}
          />
        )}
        <div className="table-frame" ref={frame}>
          {source && width > 0 && (
            <SheetGrid handle={grid} source={source} label={texts.table.label(sheet)} zoom={zoom} marks={marks} />
          )}
        </div>
      </div>
      <aside className="review-side" aria-label={texts.review.title}>
        <div className="review-facts">
          <h1>{texts.review.title}</h1>
          <p className="quiet">{texts.review.lead}</p>
          {busy}
          {tables.length === 0 && (
            <Alert type="warning" showIcon title={texts.review.noTable} description={texts.review.noTableNext} />
          )}
          {questions.length > 0 && (
            <section aria-labelledby="questions-heading">
              <h2 id="questions-heading">
                {open.length > 0 ? texts.review.questions(open.length) : texts.review.answered}
              </h2>
              {questions.map(question => (
                <QuestionCard
                  key={question.id}
                  question={question}
                  answer={answers[question.id]}
                  onAnswer={role => onAnswer(question.id, role)}
                  onJump={() => show(question.sheet, question.cell)}
                />
              ))}
              <p className="quiet">{texts.review.remembered}</p>
            </section>
          )}
          {tables.map(table => (
            <section key={`${table.sheet}#${table.ordinal}`} aria-label={texts.review.facts.heading}>
              <h2>
                {texts.review.facts.heading}
                {tables.length > 1 && ` · ${table.sheet} · ${texts.review.table(table.ordinal + 1)}`}
              </h2>
              <RecognisedFacts table={table} />
            </section>
          ))}
          <ProblemList problems={problems} onJump={show} />
        </div>
        {confirm && (
          <form
            className="review-confirm"
            onSubmit={event => {
              event.preventDefault();
              confirm.onConfirm();
            }}
          >
            <label htmlFor="campaign-name">{texts.review.name}</label>
            <Input id="campaign-name" value={confirm.name} onChange={event => confirm.onName(event.target.value)} />
            <Button
              type="primary"
              size="large"
              block
              htmlType="submit"
              loading={confirm.busy}
              data-testid="confirm-import"
            >
              {open.length > 0 || tables.length === 0 ? texts.review.confirmAnyway : texts.review.confirm}
            </Button>
          </form>
        )}
      </aside>
    </div>
  );
}
