import { Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { FileButton } from '../frame/file-button';
import { useTexts } from '../texts/texts-context';

export interface JoinServer {
  address: string;
  user: string;
  password: string;
}

interface JoinFormProps {
  canPickFolders: boolean;
  busy: ReactNode;
  failure: ReactNode;
  onPackage: (file: File, passphrase: string) => void;
  onFolder: (passphrase: string) => void;
  onServer: (server: JoinServer, passphrase: string) => void;
}

/** Three ways to the campaign that a colleague has begun. */
export function JoinForm({ canPickFolders, busy, failure, onPackage, onFolder, onServer }: JoinFormProps) {
  const texts = useTexts();
  const { join, place } = texts.sync;
  const id = useId();
  const [passphrase, setPassphrase] = useState('');
  const [server, setServer] = useState<JoinServer>({ address: '', user: '', password: '' });
  const isBusy = Boolean(busy);
  return (
    <div className="sync-page">
      <h1>{join.title}</h1>
      <p className="quiet">{join.hint}</p>
      {busy}
      {failure}
      <div className="place-form">
        <label htmlFor={`${id}-passphrase`}>{place.passphrase}</label>
        <Input.Password
          id={`${id}-passphrase`}
          autoComplete="off"
          value={passphrase}
          placeholder={join.passphrase}
          onChange={event => setPassphrase(event.target.value)}
        />
      </div>
      <section aria-label={texts.sync.package.title}>
        <h2>{texts.sync.package.title}</h2>
        <FileButton
          label={join.package}
          testId="join-package"
          accept=".zip"
          disabled={isBusy}
          onFile={file => onPackage(file, passphrase)}
        />
      </section>
      <section aria-label={place.folder}>
        <h2>{place.folder}</h2>
        <p className="quiet">{canPickFolders ? place.folderHint : place.folderMissing}</p>
        <Button disabled={isBusy || !canPickFolders} onClick={() => onFolder(passphrase)}>
          {join.folder}
        </Button>
      </section>
      <section aria-label={place.webdav}>
        <h2>{place.webdav}</h2>
        <form
          className="place-form"
          onSubmit={event => {
            event.preventDefault();
            onServer(server, passphrase);
          }}
        >
          <label htmlFor={`${id}-address`}>{place.address}</label>
          <Input
            id={`${id}-address`}
            value={server.address}
            placeholder="https://"
            aria-describedby={`${id}-address-hint`}
            onChange={event => setServer({ ...server, address: event.target.value })}
          />
          <p id={`${id}-address-hint`} className="quiet">
            {place.addressHint}
          </p>
          <div className="place-account">
            <div>
              <label htmlFor={`${id}-user`}>{place.user}</label>
              <Input
                id={`${id}-user`}
                autoComplete="off"
                value={server.user}
                onChange={event => setServer({ ...server, user: event.target.value })}
              />
            </div>
            <div>
              <label htmlFor={`${id}-password`}>{place.password}</label>
              <Input.Password
                id={`${id}-password`}
                autoComplete="new-password"
                value={server.password}
                onChange={event => setServer({ ...server, password: event.target.value })}
              />
            </div>
          </div>
          <Button type="primary" htmlType="submit" disabled={isBusy || server.address.trim() === ''}>
            {join.connect}
          </Button>
        </form>
      </section>
    </div>
  );
}
