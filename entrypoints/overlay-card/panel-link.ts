import type { Browser } from 'wxt/browser';
import { isToOverlay } from '../../lib/messages/overlay-guards';
import type { ToOverlay, ToPanel, Wish } from '../../lib/messages/overlay-messages';
import type { FieldOutcome, PageField } from '../../lib/model/page-field';
import { sitePattern } from '../../lib/model/site';
import { fillField } from '../../lib/page/fill-field';
import { type FieldMatch, SURE } from '../../lib/page/page-table';
import { readField } from '../../lib/page/read-field';
import { isFileField, nameOfField } from '../../lib/page/show/field-name';
import { trulyVisible } from '../../lib/page/show/truly-visible';
import type { PanelEar, PanelGround } from '../overlay/tools';
import { outcomeOf } from './outcome';

/** A person has stopped typing. */
const TYPED_MS = 300;
const MOST_TEXT = 20_000;
/** A person reads the first few. */
const MOST_TOLD = 20;

/** What a side panel hears of this frame's fields, and what it may have done to them. Exists while a panel looks at the tab. */
export class PanelLink implements PanelEar {
  private readonly ids = new WeakMap<Element, string>();
  private readonly elements = new Map<string, WeakRef<Element>>();
  private last = 0;
  private used: Element | null = null;
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly port: Browser.runtime.Port,
    private readonly page: PanelGround,
  ) {
    port.onMessage.addListener((message: unknown) => {
      if (isToOverlay(message)) void this.obey(message);
    });
    port.onDisconnect.addListener(() => clearTimeout(this.typing));
  }

  tell(wants: Wish = null): void {
    const { used } = this;
    const known = this.page.fields();
    const fields = known.map(match => this.described(match.element, match));
    if (used && !known.some(({ element }) => element === used)) fields.push(this.described(used, null));
    const { broken, foreign } = this.page.read();
    this.send({
      do: 'overlay:panel:fields',
      fields,
      focused: used && this.idOf(used),
      wants,
      broken: broken.slice(0, MOST_TOLD),
      foreign: [...new Set(foreign.map(({ address }) => sitePattern(address) ?? ''))].slice(0, MOST_TOLD),
    });
  }

  focus(active: Element | null, field: Element | null): void {
    const used = field ?? (active && readField(active, this.page.openRoot) !== null ? active : null);
    // A panel in a window of its own takes the focus from the page, not from the field that is talked about.
    if (used === this.used || used === null) return;
    this.used = used;
    this.tell();
  }

  changed(field: Element | null): void {
    if (!field) return;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      this.send({ do: 'overlay:panel:value', field: this.idOf(field), value: this.textOf(field) });
    }, TYPED_MS);
  }

  private async obey(order: ToOverlay): Promise<void> {
    const element = this.elements.get(order.field)?.deref();
    const isThere = element?.isConnected ?? false;
    if (order.do === 'panel:overlay:fill') {
      const outcome = isThere ? await this.fill(element!, order.value) : refused('gone');
      this.send({ do: 'overlay:panel:done', field: order.field, outcome });
      if (isThere) this.send({ do: 'overlay:panel:value', field: order.field, value: this.textOf(element!) });
    } else if (isThere && order.do === 'panel:overlay:show') {
      element!.scrollIntoView({ block: 'center' });
      (element as HTMLElement).focus({ preventScroll: true });
    } else if (isThere && order.do === 'panel:overlay:assign') {
      this.page.assign(element!, order.code, order.role);
    }
  }

  /** The person clicked in the panel, which no page can cover; what they fill must be in sight on the page all the same. */
  private async fill(element: Element, value: string): Promise<FieldOutcome> {
    element.scrollIntoView({ block: 'nearest' });
    if (!(await trulyVisible(element, this.page.isOurs))) return refused('not-visible');
    return outcomeOf(await fillField(element, value, this.page));
  }

  private described(element: Element, match: FieldMatch | null): PageField {
    return {
      id: this.idOf(element),
      code: match?.code ?? null,
      role: match?.role ?? null,
      tier: match === null ? 'none' : match.confidence >= SURE ? 'sure' : 'maybe',
      label: nameOfField(element).slice(0, 100),
      value: this.textOf(element),
      isFile: isFileField(element),
    };
  }

  private textOf(element: Element): string {
    return (readField(element, this.page.openRoot) ?? '').slice(0, MOST_TEXT);
  }

  private idOf(element: Element): string {
    const known = this.ids.get(element);
    if (known !== undefined) return known;
    const id = `f${++this.last}`;
    this.ids.set(element, id);
    this.elements.set(id, new WeakRef(element));
    return id;
  }

  private send(message: ToPanel): void {
    try {
      this.port.postMessage(message);
    } catch {
      // The panel was closed a moment ago; its port says so too.
    }
  }
}

const refused = (code: string): FieldOutcome => ({ is: 'refused', code, detail: '' });
