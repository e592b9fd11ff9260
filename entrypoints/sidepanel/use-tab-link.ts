import { useEffect, useRef, useState } from 'react';
import type { PageRow } from '../../components/page/page-row';
import type { ToOverlay } from '../../lib/messages/overlay-messages';
import { type FrameFields, TabLink } from './tab-link';

type Outcome = NonNullable<PageRow['outcome']>;

export interface TabFields {
  frames: readonly FrameFields[];
  usedFrame: number | null;
  outcomes: ReadonlyMap<string, Outcome>;
  /** What the person asked for on the page: the key of its field. */
  wish: { key: string; wish: 'show' | 'correct' } | null;
  send: (frame: number, order: ToOverlay) => void;
  /** Fills one field after another; each needs the focus. */
  fill: (targets: readonly { key: string; value: string }[]) => void;
  report: (key: string, outcome: Outcome) => void;
  /** The wish was seen to. */
  wishSeen: () => void;
}

const NOTHING = { frames: [] as readonly FrameFields[], usedFrame: null as number | null };

/** "3/f12": a field among all frames of a tab. */
export const fieldKeyOf = (frame: number, field: string): string => `${frame}/${field}`;

export function splitKey(key: string): { frame: number; field: string } {
  const [frame = '', field = ''] = key.split('/');
  return { frame: Number(frame), field };
}

/** What the overlays of a tab say, and orders to them. */
export function useTabLink(tab: number | null): TabFields {
  const link = useRef<TabLink | null>(null);
  const queue = useRef<{ key: string; value: string }[]>([]);
  const [state, setState] = useState(NOTHING);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [wish, setWish] = useState<TabFields['wish']>(null);

  const report = useRef((key: string, outcome: Outcome) => setOutcomes(all => new Map(all).set(key, outcome))).current;
  const next = useRef(() => {
    const [first] = queue.current;
    if (!first) return;
    const { frame, field } = splitKey(first.key);
    link.current?.send(frame, { do: 'panel:overlay:fill', field, value: first.value });
  }).current;

  useEffect(() => {
    setState(NOTHING);
    setOutcomes(new Map());
    setWish(null);
    queue.current = [];
    if (tab === null) return;
    const ended = new AbortController();
    let frame = 0;
    const made = new TabLink(
      tab,
      {
        // Several frames tell at once when a page is loaded.
        onChange: () => {
          cancelAnimationFrame(frame);
          frame = requestAnimationFrame(() => setState({ frames: made.frames, usedFrame: made.usedFrame }));
        },
        onWish: (from, field, wanted) => setWish({ key: fieldKeyOf(from, field), wish: wanted }),
        onDone: (from, field, outcome) => {
          const key = fieldKeyOf(from, field);
          report(key, outcome);
          queue.current = queue.current.filter(one => one.key !== key);
          next();
        },
      },
      ended.signal,
    );
    link.current = made;
    return () => {
      cancelAnimationFrame(frame);
      ended.abort();
      link.current = null;
    };
  }, [tab, next, report]);

  return {
    ...state,
    outcomes,
    wish,
    send: (frame, order) => link.current?.send(frame, order),
    fill: targets => {
      const isIdle = queue.current.length === 0;
      queue.current.push(...targets);
      if (isIdle) next();
    },
    report,
    wishSeen: () => setWish(null),
  };
}
