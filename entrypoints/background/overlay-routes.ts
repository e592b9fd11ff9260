import { type Browser, browser } from 'wxt/browser';
import type { OverlayReplies, OverlayRequest } from '../../lib/messages/overlay-messages';
import { overlayRequest, ownPageNotice } from '../../lib/messages/overlay-schemas';
import { isAllowed } from './allowed-pages';
import { showCount } from './badge';
import { FrameContexts } from './frame-contexts';
import { injectTools } from './inject';
import { openPanel } from './open-panel';
import type { PageDesk } from './page-desk';
import { tellAllPages } from './site-grants';

type Sender = Browser.runtime.MessageSender;

/** A script of ours in a tab: where it stands. */
interface Place {
  tab: number;
  frame: number;
  address: string;
}

/** Routes from the overlay. Our other pages listen to the same channel for messages of other names. */
export function listenToOverlays(desk: PageDesk): void {
  const contexts = new FrameContexts();

  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, reply: (answer: unknown) => void) => {
    if (isOwnPage(sender) && ownPageNotice.safeParse(message).success) {
      void tellAllPages({ do: 'background:overlay:changed' });
      return undefined;
    }
    const read = overlayRequest.safeParse(message);
    const place = placeOf(sender);
    if (!read.success || !place) return undefined;
    // The browser opens a panel in the turn of the click only, before anything is looked up.
    if (read.data.do === 'overlay:background:show-panel' && sender.tab) openPanel(sender.tab);
    answer(read.data, place).then(reply, thrown => {
      console.error(read.data.do, thrown);
      reply(null);
    });
    return true;
  });

  async function answer(request: OverlayRequest, place: Place): Promise<OverlayReplies[OverlayRequest['do']] | null> {
    // null ends the overlay: a page that was left or whose site was revoked has no say.
    if (!(await isAllowed(place.tab, place.address))) return null;
    switch (request.do) {
      case 'overlay:background:hello': {
        // A frame that is new has none of what the one before it had.
        showCount(place.tab, place.frame, 0);
        return desk.welcome(place.address, contexts.of(place.tab, place.address));
      }
      case 'overlay:background:value':
        return { value: await desk.value(request.code, request.role) };
      case 'overlay:background:take':
        return desk.take({ ...request, page: place.address });
      case 'overlay:background:correct':
        await desk.correct(place.address, request.correction);
        void tellAllPages({ do: 'background:overlay:changed' });
        return { is: 'kept' };
      case 'overlay:background:show-panel':
        return { is: 'shown' };
      case 'overlay:background:tools':
        await injectTools(place.tab, place.frame);
        return { is: 'there' };
      case 'overlay:background:found':
        showCount(place.tab, place.frame, request.fields);
        if (contexts.note(place.tab, request.frames)) {
          browser.tabs.sendMessage(place.tab, { do: 'background:overlay:changed' }).catch(() => {});
        }
        return { is: 'noted' };
    }
  }
}

/** null for anybody but our own script on a web page. */
function placeOf({ id, tab, frameId, url }: Sender): Place | null {
  if (id !== browser.runtime.id || tab?.id === undefined || url === undefined) return null;
  return { tab: tab.id, frame: frameId ?? 0, address: url };
}

const isOwnPage = ({ id, url }: Sender): boolean =>
  id === browser.runtime.id && (url?.startsWith(new URL('/', self.location.href).href) ?? false);
