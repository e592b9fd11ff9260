import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTexts } from '../texts/texts-context';

export interface Who {
  name: string;
  department: string;
}

interface WhoFormProps {
  who: Who;
  onSave: (who: Who) => void;
  /** Given where the form asks on its own and may be put off. */
  onLater?: () => void;
}

/** Who fills in on this PC: for the history, never required. */
export function WhoForm({ who, onSave, onLater }: WhoFormProps) {
  const texts = useTexts();
  const id = useId();
  const [draft, setDraft] = useState(who);
  return (
    <form
      className="who-form"
      data-testid="who-form"
      onSubmit={event => {
        event.preventDefault();
        onSave({ name: draft.name.trim(), department: draft.department.trim() });
      }}
    >
      <label htmlFor={`${id}-name`}>{texts.settings.name}</label>
      <Input
        id={`${id}-name`}
        size="small"
        value={draft.name}
        maxLength={40}
        onChange={event => setDraft({ ...draft, name: event.target.value })}
      />
      <label htmlFor={`${id}-department`}>{texts.settings.department}</label>
      <Input
        id={`${id}-department`}
        size="small"
        value={draft.department}
        maxLength={60}
        onChange={event => setDraft({ ...draft, department: event.target.value })}
      />
      <Button size="small" type="primary" htmlType="submit">
        {texts.app.save}
      </Button>
      {onLater && (
        <Button size="small" type="text" onClick={onLater}>
          {texts.settings.later}
        </Button>
      )}
    </form>
  );
}
