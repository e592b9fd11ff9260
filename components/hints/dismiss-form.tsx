import { Button, Input, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../texts/texts-context';

interface DismissFormProps {
  onDismiss: (reason: string) => void;
  onCancel: () => void;
}

/** A hint is put aside for a reason, so that whoever checks later can follow. */
export function DismissForm({ onDismiss, onCancel }: DismissFormProps) {
  const texts = useTexts();
  const { dismissReason, dismissReasons, dismissOwn, dismissConfirm } = texts.hints;
  const [chosen, setChosen] = useState<string>(dismissReasons[0]!);
  const [own, setOwn] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const reason = chosen === '' ? own.trim() : chosen;
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input[type=radio]:checked')?.focus(), []);
  return (
    <form
      ref={form}
      className="dismiss-form"
      aria-label={dismissReason}
      onSubmit={event => {
        event.preventDefault();
        if (reason !== '') onDismiss(reason);
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <p>{dismissReason}</p>
      <Radio.Group
        vertical
        aria-label={dismissReason}
        value={chosen}
        onChange={event => setChosen(event.target.value as string)}
        options={[...dismissReasons.map(label => ({ value: label, label })), { value: '', label: dismissOwn }]}
      />
      {chosen === '' && (
        <Input
          size="small"
          autoFocus
          maxLength={200}
          value={own}
          aria-label={dismissOwn}
          onChange={event => setOwn(event.target.value)}
        />
      )}
      <div className="button-row">
        <Button size="small" type="primary" htmlType="submit" disabled={reason === ''}>
          {dismissConfirm}
        </Button>
        <Button size="small" onClick={onCancel}>
          {texts.app.cancel}
        </Button>
      </div>
    </form>
  );
}
