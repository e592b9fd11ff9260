interface Measured {
  top: number;
  left: number;
  width: number;
  height: number;
  frameWidth: number;
  frameHeight: number;
}

/**
 * What can be seen of the scroller. Asking the page makes it lay itself out at once, several times within one edit; so the answers are
 * kept until the scroller scrolls or takes another size.
 */
export class SheetViewport {
  private known: Measured | null = null;

  constructor(readonly scroller: HTMLElement) {}

  get top(): number {
    return this.measured().top;
  }

  get left(): number {
    return this.measured().left;
  }

  /** Without scroll bars, as all but the frame's sizes. */
  get width(): number {
    return this.measured().width;
  }

  get height(): number {
    return this.measured().height;
  }

  /** The whole frame, which the scroller fills. */
  get frame(): { width: number; height: number } {
    const { frameWidth, frameHeight } = this.measured();
    return { width: frameWidth, height: frameHeight };
  }

  /** Where it really came to stand is read again: the page stops at its ends. */
  scrollTo({ top = this.top, left = this.left }: { top?: number; left?: number }): void {
    if (top === this.top && left === this.left) return;
    this.scroller.scrollTop = top;
    this.scroller.scrollLeft = left;
    this.forget();
  }

  /** To be called when the scroller scrolled or changed its size. */
  forget(): void {
    this.known = null;
  }

  private measured(): Measured {
    const { scroller } = this;
    this.known ??= {
      top: scroller.scrollTop,
      left: scroller.scrollLeft,
      width: scroller.clientWidth,
      height: scroller.clientHeight,
      frameWidth: scroller.offsetWidth,
      frameHeight: scroller.offsetHeight,
    };
    return this.known;
  }
}
