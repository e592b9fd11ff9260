import type { Browser } from 'wxt/browser';
import type { Welcome, Wish } from '../../lib/messages/overlay-messages';
import type { PageRole } from '../../lib/model/page-table';
import type { FieldMatch } from '../../lib/page/page-table';
import type { OpenRoot } from '../../lib/page/read-field';
import type { OverlayHost } from '../../lib/page/show/overlay-host';
import type { Box } from '../../lib/page/show/place-card';
import type { FramesRead } from '../../lib/page/show/read-frames';
import { ask } from './ask-background';
import type { KnownField } from './known-field';

/** What a card works with. */
export interface CardGround {
  host: OverlayHost;
  page: Document;
  welcome: Welcome;
  fields: () => readonly FieldMatch[];
  openRoot: OpenRoot;
  close: () => void;
  askPanel: (wants: Wish) => void;
  /** A person said that a field is what it may be. */
  confirm: (field: KnownField) => void;
  signal: AbortSignal;
}

export interface ShownCard {
  readonly element: Element;
  /** Says what became of a click: stays while nothing else is used, because filling takes the focus out of some fields. */
  isAnswering: boolean;
  shows(field: KnownField): boolean;
  /** Something was typed. */
  changed(): void;
  moveBeside(box: Box): void;
  hide(): void;
  focus(): void;
  remove(): void;
}

export interface PanelGround {
  fields: () => readonly FieldMatch[];
  /** As last read: frames of other sites, bindings that the page does not keep to. */
  read: () => FramesRead;
  openRoot: OpenRoot;
  /** What we put on the page ourselves. */
  isOurs: (element: Element) => boolean;
  assign: (element: Element, code: string | null, role: PageRole | null) => void;
  signal: AbortSignal;
}

export interface PanelEar {
  tell(wants?: Wish): void;
  /** `active`: where the focus is; `field`: the recognised field it belongs to. */
  focus(active: Element | null, field: Element | null): void;
  changed(field: Element | null): void;
}

/** The second script (entrypoints/overlay-card): the card, filling, and talking to a side panel. */
export interface Tools {
  showCard(field: KnownField, ground: CardGround): ShownCard;
  listenToPanel(port: Browser.runtime.Port, ground: PanelGround): PanelEar;
}

declare global {
  /** In the extension's own world, which the page does not see. */
  var pinganFillTools: ((tools: Tools) => void) | undefined;
}

let loading: Promise<Tools> | null = null;

/** Loaded when a recognised field is first used: pages where nobody types pay for recognising only. */
export function loadTools(): Promise<Tools> {
  loading ??= new Promise((resolve, reject) => {
    globalThis.pinganFillTools = resolve;
    void ask({ do: 'overlay:background:tools' }).then(reply => {
      if (reply !== null) return;
      loading = null;
      reject(new Error('not allowed'));
    });
  });
  return loading;
}
