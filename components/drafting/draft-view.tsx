import { Alert, Button, Popconfirm, Select } from 'antd';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { DraftField, DraftRow, DraftSection, TableDraft } from '../../lib/model/table-draft';
import { useTexts } from '../texts/texts-context';
import { type ApplyOutcome, ApplySummary } from './apply-summary';
import { DraftChecks, type NoteAsked } from './draft-checks';
import { DraftRowForm } from './draft-row-form';
import { SectionList } from './section-list';
import { WeightSum } from './weight-sum';

export interface DraftActions {
  onWord: (row: DraftRow, field: DraftField, text: string, group?: string) => void;
  onMove: (row: DraftRow, by: -1 | 1) => void;
  onRemove: (row: DraftRow) => void;
  onBringBack: (row: DraftRow) => void;
  /** `after` null: the first. @returns the new row's id */
  onAdd: (after: string | null) => string;
  onDrop: () => void;
  onRestore: () => void;
  /** Asks what applying would come to. */
  onCheck: () => void;
  onApply: () => void;
  onBack: () => void;
}

interface DraftViewProps extends DraftActions {
  draft: TableDraft;
  section: DraftSection;
  /** Moves with every change that is shown. */
  revision: number;
  tables: readonly string[];
  tableIndex: number;
  /** Rows cannot be added, removed or moved in this format. */
  fixedRows: boolean;
  note: NoteAsked | null;
  /** The questions that the note puts to the unit. */
  profile: ReactNode;
  outcome: ApplyOutcome | null;
  /** Where the drafted rows can be seen once they were applied. */
  appliedLink: string | null;
  busy: ReactNode;
  failure: ReactNode;
  borrow: ReactNode;
  onBorrow: () => void;
  onTable: (index: number) => void;
  onSection: (code: string) => void;
  onCurrent: (row: DraftRow) => void;
  current: string | null;
}

/** Drawn at first and with each press of the button. */
const WINDOW = 60;

/** Where the focus goes once what was asked for is drawn. */
interface Wanted {
  row: string;
  selector: string;
  since: number;
}

/** The rows of one section as a unit words them, with what they come to. */
export function DraftView(props: DraftViewProps) {
  const { draft, section, revision, fixedRows, note, outcome, appliedLink, busy, failure, borrow, current } = props;
  const words = useTexts().drafting;
  const [shown, setShown] = useState(WINDOW);
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<Wanted | null>(null);
  useLayoutEffect(() => {
    const { current: one } = wanted;
    if (!one || one.since >= revision) return;
    const row = list.current?.querySelector(`[data-row="${CSS.escape(one.row)}"]`);
    const target = row?.querySelector<HTMLElement>(one.selector);
    if (target) {
      wanted.current = null;
      target.focus();
    }
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another section begins at its top
  useEffect(() => setShown(WINDOW), [section.code]);

  const want = (row: string, selector: string) => {
    wanted.current = { row, selector, since: revision };
  };
  const { rows } = section;
  const canAdd = section.noNewRow === null;

  function add(after: string | null): void {
    want(props.onAdd(after), '[data-draft-field=content]');
    setShown(count => count + 1);
  }
  function remove(row: DraftRow): void {
    const staying = rows.filter(({ removed }) => !removed);
    const at = staying.indexOf(row);
    const next = row.applied || !row.isNew ? null : (staying[at + 1] ?? staying[at - 1]);
    if (next) want(next.id, '[data-draft-control=remove]');
    else want(row.id, '[data-draft-control=bring-back]');
    props.onRemove(row);
  }
  function move(row: DraftRow, by: -1 | 1): void {
    const focused = document.activeElement as HTMLElement | null;
    const { draftField, draftControl } = focused?.dataset ?? {};
    if (draftField) want(row.id, `[data-draft-field="${draftField}"]`);
    else if (draftControl) want(row.id, `[data-draft-control="${draftControl}"]`);
    props.onMove(row, by);
  }

  let place = 0;
  return (
    <div className="draft">
      <div className="draft-side">
        {props.tables.length > 1 && (
          <Select
            aria-label={words.tables}
            value={props.tableIndex}
            options={props.tables.map((label, value) => ({ value, label }))}
            onChange={props.onTable}
          />
        )}
        <SectionList sections={draft.sections} current={section.code} onGo={props.onSection} />
        <WeightSum label={words.sum.table} sum={draft.sum} testId="draft-table-sum" />
        <details className="draft-keys">
          <summary>{words.keysTitle}</summary>
          <dl>
            {words.keys.map(({ keys, deed }) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{deed}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
      <div className="draft-main">
        <header className="draft-head">
          <h1>
            {words.title} · {section.name}
          </h1>
          <div className="button-row">
            {draft.rearranged && !fixedRows && (
              <Button onClick={props.onRestore} title={words.restoreHint} data-testid="draft-restore">
                {words.restore}
              </Button>
            )}
            <Button onClick={props.onBorrow} aria-expanded={borrow !== null} data-testid="draft-borrow">
              {words.borrow.open}
            </Button>
          </div>
        </header>
        <p className="quiet draft-lead">{words.lead}</p>
        {fixedRows && <Alert type="info" showIcon title={words.oldFormat} />}
        {appliedLink !== null && (
          <p className="draft-applied" role="status" data-testid="draft-applied">
            {words.apply.done} <a href={appliedLink}>{words.apply.table}</a>
          </p>
        )}
        <div className="draft-columns" aria-hidden>
          <span>{words.column.number}</span>
          <span>{words.column.content}</span>
          <span>{words.column.measures}</span>
          <span>{words.column.deadline}</span>
          <span>{words.column.weight}</span>
        </div>
        <ol className="draft-rows" ref={list}>
          {rows.slice(0, shown).map(row => {
            if (!row.removed) place++;
            return (
              <DraftRowForm
                key={row.id}
                row={row}
                place={place}
                isCurrent={row.id === current}
                year={draft.table.year}
                fixedRows={fixedRows}
                canAdd={canAdd}
                onWord={props.onWord}
                onMove={move}
                onRemove={remove}
                onBringBack={one => {
                  want(one.id, '[data-draft-control=remove]');
                  props.onBringBack(one);
                }}
                onAddBelow={one => add(one.id)}
                onCurrent={props.onCurrent}
              />
            );
          })}
        </ol>
        {rows.length > shown && (
          <Button type="link" onClick={() => setShown(shown + WINDOW)}>
            {words.more(rows.length - shown)}
          </Button>
        )}
        {busy}
        {failure}
        {outcome && <ApplySummary draft={draft} {...outcome} onConfirm={props.onApply} onBack={props.onBack} />}
        <footer className="draft-foot">
          <Button
            onClick={() => add(rows[rows.length - 1]?.id ?? null)}
            disabled={fixedRows || !canAdd}
            aria-label={words.addTo(section.name)}
            data-testid="draft-add"
          >
            {words.add}
          </Button>
          <div aria-live="polite">
            <WeightSum label={words.sum.section} sum={section.sum} testId="draft-section-sum" />
          </div>
          <div className="button-row draft-deeds">
            <span className="draft-changes" data-testid="draft-changes">
              {draft.changes > 0 ? words.changes(draft.changes) : words.noChanges}
            </span>
            <Popconfirm
              title={words.dropAsk}
              okText={words.dropYes}
              onConfirm={props.onDrop}
              disabled={draft.changes === 0}
            >
              <Button disabled={draft.changes === 0} data-testid="draft-drop">
                {words.drop}
              </Button>
            </Popconfirm>
            <Button
              type="primary"
              disabled={draft.changes === 0 || outcome !== null}
              onClick={props.onCheck}
              data-testid="draft-apply"
            >
              {words.apply.open}
            </Button>
          </div>
        </footer>
      </div>
      <aside className="draft-beside">
        {borrow}
        <DraftChecks section={section} table={draft.sum} note={note} />
        {props.profile}
      </aside>
    </div>
  );
}
