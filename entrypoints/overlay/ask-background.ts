import { browser } from 'wxt/browser';
import type { OverlayReplies, OverlayRequest } from '../../lib/messages/overlay-messages';

/**
 * null where there is no answer: the page is not allowed any more, or the extension was reloaded under it. Replies are our own
 * background's; what is read from them goes through overlay-guards.
 */
export async function ask<Name extends OverlayRequest['do']>(
  request: Extract<OverlayRequest, { do: Name }>,
): Promise<OverlayReplies[Name] | null> {
  try {
    return (await browser.runtime.sendMessage(request)) ?? null;
  } catch {
    return null;
  }
}

/** The extension was updated or turned off: nothing that is asked will be answered. */
export const isOrphan = (): boolean => browser.runtime?.id === undefined;
