import type { CDPSession, Page } from 'playwright-core';

interface Node {
  nodeName: string;
  backendNodeId: number;
  nodeValue: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
  shadowRootType?: string;
  contentDocument?: Node;
}

export interface OverlaySeen {
  /** A host of ours is on the page. */
  isThere: boolean;
  marks: number;
  /** What the card says, joined; '' without a card. */
  said: string;
  buttons: string[];
}

/** Sees what no page can: inside the closed shadow root, with the debugger's eyes. Clicks are the browser's own. */
export class OverlayProbe {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async of(page: Page): Promise<OverlayProbe> {
    return new OverlayProbe(page, await page.context().newCDPSession(page));
  }

  async see(): Promise<OverlaySeen> {
    const root = await this.root();
    const all = root ? flat(root) : [];
    const card = all.find(node => attribute(node, 'class')?.startsWith('card'));
    const inCard = card ? flat(card) : [];
    const marks = all.filter(
      node => attribute(node, 'class')?.startsWith('mark') && attribute(node, 'hidden') === null,
    );
    return {
      isThere: root !== null,
      marks: marks.length,
      said: inCard.map(node => attribute(node, 'data-said') ?? '').join('\n'),
      buttons: inCard.filter(node => node.nodeName === 'BUTTON').map(textOf),
    };
  }

  /** Where a button of the card is, in the page's window. */
  async place(label: string): Promise<{ x: number; y: number }> {
    const root = await this.root();
    const button = root && flat(root).find(node => node.nodeName === 'BUTTON' && textOf(node).includes(label));
    if (!button) throw new Error(`no button ${label}`);
    const { model } = await this.session.send('DOM.getBoxModel', { backendNodeId: button.backendNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  }

  async press(label: string): Promise<void> {
    const { x, y } = await this.place(label);
    await this.page.mouse.click(x, y);
  }

  /** Rejects where the card is not drawn, as in print. */
  async cardBox(): Promise<{ left: number; top: number; right: number; bottom: number }> {
    const root = await this.root();
    const card = root && flat(root).find(node => attribute(node, 'class')?.startsWith('card'));
    if (!card) throw new Error('no card');
    const { model } = await this.session.send('DOM.getBoxModel', { backendNodeId: card.backendNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    return { left, top, right, bottom };
  }

  private async root(): Promise<Node | null> {
    const { root } = await this.session.send('DOM.getDocument', { depth: -1, pierce: true });
    for (const node of flat(root as Node)) {
      const closed = node.shadowRoots?.find(({ shadowRootType }) => shadowRootType === 'closed');
      if (node.nodeName === 'DIV' && closed) return closed;
    }
    return null;
  }
}

function flat(node: Node): Node[] {
  const inner = [
    ...(node.children ?? []),
    ...(node.shadowRoots ?? []),
    ...(node.contentDocument ? [node.contentDocument] : []),
  ];
  return [node, ...inner.flatMap(flat)];
}

function attribute({ attributes = [] }: Node, name: string): string | null {
  for (let index = 0; index < attributes.length; index += 2)
    if (attributes[index] === name) return attributes[index + 1]!;
  return null;
}

const textOf = (node: Node): string =>
  flat(node)
    .map(({ nodeValue }) => nodeValue)
    .join('')
    .trim();
