import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { SaveState } from '../../components/frame/save-indicator';
import { useLanguage } from '../../components/texts/texts-context';
import type { CampaignTotals } from '../../components/totals/campaign-totals';
import { type AppError, toAppError } from '../../lib/model/app-error';
import type { Item } from '../../lib/model/item';
import type { HintReading } from '../../lib/tasks/campaign-hints';
import type { CampaignSession } from './campaign-session';
import { keepPageGuide } from './keep-page-guide';
import { keepSchedule } from './keep-schedule';
import { type OpenedCampaign, openCampaign, readSession } from './open-session';
import { actorName } from './preferences';
import { useServices } from './services';

export type SessionState =
  | { is: 'opening' }
  | { is: 'open'; session: CampaignSession; opened: OpenedCampaign; readAnew: () => void }
  | { is: 'failed'; error: AppError };

/**
 * Opens a campaign for as long as its pages are shown. Its tables are read anew when rows were drafted, here or elsewhere, and on
 * the way to another page when cells that tell what a row asks were worded anew; until then the session before goes on.
 */
export function useSession(id: string, page: string): SessionState {
  const { store, workbooks, who } = useServices();
  const [opened, setOpened] = useState<OpenedCampaign | null>(null);
  const [state, setState] = useState<SessionState>({ is: 'opening' });
  const [reading, setReading] = useState(0);
  /** Ends the session that is shown. */
  const shown = useRef<AbortController | null>(null);
  const actor = useRef('');
  actor.current = actorName(who);

  useEffect(() => {
    const ended = new AbortController();
    setState({ is: 'opening' });
    setOpened(null);
    openCampaign(id, { store, workbooks }, () => actor.current, ended.signal).then(setOpened, thrown => {
      if (!ended.signal.aborted) setState({ is: 'failed', error: toAppError(thrown) });
    });
    return () => {
      ended.abort();
      shown.current?.abort();
      shown.current = null;
    };
  }, [id, store, workbooks]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: reading counts the times the tables are to be read
  useEffect(() => {
    if (!opened) return;
    let isWanted = true;
    const ended = new AbortController();
    readSession(opened, workbooks, ended.signal).then(
      session => {
        if (!isWanted) return ended.abort();
        session.pageGuide = keepPageGuide(store, session, opened.answers);
        // Only web pages depend on it, and the next opening tries again; who waits for it hears of the failure.
        session.pageGuide.catch(() => {});
        shown.current?.abort();
        shown.current = ended;
        setState({ is: 'open', session, opened, readAnew: () => setReading(count => count + 1) });
      },
      thrown => {
        if (isWanted) setState({ is: 'failed', error: toAppError(thrown) });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [opened, store, workbooks, reading]);

  const session = state.is === 'open' ? state.session : null;
  useEffect(() => session?.subscribeRows(() => setReading(count => count + 1)), [session]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of page is the moment
  useEffect(() => {
    if (session?.outdated) setReading(count => count + 1);
  }, [page]);

  return state;
}

export const useItems = (session: CampaignSession): readonly Item[] =>
  useSyncExternalStore(session.subscribe, () => session.items);

export const useTotals = (session: CampaignSession): CampaignTotals =>
  useSyncExternalStore(session.subscribe, () => session.totals);

export const useSaveState = (session: CampaignSession): SaveState =>
  useSyncExternalStore(session.subscribeSave, () => session.save);

export const useHints = (session: CampaignSession): HintReading =>
  useSyncExternalStore(session.hints.subscribe, () => session.hints.current);

/** Keeps the dates of what is open where the background reminds of them. */
export function useSchedule(session: CampaignSession): void {
  const { store } = useServices();
  const language = useLanguage();
  useEffect(() => {
    const ended = new AbortController();
    keepSchedule(session, store, language, ended.signal);
    return () => ended.abort();
  }, [session, store, language]);
}

/** Saves what is being typed when the page is left, and asks before anything unsaved is closed. */
export function useSafeLeaving(session: CampaignSession): void {
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const flush = () => void session.filling.flush();
    document.addEventListener('visibilitychange', flush, { signal });
    window.addEventListener('pagehide', flush, { signal });
    window.addEventListener(
      'beforeunload',
      event => {
        flush();
        if (session.save.state !== 'saved') event.preventDefault();
      },
      { signal },
    );
    return () => {
      flush();
      ended.abort();
    };
  }, [session]);
}
