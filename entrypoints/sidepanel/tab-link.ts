import { type Browser, browser } from 'wxt/browser';
import { type OverlayNotice, PANEL_PORT, type ToOverlay } from '../../lib/messages/overlay-messages';
import { overlayRequest, toPanel } from '../../lib/messages/overlay-schemas';
import type { BrokenBinding, FieldOutcome, PageField } from '../../lib/model/page-field';

export interface FrameFields {
  frame: number;
  /** Of the frame's document. */
  address: string;
  fields: readonly PageField[];
  focused: string | null;
  /** Bindings that the document does not keep to. */
  broken: readonly BrokenBinding[];
  /** Sites of frames in it that it cannot see into. */
  foreign: readonly string[];
}

interface LinkListeners {
  onChange: () => void;
  onWish: (frame: number, field: string, wish: 'show' | 'correct') => void;
  onDone: (frame: number, field: string, outcome: FieldOutcome) => void;
}

/** The frames of one tab that have an overlay, as long as the panel looks at it. */
export class TabLink {
  private readonly ports = new Map<number, Browser.runtime.Port>();
  private readonly known = new Map<number, FrameFields>();
  private lastUsed: number | null = null;

  constructor(
    private readonly tab: number,
    private readonly listeners: LinkListeners,
    signal: AbortSignal,
  ) {
    const join = (port: Browser.runtime.Port): void => this.join(port);
    const heard = (message: unknown, sender: Browser.runtime.MessageSender): undefined => {
      if (sender.id !== browser.runtime.id || sender.tab?.id !== tab || sender.frameId === undefined) return;
      // A frame that is new on the page, or was loaded anew, does not know of the panel.
      const request = overlayRequest.safeParse(message);
      if (request.data?.do === 'overlay:background:found' && !this.ports.has(sender.frameId)) this.call(sender.frameId);
    };
    browser.runtime.onConnect.addListener(join);
    browser.runtime.onMessage.addListener(heard);
    signal.addEventListener('abort', () => {
      browser.runtime.onConnect.removeListener(join);
      browser.runtime.onMessage.removeListener(heard);
      for (const port of this.ports.values()) port.disconnect();
    });
    this.call();
  }

  /** Frames with an overlay, the page's own first. */
  get frames(): readonly FrameFields[] {
    return [...this.known.values()].sort((a, b) => a.frame - b.frame);
  }

  /** The frame whose field is in use. */
  get usedFrame(): number | null {
    return this.lastUsed;
  }

  send(frame: number, order: ToOverlay): void {
    this.ports.get(frame)?.postMessage(order);
  }

  private call(frame?: number): void {
    const notice: OverlayNotice = { do: 'panel:overlay:connect' };
    const options = frame === undefined ? {} : { frameId: frame };
    // Nobody there: the page is not allowed, or has no script yet.
    browser.tabs.sendMessage(this.tab, notice, options).catch(() => {});
  }

  private join(port: Browser.runtime.Port): void {
    const { sender } = port;
    const frame = sender?.frameId;
    if (port.name !== PANEL_PORT || sender?.id !== browser.runtime.id || frame === undefined) return;
    // Another window's panel looks at that tab.
    if (sender.tab?.id !== this.tab) {
      port.disconnect();
      return;
    }
    this.ports.get(frame)?.disconnect();
    this.ports.set(frame, port);
    this.known.set(frame, { frame, address: sender.url ?? '', fields: [], focused: null, broken: [], foreign: [] });
    port.onMessage.addListener((message: unknown) => this.hear(frame, message));
    port.onDisconnect.addListener(() => {
      if (this.ports.get(frame) !== port) return;
      this.ports.delete(frame);
      this.known.delete(frame);
      this.listeners.onChange();
    });
    this.listeners.onChange();
  }

  private hear(frame: number, message: unknown): void {
    const read = toPanel.safeParse(message);
    const before = this.known.get(frame);
    if (!read.success || !before) return;
    const { data } = read;
    switch (data.do) {
      case 'overlay:panel:fields':
        if (data.focused !== null && data.focused !== before.focused) this.lastUsed = frame;
        this.known.set(frame, {
          ...before,
          fields: data.fields,
          focused: data.focused,
          broken: data.broken,
          foreign: data.foreign,
        });
        if (data.wants !== null && data.focused !== null) this.listeners.onWish(frame, data.focused, data.wants);
        break;
      case 'overlay:panel:value': {
        const { field, value } = data;
        const fields = before.fields.map(one => (one.id === field ? { ...one, value } : one));
        this.known.set(frame, { ...before, fields });
        break;
      }
      case 'overlay:panel:done':
        this.listeners.onDone(frame, data.field, data.outcome);
        break;
    }
    this.listeners.onChange();
  }
}
