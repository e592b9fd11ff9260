import { Spin } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { FailureNotice } from '../../components/feedback/failure-notice';
import { AppTheme } from '../../components/frame/app-theme';
import type { Who } from '../../components/settings/who-form';
import { useTexts } from '../../components/texts/texts-context';
import type { AppError, Language } from '../../lib/model/app-error';
import type { Store } from '../../lib/store/open-store';
import type { ImportDraft } from './import-draft';
import { readLanguage, storeLanguage, storeWho } from './preferences';
import { START_LINK, useRoute } from './route';
import { ServicesContext } from './services';
import { StartPage } from './start-page';
import type { WorkbookClient } from './workbook-client';

const campaignPage = () => import('./campaign-page');
const CampaignPage = lazy(() => campaignPage().then(module => ({ default: module.CampaignPage })));
const CollectPage = lazy(() => import('./collect-page').then(module => ({ default: module.CollectPage })));
const JoinPage = lazy(() => import('./join-page').then(module => ({ default: module.JoinPage })));
const ImportPage = lazy(() => import('./import-page').then(module => ({ default: module.ImportPage })));

interface WorkspaceProps {
  store: Store;
  workbooks: WorkbookClient;
  firstWho: Who | null;
  /** Told of what happens to the store outside of any call. */
  onTrouble: (listener: (error: AppError) => void) => void;
}

export function Workspace({ store, workbooks, firstWho, onTrouble }: WorkspaceProps) {
  const [language, setLanguage] = useState<Language>(readLanguage);
  const [who, setWho] = useState(firstWho);
  const [trouble, setTrouble] = useState<AppError | null>(null);
  useEffect(() => onTrouble(setTrouble), [onTrouble]);
  useEffect(() => {
    document.documentElement.lang = language;
    storeLanguage(language);
  }, [language]);
  useEffect(() => {
    // What nearly everybody does next is to open a table: ready by then, and not in the way of the page that is drawn now.
    const prepare = requestIdleCallback(() => {
      workbooks.warm();
      // Tried again, and told, when it is shown.
      campaignPage().catch(() => {});
    });
    return () => cancelIdleCallback(prepare);
  }, [workbooks]);

  return (
    <AppTheme language={language}>
      <ServicesContext
        value={{
          store,
          workbooks,
          who,
          setLanguage,
          setWho: next => {
            setWho(next);
            storeWho(store, next).catch(setTrouble);
          },
        }}
      >
        {trouble && <FailureNotice error={trouble} />}
        <Pages />
      </ServicesContext>
    </AppTheme>
  );
}

function Pages() {
  const texts = useTexts();
  const route = useRoute();
  const [draft, setDraft] = useState<ImportDraft | null>(null);
  useEffect(() => {
    if (route.at === 'import' && !draft) window.location.replace(START_LINK);
    if (route.at === 'campaign' && draft) setDraft(null);
    if (route.at !== 'campaign') document.title = texts.app.name;
  }, [route, draft, texts]);

  return (
    <>
      <button type="button" className="skip-link" onClick={() => document.getElementById('main')?.focus()}>
        {texts.app.skipToContent}
      </button>
      <Suspense fallback={<Spin className="page-spin" />}>
        {route.at === 'start' && <StartPage onDraft={setDraft} />}
        {route.at === 'join' && <JoinPage />}
        {route.at === 'import' && draft && <ImportPage draft={draft} onDraft={setDraft} />}
        {route.at === 'collect' && <CollectPage />}
        {route.at === 'campaign' && (
          <CampaignPage key={route.id} id={route.id} page={route.page} place={route.place} field={route.field} />
        )}
        {route.at === 'unknown' && (
          <main id="main" className="campaign-opening" tabIndex={-1}>
            <h1>{texts.app.unknownPage}</h1>
            <a href={START_LINK}>{texts.app.backToStart}</a>
          </main>
        )}
      </Suspense>
    </>
  );
}
