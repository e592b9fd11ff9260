import { DeleteOutlined, DownloadOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../texts/texts-context';
import { type Who, WhoForm } from './who-form';

interface SettingsViewProps {
  who: Who;
  onWho: (who: Who) => void;
  onBackup: () => void;
  busy: ReactNode;
  failure: ReactNode;
  storage: ReactNode;
  /** Web pages where hints may appear. */
  sites: ReactNode;
  /** What is remembered about their fields. */
  pageKnowledge: ReactNode;
  languageSwitch: ReactNode;
  version: string;
  campaign: { name: string; fileName: string; onRename: (name: string) => void; onRemove: () => void };
}

export function SettingsView(props: SettingsViewProps) {
  const { who, onWho, onBackup, busy, failure, storage, sites, pageKnowledge, languageSwitch, version, campaign } =
    props;
  const texts = useTexts();
  const id = useId();
  const [shownName, setShownName] = useState(0);
  return (
    <div className="settings">
      <h1>{texts.settings.title}</h1>
      {failure}
      <section aria-labelledby={`${id}-who`}>
        <h2 id={`${id}-who`}>{texts.settings.who}</h2>
        <p className="quiet">{texts.settings.whoHint}</p>
        <WhoForm key={`${who.name}/${who.department}`} who={who} onSave={onWho} />
      </section>
      <section aria-labelledby={`${id}-campaign`}>
        <h2 id={`${id}-campaign`}>{texts.settings.campaign}</h2>
        <label htmlFor={`${id}-name`}>{texts.settings.rename}</label>
        <Input
          key={shownName}
          id={`${id}-name`}
          className="campaign-name-input"
          defaultValue={campaign.name}
          onPressEnter={event => event.currentTarget.blur()}
          onBlur={event => {
            const name = event.target.value.trim();
            // A campaign without a name could not be told from others; the field shows the old one again.
            if (name === '') setShownName(shown => shown + 1);
            else campaign.onRename(name);
          }}
        />
        <p className="quiet">
          {texts.settings.file}: {campaign.fileName}
        </p>
        <Button danger icon={<DeleteOutlined />} onClick={campaign.onRemove} data-testid="remove-campaign">
          {texts.settings.remove}
        </Button>
        <p className="quiet">{texts.settings.removeHint}</p>
      </section>
      <section aria-labelledby={`${id}-backup`}>
        <h2 id={`${id}-backup`}>{texts.settings.backup}</h2>
        <p className="quiet">{texts.settings.backupHint}</p>
        {busy}
        <Button icon={<DownloadOutlined />} onClick={onBackup} disabled={Boolean(busy)} data-testid="backup">
          {texts.settings.backupRun}
        </Button>
        <p className="quiet">{texts.settings.restoreHint}</p>
      </section>
      <section aria-labelledby={`${id}-storage`}>
        <h2 id={`${id}-storage`}>{texts.storage.title}</h2>
        {storage}
      </section>
      <section aria-labelledby={`${id}-sites`}>
        <h2 id={`${id}-sites`}>{texts.page.sites.title}</h2>
        {sites}
      </section>
      <section aria-labelledby={`${id}-knowledge`}>
        <h2 id={`${id}-knowledge`}>{texts.page.bindings.title}</h2>
        {pageKnowledge}
      </section>
      <section aria-labelledby={`${id}-about`}>
        <h2 id={`${id}-about`}>{texts.settings.about}</h2>
        <p>
          {texts.app.name} · {texts.settings.version(version)}
        </p>
        <p className="quiet">{texts.settings.aboutText}</p>
        {languageSwitch}
      </section>
    </div>
  );
}
