import { useEffect } from 'react';
import type { CampaignSession } from './campaign-session';

/** Ctrl+Z and Ctrl+Y on pages without a table of their own; inside a text field they stay the field's. */
export function useUndoKeys(session: CampaignSession, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const ended = new AbortController();
    window.addEventListener(
      'keydown',
      event => {
        if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
        if (event.target instanceof HTMLElement && event.target.matches('textarea, input:not([type=checkbox])')) return;
        const key = event.key.toLowerCase();
        if (key !== 'z' && key !== 'y') return;
        event.preventDefault();
        void (key === 'y' || event.shiftKey ? session.filling.redo() : session.filling.undo());
      },
      { signal: ended.signal },
    );
    return () => ended.abort();
  }, [session, active]);
}
