import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FieldCard } from './field-card';
import { PanelLink } from './panel-link';

/** Injected by the background into a frame whose overlay asks for it. */
export default defineUnlistedScript(() => {
  globalThis.pinganFillTools?.({
    showCard: (field, ground) => new FieldCard(field, ground),
    listenToPanel: (port, ground) => new PanelLink(port, ground),
  });
});
