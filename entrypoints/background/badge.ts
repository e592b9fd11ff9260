import { browser } from 'wxt/browser';

/** How many fields each frame of a tab has. Lost when the worker sleeps; the next report of a frame tells its own again. */
const counts = new Map<number, Map<number, number>>();

export function showCount(tab: number, frame: number, fields: number): void {
  // The page was loaded anew: its frames are others.
  const frames = frame === 0 && fields === 0 ? new Map<number, number>() : (counts.get(tab) ?? new Map());
  frames.set(frame, fields);
  counts.set(tab, frames);
  const sum = [...frames.values()].reduce((all, one) => all + one, 0);
  void browser.action.setBadgeBackgroundColor({ color: '#1257b5', tabId: tab });
  void browser.action.setBadgeText({ text: sum === 0 ? '' : sum > 999 ? '999+' : String(sum), tabId: tab });
}

export function clearBadge(tab: number): void {
  counts.delete(tab);
}
