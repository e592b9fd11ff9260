import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isNotice, isWelcome } from '../../lib/messages/overlay-guards';
import { PANEL_PORT } from '../../lib/messages/overlay-messages';
import { ask } from './ask-background';
import { PageOverlay } from './page-overlay';

declare global {
  /** Ends the instance before this one, in the extension's own world. */
  var pinganFillEnd: (() => void) | undefined;
}

/**
 * Put on pages that a person allowed: at the toolbar's click, or from the start of the page on granted sites. No content script of WXT's
 * (one with `matches` would ask for hosts at installation, and its wrapper weighs 5 kB): the background registers and injects the file.
 */
export default defineUnlistedScript(() => {
  if (isSeenFromAround()) return;
  globalThis.pinganFillEnd?.();
  const ended = new AbortController();
  let turn = new AbortController();
  let overlay: PageOverlay | null = null;
  let isWatched = false;

  function end(): void {
    turn.abort();
    ended.abort();
    // After the extension was reloaded there is nothing to take the listener from.
    browser.runtime?.onMessage?.removeListener(listen);
  }

  async function begin(): Promise<void> {
    const welcome = await ask({ do: 'overlay:background:hello' });
    turn.abort();
    turn = new AbortController();
    overlay = null;
    if (ended.signal.aborted || welcome === null) return;
    if (isWelcome(welcome)) overlay = new PageOverlay(document, welcome, { signal: turn.signal, end });
    if (isWatched) connect();
  }

  function connect(): void {
    isWatched = true;
    overlay?.connect(browser.runtime.connect({ name: PANEL_PORT }), () => {
      isWatched = false;
    });
  }

  const listen = (message: unknown): undefined => {
    if (!isNotice(message)) return;
    if (message.do === 'panel:overlay:connect') connect();
    else void begin();
  };

  globalThis.pinganFillEnd = end;
  browser.runtime.onMessage.addListener(listen);
  void begin();
});

/** A frame that the page around can look into is served by the script there. */
function isSeenFromAround(): boolean {
  try {
    return window.parent !== window && window.parent.document !== null;
  } catch {
    return false;
  }
}
