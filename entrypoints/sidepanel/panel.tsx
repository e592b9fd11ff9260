import { LinkOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useEffect, useState } from 'react';
import * as z from 'zod';
import { BusyLine } from '../../components/feedback/busy-line';
import { FailureNotice } from '../../components/feedback/failure-notice';
import { AppTheme } from '../../components/frame/app-theme';
import type { Who } from '../../components/settings/who-form';
import { useTexts } from '../../components/texts/texts-context';
import { type AppError, type Language, toAppError } from '../../lib/model/app-error';
import type { Campaign } from '../../lib/model/campaign';
import { PAGE_CAMPAIGN } from '../../lib/model/page-guide';
import type { Store } from '../../lib/store/open-store';
import { showWorkspace } from '../background/workspace-tab';
import { tellPages } from '../workspace/keep-page-guide';
import { readLanguage, storeWho } from '../workspace/preferences';
import { ServicesContext } from '../workspace/services';
import { useSession } from '../workspace/use-session';
import type { WorkbookClient } from '../workspace/workbook-client';
import { CampaignPanel } from './campaign-panel';

interface PanelProps {
  store: Store;
  workbooks: WorkbookClient;
  firstWho: Who | null;
  /** Told of what happens to the store outside of any call. */
  onTrouble: (listener: (error: AppError) => void) => void;
}

/** The companion beside a web page. */
export function Panel({ store, workbooks, firstWho, onTrouble }: PanelProps) {
  const [language] = useState<Language>(readLanguage);
  const [who, setWho] = useState(firstWho);
  const [trouble, setTrouble] = useState<AppError | null>(null);
  useEffect(() => onTrouble(setTrouble), [onTrouble]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const keepWho = (next: Who): void => {
    setWho(next);
    storeWho(store, next).catch(setTrouble);
  };
  return (
    <AppTheme language={language}>
      <ServicesContext value={{ store, workbooks, who, setWho: keepWho, setLanguage: () => window.location.reload() }}>
        {trouble && <FailureNotice error={trouble} />}
        <ChosenCampaign store={store} />
      </ServicesContext>
    </AppTheme>
  );
}

function ChosenCampaign({ store }: { store: Store }) {
  const texts = useTexts();
  const [campaigns, setCampaigns] = useState<readonly Campaign[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => {
    const ended = new AbortController();
    store.campaigns.watch(setCampaigns, { signal: ended.signal });
    store.settings.get(PAGE_CAMPAIGN, z.string()).then(setChosen, thrown => setError(toAppError(thrown)));
    return () => ended.abort();
  }, [store]);
  const campaign = campaigns?.find(({ id }) => id === chosen) ?? campaigns?.[0];

  function choose(id: string): void {
    setChosen(id);
    store.settings.put(PAGE_CAMPAIGN, id).then(tellPages, thrown => setError(toAppError(thrown)));
  }

  return (
    <div className="panel" onClickCapture={followLinks}>
      <header className="panel-head">
        <h1 className="visually-hidden">{texts.page.panel}</h1>
        <Select
          className="panel-campaign"
          aria-label={texts.page.campaign}
          value={campaign?.id ?? null}
          placeholder={texts.app.name}
          onChange={choose}
          options={(campaigns ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button
          icon={<LinkOutlined />}
          aria-label={texts.page.openWorkspace}
          title={texts.page.openWorkspace}
          onClick={() => void showWorkspace(campaign ? `#/campaign/${encodeURIComponent(campaign.id)}/items` : '')}
        />
      </header>
      {error && <FailureNotice error={error} onDismiss={() => setError(null)} />}
      {campaigns?.length === 0 && (
        <div className="panel-empty">
          <p>{texts.page.noCampaign}</p>
          <Button type="primary" onClick={() => void showWorkspace()}>
            {texts.page.openWorkspace}
          </Button>
        </div>
      )}
      {campaign && <OpenedCampaign key={campaign.id} id={campaign.id} />}
    </div>
  );
}

function OpenedCampaign({ id }: { id: string }) {
  const texts = useTexts();
  const state = useSession(id, 'panel');
  if (state.is === 'failed') return <FailureNotice error={state.error} />;
  if (state.is === 'opening') return <BusyLine label={texts.app.loading} />;
  return <CampaignPanel session={state.session} />;
}

/** Links of hints lead into the workspace, which has a tab of its own. */
function followLinks(event: React.MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#/"]');
  if (!link) return;
  event.preventDefault();
  void showWorkspace(link.getAttribute('href') ?? '');
}
