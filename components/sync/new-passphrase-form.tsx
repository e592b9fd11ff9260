import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTexts } from '../texts/texts-context';

interface NewPassphraseFormProps {
  /** false: there is none yet. */
  isChange: boolean;
  onTake: (passphrase: string) => void;
  onCancel: () => void;
}

/** Typed twice, since nobody can read it afterwards. */
export function NewPassphraseForm({ isChange, onTake, onCancel }: NewPassphraseFormProps) {
  const texts = useTexts();
  const words = texts.sync.place;
  const id = useId();
  const [typed, setTyped] = useState({ first: '', again: '' });
  const differs = typed.again !== '' && typed.first !== typed.again;
  return (
    <form
      className="place-form"
      data-testid="new-passphrase"
      onSubmit={event => {
        event.preventDefault();
        if (typed.first === typed.again) onTake(typed.first);
      }}
    >
      <p className="quiet">{isChange ? words.passphraseChangeHint : words.passphraseFirstHint}</p>
      <label htmlFor={`${id}-first`}>{words.passphraseNew}</label>
      <Input.Password
        id={`${id}-first`}
        autoComplete="new-password"
        value={typed.first}
        onChange={event => setTyped({ ...typed, first: event.target.value })}
      />
      <label htmlFor={`${id}-again`}>{words.passphraseAgain}</label>
      <Input.Password
        id={`${id}-again`}
        autoComplete="new-password"
        value={typed.again}
        aria-describedby={`${id}-differs`}
        status={differs ? 'error' : ''}
        onChange={event => setTyped({ ...typed, again: event.target.value })}
      />
      <p id={`${id}-differs`} role="status" className="quiet">
        {differs ? words.passphraseDiffers : ''}
      </p>
      <div className="button-row">
        <Button type="primary" htmlType="submit" disabled={typed.first === '' || typed.first !== typed.again}>
          {isChange ? words.passphraseTake : words.passphraseTakeFirst}
        </Button>
        <Button onClick={onCancel}>{texts.app.cancel}</Button>
      </div>
    </form>
  );
}
