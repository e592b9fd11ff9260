import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

export interface WatchedTab {
  id: number;
  /** Known only where the page is allowed; null elsewhere. */
  address: string | null;
}

/** The tab beside the panel: the active one of its window, or the one that a panel in a window of its own was opened for. */
export function useTab(): WatchedTab | null {
  const [tab, setTab] = useState<WatchedTab | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const fixed = fixedTab();
      const found = fixed === null ? await activeTab() : await browser.tabs.get(fixed).catch(() => undefined);
      if (!isCurrent) return;
      const next = found?.id === undefined ? null : { id: found.id, address: found.url ?? null };
      setTab(before => (before?.id === next?.id && before?.address === next?.address ? before : next));
    };
    const changed = (): void => void look();
    void look();
    window.addEventListener('hashchange', changed);
    browser.tabs.onActivated.addListener(changed);
    browser.tabs.onUpdated.addListener(changed);
    browser.permissions.onAdded.addListener(changed);
    browser.permissions.onRemoved.addListener(changed);
    return () => {
      isCurrent = false;
      window.removeEventListener('hashchange', changed);
      browser.tabs.onActivated.removeListener(changed);
      browser.tabs.onUpdated.removeListener(changed);
      browser.permissions.onAdded.removeListener(changed);
      browser.permissions.onRemoved.removeListener(changed);
    };
  }, []);
  return tab;
}

function fixedTab(): number | null {
  const id = /^#tab=(\d+)$/.exec(window.location.hash)?.[1];
  return id === undefined ? null : Number(id);
}

async function activeTab() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}
