import '../workspace/old-browsers';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import * as z from 'zod';
import { registerBackgroundSync } from '../workspace/sharing/background-sync';
import { forgetTab } from './allowed-pages';
import { clearBadge } from './badge';
import { listenToOverlays } from './overlay-routes';
import { PageDesk } from './page-desk';
import { watchReminders } from './reminders';
import { keepRegistered } from './site-grants';
import { turnOn } from './toolbar';
import { showWorkspace } from './workspace-tab';

export default defineBackground(() => {
  // An extension may not compile code at run time, which zod would otherwise try.
  z.config({ jitless: true });
  registerBackgroundSync();
  browser.action.onClicked.addListener(turnOn);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void showWorkspace();
  });
  watchReminders(campaign => void showWorkspace(`#/campaign/${encodeURIComponent(campaign)}/people`));
  browser.tabs.onRemoved.addListener(tab => {
    void forgetTab(tab);
    clearBadge(tab);
  });
  listenToOverlays(new PageDesk());
  keepRegistered();
});
