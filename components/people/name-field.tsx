import { useEffect, useState } from 'react';

interface NameFieldProps {
  value: string;
  label: string;
  /** Id of the datalist with the known names. */
  list: string;
  placeholder?: string;
  readOnly?: boolean;
  title?: string;
  testId?: string;
  onCommit: (value: string) => void;
}

/** A name that is written when the field is left or Enter is pressed; Esc brings back what stood there. */
export function NameField({ value, label, list, placeholder, readOnly, title, testId, onCommit }: NameFieldProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const commit = () => {
    if (draft.trim() !== value.trim()) onCommit(draft.trim());
    else setDraft(value);
  };
  return (
    <input
      className="name-field"
      aria-label={label}
      list={list}
      value={draft}
      placeholder={placeholder}
      readOnly={readOnly}
      title={title}
      maxLength={120}
      data-testid={testId}
      onChange={event => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(value);
      }}
    />
  );
}
