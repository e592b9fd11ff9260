import { Input } from 'antd';
import type { KeyboardEvent } from 'react';
import type { Answer } from '../../lib/model/item';
import { useDraft } from '../indicator/use-draft';

interface EntryFieldProps {
  label: string;
  answer: Answer;
  kind: 'text' | 'long' | 'date';
  placeholder?: string;
  onType: (text: string, group: string) => void;
  onEnter: () => void;
}

/** One field of an entry, kept as it is typed. Enter goes on to the next entry, Shift+Enter to the next line of a long one. */
export function EntryField({ label, answer, kind, placeholder, onType, onEnter }: EntryFieldProps) {
  const draft = useDraft(answer.text, onType);
  const common = {
    size: 'small' as const,
    value: draft.value,
    'aria-label': label,
    title: kind === 'date' ? label : undefined,
    placeholder,
    status: answer.conflict ? ('warning' as const) : ('' as const),
    'data-entry-field': answer.field,
    onKeyDown(event: KeyboardEvent): void {
      // Undo inside of a text field is the field's own.
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') event.stopPropagation();
      if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
      event.preventDefault();
      onEnter();
    },
    ...draft.field,
  };
  if (kind === 'long') return <Input.TextArea {...common} autoSize={{ minRows: 1, maxRows: 8 }} />;
  return <Input {...common} type={kind === 'date' ? 'date' : 'text'} />;
}
