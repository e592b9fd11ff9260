import { Spin } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { BusyLine } from '../../components/feedback/busy-line';
import { FailureNotice } from '../../components/feedback/failure-notice';
import { WorkspaceFrame, type WorkspacePage } from '../../components/frame/workspace-frame';
import { WhoForm } from '../../components/settings/who-form';
import { useTexts } from '../../components/texts/texts-context';
import { declaredTotal, nextMissing, totalsOf } from '../../components/totals/campaign-totals';
import { TotalsBar } from '../../components/totals/totals-bar';
import type { CampaignSession } from './campaign-session';
import { ItemsPage } from './items-page';
import { campaignLink, START_LINK } from './route';
import { useServices } from './services';
import { TablePage } from './table-page';
import { useItems, useSafeLeaving, useSaveState, useSession } from './use-session';
import { useUndoKeys } from './use-undo-keys';

const ReviewPage = lazy(() => import('./review-page').then(module => ({ default: module.ReviewPage })));
const ExportPage = lazy(() => import('./export-page').then(module => ({ default: module.ExportPage })));
const SettingsPage = lazy(() => import('./settings-page').then(module => ({ default: module.SettingsPage })));

interface CampaignPageProps {
  id: string;
  page: WorkspacePage;
  /** What follows the page in the address: an item's entity, or a cell "Sheet1!C5". */
  place: string | null;
}

export function CampaignPage({ id, page, place }: CampaignPageProps) {
  const texts = useTexts();
  const state = useSession(id);
  if (state.is === 'open') return <OpenCampaign session={state.session} page={page} place={place} />;
  return (
    <main id="main" className="campaign-opening" tabIndex={-1}>
      <a href={START_LINK}>← {texts.app.backToStart}</a>
      {state.is === 'failed' ? <FailureNotice error={state.error} /> : <BusyLine label={texts.app.loading} />}
    </main>
  );
}

interface OpenCampaignProps {
  session: CampaignSession;
  page: WorkspacePage;
  place: string | null;
}

function OpenCampaign({ session, page, place }: OpenCampaignProps) {
  const { store, who, setWho } = useServices();
  const texts = useTexts();
  const { id } = session.campaign;
  const [name, setName] = useState(session.campaign.name);
  const items = useItems(session);
  const save = useSaveState(session);
  useSafeLeaving(session);
  useUndoKeys(session, page !== 'table');
  useProgress(session, items.length, totalsOf(items).filled);
  useEffect(() => {
    document.title = `${name} · ${texts.app.name}`;
  }, [name, texts]);

  const current = page === 'items' ? place : null;
  const go = (entity: string): void => {
    window.location.hash = campaignLink(id, 'items', entity);
  };
  const edited = session.filling.state.size > 0;
  return (
    <WorkspaceFrame
      title={name}
      page={page}
      linkTo={target => (target === 'home' ? START_LINK : campaignLink(id, target))}
      save={save}
      onRetrySave={() => void session.filling.retry()}
      onUndo={() => void session.filling.undo()}
      onRedo={() => void session.filling.redo()}
      notice={
        who === null &&
        edited && (
          <aside className="who-ask" aria-label={texts.settings.who}>
            <span>{texts.settings.whoAsk}</span>
            <WhoForm
              who={{ name: '', department: '' }}
              onSave={setWho}
              onLater={() => setWho({ name: '', department: '' })}
            />
          </aside>
        )
      }
      totals={
        <TotalsBar
          items={items}
          declared={declaredTotal(session.workbook.recognition.tables)}
          onSection={first => go(first.entity)}
          onMissing={() => {
            const next = nextMissing(items, current ?? items[0]?.entity ?? null);
            if (next) go(next.entity);
          }}
        />
      }
    >
      <Suspense fallback={<Spin className="page-spin" />}>
        {page === 'table' && <TablePage session={session} place={place} />}
        {page === 'items' && <ItemsPage session={session} items={items} current={current} />}
        {page === 'review' && <ReviewPage session={session} />}
        {page === 'export' && <ExportPage session={session} items={items} save={save} />}
        {page === 'settings' && (
          <SettingsPage
            campaign={{ ...session.campaign, name }}
            onRename={next => {
              setName(next);
              void store.campaigns.change(id, { name: next });
            }}
          />
        )}
      </Suspense>
    </WorkspaceFrame>
  );
}

/** Kept for the list of campaigns, a moment after it changed. */
function useProgress({ campaign }: CampaignSession, indicators: number, filled: number): void {
  const { store } = useServices();
  const stored = useRef(campaign.progress);
  useEffect(() => {
    const { current } = stored;
    if (current.indicators === indicators && current.filled === filled) return;
    const timer = setTimeout(() => {
      stored.current = { indicators, filled };
      // Only the list's bar depends on it, and the next change tries again.
      store.campaigns.change(campaign.id, { progress: { indicators, filled } }).catch(() => {
        stored.current = current;
      });
    }, 500);
    return () => clearTimeout(timer);
  }, [store, campaign.id, indicators, filled]);
}
