import type { OverlayTexts } from '../../model/overlay-texts';
import type { PageIndicator } from '../../model/page-table';
import { formatPoints, parsePoints, pointsOf } from '../../model/points';
import { fillIn } from '../../model/sentence';
import { characterCount } from '../../model/text';
import type { CardLine } from './card';

/** Words that say something is not done yet: offsets in a text; null where there are none. */
export type FindUnfinished = (text: string) => [start: number, end: number] | null;

interface FieldNow {
  role: string | null;
  text: string;
  /** What the page lets in, in UTF-16 units; null where it does not say. */
  limit: number | null;
  /** The completion text of the same indicator on this page. */
  completion: string | null;
}

/** What follows from this very field: how long it is, whether its score can be. */
export function factsOf(
  now: FieldNow,
  indicator: PageIndicator,
  texts: OverlayTexts,
  find: FindUnfinished,
): CardLine[] {
  const say = (key: keyof OverlayTexts, values: Record<string, string | number>) => fillIn(texts[key], values, 'zh-CN');
  if (now.role !== 'selfScore') return lengthLine(now, say);
  const text = now.text.trim();
  const points = parsePoints(text);
  const weight = indicator.weight === null ? null : pointsOf(indicator.weight);
  if (text === '') return [];
  if (points === null) return [{ text: say('notScore', { text: text.slice(0, 20) }), look: 'bad' }];
  if (weight === null) return [];
  const values = { score: formatPoints(points), weight: formatPoints(weight) };
  if (points > weight) return [{ text: say('over', values), look: 'bad' }];
  const open = points === weight && now.completion !== null ? find(now.completion) : null;
  if (!open) return [];
  return [{ text: say('unfinished', { words: now.completion!.slice(...open) }), look: 'bad' }];
}

function lengthLine(
  { text, limit }: FieldNow,
  say: (key: 'length' | 'limit', values: Record<string, number>) => string,
) {
  const count = characterCount(text);
  if (limit !== null)
    return [{ text: say('limit', { count, limit }), ...(count > limit ? { look: 'bad' as const } : {}) }];
  return count > 0 ? [{ text: say('length', { count }) }] : [];
}
