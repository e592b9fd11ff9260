import { Alert, Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTexts } from '../texts/texts-context';

export type PlaceChoice =
  | { way: 'folder'; id: string; name: string }
  | { way: 'webdav'; address: string; user: string; password: string };

interface PlaceFormProps {
  canPickFolders: boolean;
  /** The campaign has a passphrase already. */
  isEncrypted: boolean;
  /** null when the person closed the picker. */
  onPick: () => Promise<{ id: string; name: string } | null>;
  /** Resolves to true when the server answers as it should. */
  onTest: (server: { address: string; user: string; password: string }) => Promise<boolean>;
  onStart: (place: PlaceChoice, passphrase: string) => void;
  startLabel: string;
  disabled: boolean;
}

/** Where to share: a folder or a server, and a passphrase. */
export function PlaceForm({
  canPickFolders,
  isEncrypted,
  onPick,
  onTest,
  onStart,
  startLabel,
  disabled,
}: PlaceFormProps) {
  const words = useTexts().sync.place;
  const id = useId();
  const [way, setWay] = useState<PlaceChoice['way']>(canPickFolders ? 'folder' : 'webdav');
  const [folder, setFolder] = useState<{ id: string; name: string } | null>(null);
  const [server, setServer] = useState({ address: '', user: '', password: '' });
  const [tested, setTested] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const change = (part: Partial<typeof server>) => {
    setServer({ ...server, ...part });
    setTested(false);
  };
  const choice: PlaceChoice | null =
    way === 'folder' ? folder && { way, ...folder } : server.address.trim() === '' ? null : { way, ...server };
  return (
    <form
      className="place-form"
      onSubmit={event => {
        event.preventDefault();
        if (choice) onStart(choice, passphrase);
      }}
    >
      <Radio.Group
        aria-label={words.way}
        value={way}
        onChange={event => setWay(event.target.value === 'folder' ? 'folder' : 'webdav')}
        options={[
          { value: 'folder', label: words.folder, disabled: !canPickFolders },
          { value: 'webdav', label: words.webdav },
        ]}
      />
      {way === 'folder' ? (
        <>
          <p className="quiet">{canPickFolders ? words.folderHint : words.folderMissing}</p>
          <div className="button-row">
            <Button
              disabled={!canPickFolders}
              onClick={() => void onPick().then(picked => picked && setFolder(picked))}
            >
              {words.choose}
            </Button>
            {folder && <span>{words.chosen(folder.name)}</span>}
          </div>
        </>
      ) : (
        <>
          <p className="quiet">{words.webdavHint}</p>
          <label htmlFor={`${id}-address`}>{words.address}</label>
          <Input
            id={`${id}-address`}
            value={server.address}
            placeholder="https://"
            aria-describedby={`${id}-address-hint`}
            onChange={event => change({ address: event.target.value })}
          />
          <p id={`${id}-address-hint`} className="quiet">
            {words.addressHint}
          </p>
          <div className="place-account">
            <div>
              <label htmlFor={`${id}-user`}>{words.user}</label>
              <Input
                id={`${id}-user`}
                autoComplete="off"
                value={server.user}
                onChange={event => change({ user: event.target.value })}
              />
            </div>
            <div>
              <label htmlFor={`${id}-password`}>{words.password}</label>
              <Input.Password
                id={`${id}-password`}
                autoComplete="new-password"
                value={server.password}
                onChange={event => change({ password: event.target.value })}
              />
            </div>
          </div>
          <p className="quiet">{words.passwordHint}</p>
          {/^\s*http:/i.test(server.address) && <Alert type="warning" showIcon title={words.insecure} />}
          <div className="button-row">
            <Button disabled={!choice || disabled} onClick={() => void onTest(server).then(setTested)}>
              {words.test}
            </Button>
            {tested && <span role="status">{words.tested}</span>}
          </div>
        </>
      )}
      <label htmlFor={`${id}-passphrase`}>{words.passphrase}</label>
      <Input.Password
        id={`${id}-passphrase`}
        autoComplete="new-password"
        value={passphrase}
        aria-describedby={`${id}-passphrase-hint`}
        onChange={event => setPassphrase(event.target.value)}
      />
      <p id={`${id}-passphrase-hint`} className="quiet">
        {isEncrypted ? words.passphraseKept : words.passphraseHint}
      </p>
      <Button type="primary" htmlType="submit" disabled={!choice || disabled} data-testid="start-sync">
        {startLabel}
      </Button>
    </form>
  );
}
