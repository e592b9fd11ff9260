import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTexts } from '../texts/texts-context';

/** Asked where colleagues have set one. */
export function PassphraseForm({ onOpen }: { onOpen: (passphrase: string) => void }) {
  const words = useTexts().sync.place;
  const id = useId();
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      className="passphrase-form"
      onSubmit={event => {
        event.preventDefault();
        onOpen(passphrase);
      }}
    >
      <label htmlFor={id}>{words.passphraseNeeded}</label>
      <Input.Password
        id={id}
        autoComplete="off"
        value={passphrase}
        onChange={event => setPassphrase(event.target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={passphrase === ''}>
        {words.passphraseOpen}
      </Button>
    </form>
  );
}
