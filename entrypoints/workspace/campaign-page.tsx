import { Spin } from 'antd';
import { lazy, memo, Suspense, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { BusyLine } from '../../components/feedback/busy-line';
import { FailureNotice } from '../../components/feedback/failure-notice';
import { SaveIndicator } from '../../components/frame/save-indicator';
import { WorkspaceFrame, type WorkspacePage } from '../../components/frame/workspace-frame';
import { WhoForm } from '../../components/settings/who-form';
import { SyncIndicator } from '../../components/sync/sync-indicator';
import { useTexts } from '../../components/texts/texts-context';
import { declaredTotal, nextMissing } from '../../components/totals/campaign-totals';
import { TotalsBar } from '../../components/totals/totals-bar';
import { isFact } from '../../lib/tasks/sharing/campaign-facts';
import type { CampaignSession } from './campaign-session';
import { ItemsPage } from './items-page';
import type { OpenedCampaign } from './open-session';
import { campaignLink, START_LINK } from './route';
import { useServices } from './services';
import type { SharingDesk } from './sharing/sharing-desk';
import { useConflicts, useSharingDesk, useSyncState } from './sharing/use-sharing';
import { TablePage } from './table-page';
import { useHints, useSafeLeaving, useSaveState, useSchedule, useSession, useTotals } from './use-session';
import { useUndoKeys } from './use-undo-keys';

const HintsPage = lazy(() => import('./hints-page').then(module => ({ default: module.HintsPage })));
const DraftPage = lazy(() => import('./draft-page').then(module => ({ default: module.DraftPage })));
const PeoplePage = lazy(() => import('./people-page').then(module => ({ default: module.PeoplePage })));
const RulesPage = lazy(() => import('./rules-page').then(module => ({ default: module.RulesPage })));
const ExchangePage = lazy(() => import('./exchange-page').then(module => ({ default: module.ExchangePage })));
const SyncPage = lazy(() => import('./sync-page').then(module => ({ default: module.SyncPage })));
const ReviewPage = lazy(() => import('./review-page').then(module => ({ default: module.ReviewPage })));
const ExportPage = lazy(() => import('./export-page').then(module => ({ default: module.ExportPage })));
const SettingsPage = lazy(() => import('./settings-page').then(module => ({ default: module.SettingsPage })));

interface CampaignPageProps {
  id: string;
  page: WorkspacePage;
  /** What follows the page in the address: an item's entity, or a cell "Sheet1!C5". */
  place: string | null;
  /** The field of that item to begin in. */
  field: string | null;
}

export function CampaignPage({ id, page, place, field }: CampaignPageProps) {
  const texts = useTexts();
  const state = useSession(id, page);
  if (state.is === 'open') return <OpenCampaign {...state} page={page} place={place} field={field} />;
  return (
    <main id="main" className="campaign-opening" tabIndex={-1}>
      <a href={START_LINK}>← {texts.app.backToStart}</a>
      {state.is === 'failed' ? <FailureNotice error={state.error} /> : <BusyLine label={texts.app.loading} />}
    </main>
  );
}

interface OpenCampaignProps {
  session: CampaignSession;
  opened: OpenedCampaign;
  readAnew: () => void;
  page: WorkspacePage;
  place: string | null;
  field: string | null;
}

/** Drawn anew when the page changes, not with every edit: what follows edits reads the session itself. */
function OpenCampaign({ session, opened, readAnew, page, place, field }: OpenCampaignProps) {
  const { store } = useServices();
  const texts = useTexts();
  const { campaign, filling } = session;
  const [name, setName] = useState(campaign.name);
  const desk = useSharingDesk(session);
  useSafeLeaving(session);
  useSchedule(session);
  useUndoKeys(session, page !== 'table');
  useEffect(() => {
    document.title = `${name} · ${texts.app.name}`;
  }, [name, texts]);

  return (
    <WorkspaceFrame
      title={name}
      page={page}
      linkTo={target => (target === 'home' ? START_LINK : campaignLink(campaign.id, target))}
      badges={{ hints: <SeriousHints session={session} />, sync: <Conflicts session={session} /> }}
      sync={desk && <SyncPanel session={session} desk={desk} />}
      save={<SavePanel session={session} />}
      onUndo={() => void filling.undo()}
      onRedo={() => void filling.redo()}
      notice={<WhoPanel session={session} />}
      totals={<TotalsPanel session={session} current={page === 'items' ? place : null} />}
    >
      {/* The table is shown as received then; the page 起草 says so itself. */}
      {session.draftFailure && page !== 'draft' && <FailureNotice error={session.draftFailure} />}
      <Suspense fallback={<Spin className="page-spin" />}>
        {page === 'table' && <TablePage session={session} place={place} />}
        {page === 'items' && <ItemsPage session={session} current={place} focus={field} />}
        {page === 'hints' && <HintsPage session={session} place={place} />}
        {page === 'draft' && <DraftPage session={session} opened={opened} place={place} readAnew={readAnew} />}
        {page === 'people' && <PeoplePage session={session} />}
        {page === 'rules' && <RulesPage session={session} place={place} />}
        {page === 'exchange' && <ExchangePage session={session} />}
        {page === 'sync' && desk && <SyncPage session={session} desk={desk} />}
        {page === 'review' && <ReviewPage session={session} />}
        {page === 'export' && <ExportPage session={session} />}
        {page === 'settings' && (
          <SettingsPage
            campaign={{ ...campaign, name }}
            onRename={next => {
              setName(next);
              return store.campaigns.change(campaign.id, { name: next });
            }}
          />
        )}
      </Suspense>
    </WorkspaceFrame>
  );
}

/** How many hints somebody should look at. */
const SeriousHints = memo(function SeriousHints({ session }: { session: CampaignSession }) {
  const texts = useTexts();
  const { serious } = useHints(session);
  if (serious === 0) return null;
  return (
    <span className="nav-count" data-testid="serious-hints">
      <span aria-hidden>{serious}</span>
      <span className="visually-hidden">{texts.hints.serious(serious)}</span>
    </span>
  );
});

/** On how many fields people disagree. */
const Conflicts = memo(function Conflicts({ session }: { session: CampaignSession }) {
  const texts = useTexts();
  const count = useConflicts(session).length;
  if (count === 0) return null;
  return (
    <span className="nav-count" data-testid="conflict-count">
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{texts.sync.conflicts.count(count)}</span>
    </span>
  );
});

const SyncPanel = memo(function SyncPanel({ session, desk }: { session: CampaignSession; desk: SharingDesk }) {
  return <SyncIndicator state={useSyncState(desk, session)} href={campaignLink(session.campaign.id, 'sync')} />;
});

const SavePanel = memo(function SavePanel({ session }: { session: CampaignSession }) {
  return <SaveIndicator save={useSaveState(session)} onRetry={() => void session.filling.retry()} />;
});

const hasEntries = ({ filling }: CampaignSession): boolean => {
  for (const { entity } of filling.state.values()) if (!isFact(entity)) return true;
  return false;
};

/** Asked once, after the first edit, at the foot of the page where it moves nothing. */
const WhoPanel = memo(function WhoPanel({ session }: { session: CampaignSession }) {
  const { who, setWho } = useServices();
  const texts = useTexts();
  const edited = useSyncExternalStore(session.subscribe, () => hasEntries(session));
  if (who !== null || !edited) return null;
  const nobody = { name: '', department: '' };
  return (
    <aside className="who-ask" aria-label={texts.settings.who}>
      <span>{texts.settings.whoAsk}</span>
      <WhoForm who={nobody} onSave={setWho} onLater={() => setWho(nobody)} />
    </aside>
  );
});

const TotalsPanel = memo(function TotalsPanel({
  session,
  current,
}: {
  session: CampaignSession;
  current: string | null;
}) {
  const totals = useTotals(session);
  useProgress(session, totals.items, totals.filled);
  const { id } = session.campaign;
  const go = useCallback(
    (entity: string): void => {
      window.location.hash = campaignLink(id, 'items', entity);
    },
    [id],
  );
  return (
    <TotalsBar
      totals={totals}
      declared={declaredTotal(session.workbook.recognition.tables)}
      onSection={go}
      onMissing={() => {
        const next = nextMissing(session.items, current);
        if (next) go(next.entity);
      }}
    />
  );
});

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
