import { Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { AppError, errorText } from '../../lib/model/app-error';
import type { DraftText } from '../../lib/model/table-draft';
import { useDraft } from '../indicator/use-draft';
import { useLanguage, useTexts } from '../texts/texts-context';

interface DraftTextFieldProps {
  label: string;
  text: DraftText;
  row: string;
  field: string;
  multiline: boolean;
  /** What is wrong with it, said below. */
  remark?: string | null;
  onType: (text: string, group: string) => void;
}

/** One text of a drafted row, with what it was where it is another now. */
export function DraftTextField({ label, text, row, field, multiline, remark, onType }: DraftTextFieldProps) {
  const words = useTexts().drafting;
  const language = useLanguage();
  const draft = useDraft(text.text, onType);
  const changed = text.before !== null && text.before !== draft.value;
  const fixed =
    text.fixed && errorText(new AppError(text.fixed, { code: row, field: label, cell: '', sheet: '' }), language);
  const notes = `${row}-${field}-notes`;
  const common = {
    'aria-label': label,
    'aria-describedby': changed || fixed || remark ? notes : undefined,
    value: draft.value,
    readOnly: text.fixed !== null,
    status: remark ? ('warning' as const) : ('' as const),
    'data-row': row,
    'data-draft-field': field,
    title: fixed ? fixed.message : undefined,
    ...draft.field,
  };
  return (
    <div className={`draft-text draft-${field}`}>
      {multiline ? (
        <Input.TextArea {...common} autoSize={{ minRows: 2, maxRows: 16 }} onKeyDown={keepToField} />
      ) : (
        <Input {...common} onKeyDown={keepToField} />
      )}
      {(changed || fixed || remark) && (
        <span id={notes} className="draft-note">
          {remark && <span className="draft-remark">{remark}</span>}
          {fixed && <span>{words.fixed}</span>}
          {changed && <span>{text.before === '' ? words.beforeEmpty : words.before(text.before ?? '')}</span>}
        </span>
      )}
    </div>
  );
}

/** Undo inside of a text field is the field's own. */
function keepToField(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') event.stopPropagation();
}
