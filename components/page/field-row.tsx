import { Button } from 'antd';
import { useTexts } from '../texts/texts-context';
import type { Texts } from '../texts/zh-cn';
import { CopyButton } from './copy-button';
import { fillable, type PageRow, type RowActions } from './page-row';
import { useRoleName } from './role-name';

interface FieldRowProps {
  row: PageRow;
  actions: RowActions;
}

/** One field of the page: what stands there, what the table holds, and what can be done about it. */
export function FieldRow({ row, actions }: FieldRowProps) {
  const texts = useTexts();
  const words = texts.page.fields;
  const roleName = useRoleName();
  const { field, held, state, role } = row;
  const isAlike = state === 'done' || state === 'empty';
  return (
    <li
      className="page-field"
      data-testid="page-field"
      data-state={state}
      data-role={role ?? ''}
      aria-current={row.isInUse}
    >
      <div className="page-field-head">
        <b>{role ? roleName(role) : words.unknown}</b>
        <span className={`page-state is-${state}`}>{words[state]}</span>
        {row.isInUse && <span className="page-in-use">{words.inUse}</span>}
        <span className="page-field-links">
          <button type="button" className="hint-link" onClick={() => actions.onJump(row)}>
            {words.jump}
          </button>
          <button type="button" className="hint-link" onClick={() => actions.onCorrect(row)}>
            {words.correct}
          </button>
        </span>
      </div>
      {field.isFile ? (
        <p className="quiet">{words.file}</p>
      ) : (
        <dl className="page-values">
          {!isAlike && <Value name={words.page} text={field.value} />}
          {state !== 'empty' && state !== 'maybe' && <Value name={words.table} text={held ?? ''} />}
        </dl>
      )}
      <div className="page-deeds">
        {state === 'maybe' && (
          <Button size="small" type="primary" onClick={() => actions.onConfirm(row)}>
            {texts.page.correct.save}
          </Button>
        )}
        {fillable(row) && (
          <Button size="small" type="primary" onClick={() => actions.onFill([row])} data-testid="fill-field">
            {words.fill}
          </Button>
        )}
        {row.takes && (state === 'pageOnly' || state === 'differs') && (
          <Button size="small" onClick={() => actions.onTake(row)} data-testid="take-field">
            {state === 'differs' ? words.takeOver : words.take}
          </Button>
        )}
        {held !== null && held !== '' && state !== 'maybe' && <CopyButton text={held} />}
      </div>
      {row.outcome && (
        <p
          className={`page-outcome${row.outcome.is === 'refused' ? ' is-bad' : ''}`}
          role="status"
          data-testid="outcome"
        >
          {outcomeText(row.outcome, texts)}
        </p>
      )}
    </li>
  );
}

function Value({ name, text }: { name: string; text: string }) {
  const texts = useTexts();
  return (
    <div>
      <dt>{name}</dt>
      <dd className={text === '' ? 'quiet' : ''}>{text === '' ? texts.page.fields.nothing : text}</dd>
    </div>
  );
}

function outcomeText(outcome: NonNullable<PageRow['outcome']>, texts: Texts): string {
  const words = texts.page.outcome;
  switch (outcome.is) {
    case 'filled':
      return outcome.undoable ? words.filled : words.filledPlain;
    case 'changedByPage':
      return words.changedByPage(outcome.value);
    case 'refused': {
      const known = outcome.code as keyof typeof words.refused;
      return (words.refused[known] ?? words.refused.other)(outcome.detail);
    }
    default:
      return words[outcome.is];
  }
}
