import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { KeyboardEvent } from 'react';
import { DRAFT_FIELDS, type DraftField, type DraftRow } from '../../lib/model/table-draft';
import { useTexts } from '../texts/texts-context';
import { DraftTextField } from './draft-text-field';
import { type OtherYear, otherYears } from './other-years';

export interface RowActions {
  onWord: (row: DraftRow, field: DraftField, text: string, group?: string) => void;
  onMove: (row: DraftRow, by: -1 | 1) => void;
  onRemove: (row: DraftRow) => void;
  onBringBack: (row: DraftRow) => void;
  onAddBelow: (row: DraftRow) => void;
  /** The row that wording is taken into. */
  onCurrent: (row: DraftRow) => void;
}

interface DraftRowFormProps extends RowActions {
  row: DraftRow;
  /** Its place among the rows that stay, from 1. */
  place: number;
  isCurrent: boolean;
  /** Of the table; years in new wording that are others are pointed out. */
  year: number | null;
  /** null: rows can be added, removed and moved here. */
  fixedRows: boolean;
  canAdd: boolean;
}

/** One row as drafted: its texts, and what can be done with it. */
export function DraftRowForm(props: DraftRowFormProps) {
  const { row, place, isCurrent, year, fixedRows, canAdd, ...actions } = props;
  const words = useTexts().drafting;
  const name = row.removed ? (row.texts.content?.text.slice(0, 12) ?? row.id) : words.row(place);
  const reworded = Object.values(row.texts).some(text => text && text.before !== null && text.before !== text.text);
  const state = row.change ?? (row.removed ? null : reworded ? 'reworded' : null);

  function onKeyDown(event: KeyboardEvent): void {
    const deed = deedOf(event);
    if (!deed || fixedRows) return;
    event.preventDefault();
    if (deed === 'up' || deed === 'down') {
      if (!row.removed) actions.onMove(row, deed === 'up' ? -1 : 1);
    } else if (deed === 'remove') {
      if (row.removed) actions.onBringBack(row);
      else actions.onRemove(row);
    } else if (canAdd) {
      actions.onAddBelow(row);
    }
  }

  if (row.removed) {
    return (
      <li
        className="draft-row is-removed"
        data-testid="draft-row"
        data-row={row.id}
        data-change={row.change}
        onKeyDown={onKeyDown}
      >
        <span className="draft-number" aria-hidden>
          –
        </span>
        <p className="draft-gone">
          <span className={`draft-state is-removed`}>{row.change ? words.state.removed : words.gone}</span>
          <span>{row.texts.content?.text}</span>
          {row.answers > 0 && <span className="draft-note">{words.answersKept(row.answers)}</span>}
        </p>
        <Button
          size="small"
          icon={<UndoOutlined />}
          aria-label={words.bringBack(name)}
          data-draft-control="bring-back"
          disabled={fixedRows}
          onClick={() => actions.onBringBack(row)}
        >
          {words.bringBackShort}
        </Button>
      </li>
    );
  }
  return (
    <li
      className={`draft-row${isCurrent ? ' is-current' : ''}`}
      data-testid="draft-row"
      data-row={row.id}
      data-change={state}
      onKeyDown={onKeyDown}
      onFocus={() => actions.onCurrent(row)}
    >
      <div className="draft-number">
        <span>{row.number ?? place}</span>
        {state && <span className={`draft-state is-${state}`}>{words.state[state]}</span>}
      </div>
      {DRAFT_FIELDS.map(field => {
        const text = row.texts[field];
        if (!text) return null;
        return (
          <DraftTextField
            key={field}
            label={words.fieldOf(name, words.column[field])}
            text={text}
            row={row.id}
            field={field}
            multiline={field === 'content' || field === 'measures'}
            remark={remarkOf(row, field, words)}
            onType={(typed, group) => actions.onWord(row, field, typed, group)}
          />
        );
      })}
      <div className="draft-actions">
        <Button
          type="text"
          size="small"
          icon={<ArrowUpOutlined />}
          aria-label={words.up(name)}
          title={words.up(name)}
          data-draft-control="up"
          disabled={fixedRows}
          onClick={() => actions.onMove(row, -1)}
        />
        <Button
          type="text"
          size="small"
          icon={<ArrowDownOutlined />}
          aria-label={words.down(name)}
          title={words.down(name)}
          data-draft-control="down"
          disabled={fixedRows}
          onClick={() => actions.onMove(row, 1)}
        />
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined />}
          aria-label={words.addBelow(name)}
          title={words.addBelow(name)}
          data-draft-control="add"
          disabled={fixedRows || !canAdd}
          onClick={() => actions.onAddBelow(row)}
        />
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={words.remove(name)}
          title={words.remove(name)}
          data-draft-control="remove"
          disabled={fixedRows}
          onClick={() => actions.onRemove(row)}
        />
      </div>
      <RowRemarks row={row} year={year} onWord={actions.onWord} />
    </li>
  );
}

/** What is said below the row. Only wording of the draft is looked at for years: what the table says is the table's. */
function RowRemarks({ row, year, onWord }: Pick<DraftRowFormProps, 'row' | 'year' | 'onWord'>) {
  const words = useTexts().drafting;
  const years: { field: DraftField; text: string; other: OtherYear }[] = DRAFT_FIELDS.flatMap(field => {
    const text = row.texts[field];
    if (!text || text.text === text.before) return [];
    return otherYears(text.text, year).map(other => ({ field, text: text.text, other }));
  });
  if (years.length === 0 && !row.conflict) return null;
  return (
    <ul className="draft-remarks">
      {row.conflict && <li>{words.conflict}</li>}
      {years.map(({ field, text, other }) => (
        <li key={`${field}${other.found}`} data-testid="draft-year">
          {words.borrow.year(other.found, year!)}{' '}
          <Button size="small" type="link" onClick={() => onWord(row, field, text.split(other.found).join(other.to))}>
            {words.borrow.changeYear(other.to)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function remarkOf(row: DraftRow, field: DraftField, words: ReturnType<typeof useTexts>['drafting']): string | null {
  const text = row.texts[field]!.text.trim();
  if (field === 'content') return text === '' ? words.contentMissing : null;
  if (field !== 'weight' || row.weight !== null) return null;
  return text === '' ? words.weightMissing : words.weightUnread;
}

function deedOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): 'up' | 'down' | 'remove' | 'add' | null {
  if (shiftKey) return null;
  if (altKey && !ctrlKey) {
    return key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : key === 'Delete' ? 'remove' : null;
  }
  return (ctrlKey || metaKey) && key === 'Enter' ? 'add' : null;
}
