import { Checkbox, InputNumber } from 'antd';
import { useId } from 'react';
import type { ReminderSettings } from '../../lib/model/reminders';
import { useTexts } from '../texts/texts-context';

interface ReminderFormProps {
  settings: ReminderSettings;
  /** False where the browser has no notifications. */
  available: boolean;
  onChange: (settings: ReminderSettings) => void;
}

export function ReminderForm({ settings, available, onChange }: ReminderFormProps) {
  const texts = useTexts().people;
  const id = useId();
  if (!available) return <p className="quiet">{texts.remindersUnavailable}</p>;
  return (
    <div className="reminder-form">
      <Checkbox
        checked={settings.on}
        data-testid="reminders-on"
        onChange={event => onChange({ ...settings, on: event.target.checked })}
      >
        {texts.remindersOn}
      </Checkbox>
      <p className="quiet">{texts.remindersHint}</p>
      <label htmlFor={`${id}-days`}>{texts.daysBefore}</label>
      <InputNumber
        id={`${id}-days`}
        size="small"
        min={0}
        max={60}
        precision={0}
        disabled={!settings.on}
        value={settings.daysBefore}
        onChange={days => onChange({ ...settings, daysBefore: days ?? settings.daysBefore })}
      />
      <Checkbox
        checked={settings.mineOnly}
        disabled={!settings.on}
        onChange={event => onChange({ ...settings, mineOnly: event.target.checked })}
      >
        {texts.mineOnly}
      </Checkbox>
    </div>
  );
}
