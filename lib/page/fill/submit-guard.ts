interface NavigateEvent extends Event {
  cancelable: boolean;
  hashChange: boolean;
  destination: { sameDocument: boolean };
}

/**
 * While a field is filled nothing is submitted and nobody leaves the page: `submit` is stopped before the page hears it,
 * and so is `form.submit()`, which fires no such event, where the Navigation API tells of it (Chromium 102 on).
 */
export class SubmitGuard {
  prevented = false;
  private readonly listening = new AbortController();

  constructor(element: Element) {
    const { signal } = this.listening;
    for (const view of framesAbove(element.ownerDocument.defaultView)) {
      view.addEventListener('submit', event => this.stop(event), { capture: true, signal });
      const { navigation } = view as { navigation?: EventTarget };
      navigation?.addEventListener(
        'navigate',
        event => {
          const { cancelable, hashChange, destination } = event as NavigateEvent;
          if (cancelable && !hashChange && !destination.sameDocument) this.stop(event);
        },
        { signal },
      );
    }
  }

  release(): void {
    this.listening.abort();
  }

  private stop(event: Event): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    this.prevented = true;
  }
}

/** The element's window and those around it that we may touch. */
function framesAbove(view: Window | null): Window[] {
  const frames: Window[] = [];
  for (let at = view; at && !frames.includes(at); at = at.parent) {
    try {
      if (at.document) frames.push(at);
    } catch {
      break; // of another origin: not ours to touch
    }
  }
  return frames;
}
