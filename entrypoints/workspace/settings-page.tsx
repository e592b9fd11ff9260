import { App } from 'antd';
import { browser } from 'wxt/browser';
import { LanguageSwitch } from '../../components/frame/language-switch';
import { SettingsView } from '../../components/settings/settings-view';
import { useTexts } from '../../components/texts/texts-context';
import { localDay } from '../../lib/model/calendar-day';
import { download } from './download';
import { PageKnowledgeSettings } from './page-knowledge-settings';
import { START_LINK } from './route';
import { useServices } from './services';
import { SiteSettings } from './site-settings';
import { StoragePanel } from './storage-panel';
import { useBusy } from './use-busy';
import { useRemoveCampaign } from './use-remove-campaign';

interface SettingsPageProps {
  campaign: { id: string; name: string; fileName: string };
  onRename: (name: string) => Promise<unknown>;
}

export function SettingsPage({ campaign, onRename }: SettingsPageProps) {
  const { store, who, setWho, setLanguage } = useServices();
  const texts = useTexts();
  const { message } = App.useApp();
  const { busy, failure, run, fail } = useBusy();
  const remove = useRemoveCampaign(fail, () => {
    window.location.hash = START_LINK;
  });

  return (
    <SettingsView
      who={who ?? { name: '', department: '' }}
      onWho={next => {
        setWho(next);
        message.success(texts.settings.whoSaved);
      }}
      onBackup={() =>
        void run(texts.busy.backup, async () => {
          const name = `${texts.settings.backupName(localDay(new Date()))}.pingan`;
          download(await store.backup(), name, 'application/octet-stream');
        })
      }
      busy={busy}
      failure={failure}
      storage={<StoragePanel />}
      sites={<SiteSettings onError={fail} />}
      pageKnowledge={<PageKnowledgeSettings onError={fail} />}
      languageSwitch={<LanguageSwitch onChange={setLanguage} />}
      version={browser.runtime.getManifest().version}
      campaign={{
        name: campaign.name,
        fileName: campaign.fileName,
        onRename: name => {
          if (name !== campaign.name) onRename(name).catch(fail);
        },
        onRemove: () => remove(campaign),
      }}
    />
  );
}
