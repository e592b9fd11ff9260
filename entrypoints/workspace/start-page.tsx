import { App } from 'antd';
import { useEffect, useState } from 'react';
import { LanguageSwitch } from '../../components/frame/language-switch';
import { type CampaignSummary, StartView } from '../../components/start/start-view';
import { useTexts } from '../../components/texts/texts-context';
import type { Campaign } from '../../lib/model/campaign';
import { type ImportDraft, openDraft } from './import-draft';
import { COLLECT_LINK, campaignLink, IMPORT_LINK, JOIN_LINK } from './route';
import { useServices } from './services';
import { StoragePanel } from './storage-panel';
import { bundledTemplates, templateFile } from './templates';
import { useBusy } from './use-busy';
import { useRemoveCampaign } from './use-remove-campaign';

const TEMPLATES = bundledTemplates();

export function StartPage({ onDraft }: { onDraft: (draft: ImportDraft) => void }) {
  const services = useServices();
  const { store } = services;
  const texts = useTexts();
  const { message } = App.useApp();
  const [campaigns, setCampaigns] = useState<Campaign[] | null>(null);
  const { busy, failure, run, fail } = useBusy();
  const remove = useRemoveCampaign(fail);

  useEffect(() => {
    const ended = new AbortController();
    store.campaigns.watch(setCampaigns, { signal: ended.signal });
    return () => ended.abort();
  }, [store]);

  function open(file: File, more = 0): void {
    if (more > 0) message.info(texts.start.tooManyFiles);
    void run(texts.busy.reading(file.name), async signal => {
      onDraft(await openDraft(file, services, signal));
      window.location.hash = IMPORT_LINK;
    });
  }

  function openTemplate(id: string): void {
    const template = TEMPLATES.find(({ manifest }) => manifest.id === id);
    if (template) void templateFile(template).then(open, fail);
  }

  function restore(file: File): void {
    void run(texts.busy.restoring, async () => {
      const report = await store.restore(file);
      message.success(texts.start.restored(report.campaigns.length));
    });
  }

  return (
    <StartView
      campaigns={campaigns}
      templates={TEMPLATES.map(({ manifest }) => ({ id: manifest.id, title: manifest.title }))}
      linkTo={campaignLink}
      collectLink={COLLECT_LINK}
      busy={busy}
      failure={failure}
      storage={<StoragePanel />}
      languageSwitch={<LanguageSwitch onChange={services.setLanguage} />}
      onFile={open}
      onTemplate={openTemplate}
      onRestore={restore}
      onRemove={(campaign: CampaignSummary) => remove(campaign)}
      joinLink={JOIN_LINK}
    />
  );
}
