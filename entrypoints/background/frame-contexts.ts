/**
 * Dialogs in frames of another site: the page around knows which indicator such a frame belongs to, the script inside does not see it.
 * Matched by the frame's address.
 */
export class FrameContexts {
  private readonly byTab = new Map<number, Map<string, string>>();

  /** true where something new was said about a frame. */
  note(tab: number, frames: readonly { address: string; code: string }[]): boolean {
    const known = this.byTab.get(tab) ?? new Map<string, string>();
    this.byTab.set(tab, known);
    let isNews = false;
    for (const { address, code } of frames) {
      if (known.get(address) === code) continue;
      known.set(address, code);
      isNews = true;
    }
    return isNews;
  }

  of(tab: number, address: string): string | null {
    return this.byTab.get(tab)?.get(address) ?? null;
  }
}
