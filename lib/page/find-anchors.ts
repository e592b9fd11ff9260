import { questionWords, wholeLabelRole } from './label-role';
import type { PageView } from './page-view';
import { keyLength, type TextIndex, type TextScore, textKey } from './text-index';

/** A place on the page where an indicator is printed. */
export interface Anchor {
  /** The first item of the text. */
  index: number;
  /** The block or table cell that holds it. */
  element: Element;
  indicator: number;
  score: number;
}

interface Candidate {
  index: number;
  element: Element;
  text: string;
  key: string;
  scores: readonly TextScore[];
}

/** True rewordings go down to this where other texts beside them match; a text on its own must say more. */
const LEAST = 0.56;
const LEAST_ALONE = 0.7;
const COMPANY = 3;
/** Among texts that match word for word, one that matches less by this much is another assessment's. */
const OUTLIER = 0.18;
const LEAST_SHORT = 0.72;
const SHORT = 12;
/** Where fewer of a column's long texts match, the table is another one: only near-verbatim texts count. */
const MINORITY = 0.4;
const VERBATIM = 0.85;
/** Two indicators closer than this on one text are not told apart by it. */
const TIE = 0.03;
/** Texts looked at between two chances for the page to go first. */
const STEP = 20;
const TITLE = /(?:[表册]|系统|平台|通知|目录)(?:[(（].{0,12}[)）])?$/;

/** Finds the indicators on the page, in its order. */
export function* findAnchors(view: PageView, texts: TextIndex): Generator<undefined, Anchor[]> {
  const groups = new Map<string, Candidate[]>();
  const ids = new Map<Element, number>();
  let work = 0;
  for (const candidate of candidates(view)) {
    if (++work % STEP === 0) yield;
    if (wholeLabelRole(candidate.text)) continue; // 具体责任人 is a heading, though an indicator speaks of it
    const text = questionWords(candidate.text);
    const scores = texts.score(text);
    const key = textKey(text);
    // What shares nothing still counts in its column when it is long enough to be an indicator.
    if (!scores.length || (scores[0]!.score < 0.3 && keyLength(key) < SHORT)) continue;
    const group = groupOf(view, candidate.element, ids);
    const list = groups.get(group) ?? [];
    if (!list.length) groups.set(group, list);
    list.push({ ...candidate, key, scores });
  }
  const anchors: Anchor[] = [];
  for (const group of groups.values()) {
    anchors.push(...assign(view, group, texts));
    yield;
  }
  return anchors.filter(({ element }) => view.visible(element)).sort((a, b) => a.index - b.index);
}

/**
 * Texts that may be an indicator: a table cell as a whole when it holds no field, a block's text otherwise; what is shown in full only when
 * the pointer rests on it; what stands in a box that nobody may type into.
 */
function* candidates(view: PageView): Generator<{ index: number; element: Element; text: string }> {
  const { items } = view;
  for (let index = 0; index < items.length; index++) {
    const { kind, element, text } = items[index]!;
    if (kind === 'field' && (element as HTMLInputElement).readOnly) {
      yield { index, element, text: (element as HTMLInputElement).value };
    }
    if (kind !== 'text') continue;
    const cell = element.closest('td,th,[role=cell],[role=gridcell]');
    if (cell && view.fieldsIn(cell) === 0) {
      const [from, to] = view.rangeOf(cell);
      if (from === index && to - from < 12) {
        yield { index, element: cell, text: inFull(cell, to - from > 1 ? view.textIn(cell) : text) };
        index = to - 1;
        continue;
      }
    }
    const full = element.childElementCount <= FEW ? inFull(element, text) : text;
    if (full.length >= 4 && element.localName !== 'h1' && !(full.length < 40 && TITLE.test(full))) {
      yield { index, element, text: full };
    }
  }
}

/** Where pages keep what they show when the pointer rests on something, on it or on a mark in it. */
const TOOLTIPS = ['title', 'data-original-title', 'data-tooltip'];
const WITH_TOOLTIP = `[${TOOLTIPS.join('],[')}]`;
const FEW = 4;

/** A number or a text that is cut off stands for the whole. */
function inFull(element: Element, text: string): string {
  if (text.length > 40 || (keyLength(textKey(text)) >= LEAST_WORDS && !/(?:…|\.{3})\s*$/.test(text))) return text;
  const holder = element.matches(WITH_TOOLTIP) ? element : element.querySelector(WITH_TOOLTIP);
  return (
    (holder && TOOLTIPS.map(name => holder.getAttribute(name)).find(one => one && one.length > text.length)) || text
  );
}

/** Shorter texts are numbers, "指标3", and the like. */
const LEAST_WORDS = 4;

/** One column of one table, or all texts of one look. */
function groupOf(view: PageView, element: Element, ids: Map<Element, number>): string {
  const cell = element.closest('td,th');
  const table = cell?.closest('table');
  const place = cell && table && view.grid(table).placeOf(cell);
  if (table && place) {
    if (!ids.has(table)) ids.set(table, ids.size);
    return `${ids.get(table)} ${place.columns > 1 ? 'wide' : place.column}`;
  }
  const parent = view.up(element);
  return `${view.look(element)} ${parent ? parent.localName : ''}`;
}

/** One-to-one within a group: of several texts for one indicator the best stays, copies of it too. */
function assign(view: PageView, group: readonly Candidate[], texts: TextIndex): Anchor[] {
  const long = new Map(group.filter(({ key }) => keyLength(key) >= SHORT).map(it => [it.key, it.scores[0]!]));
  const matching = [...long.values()].filter(({ score }) => score >= LEAST).sort((a, b) => a.score - b.score);
  const company = new Set(matching.map(({ indicator }) => indicator)).size;
  const usual = matching.length ? matching[matching.length >> 1]!.score : 0;
  const least =
    matching.length < MINORITY * long.size
      ? VERBATIM
      : company < COMPANY
        ? LEAST_ALONE
        : Math.max(LEAST, Math.min(1, usual) - OUTLIER);

  const taken = new Map<number, { key: string; index: number }>();
  const decided = new Map<string, TextScore>();
  const anchors: Anchor[] = [];
  const byScore = [...group].sort((a, b) => b.scores[0]!.score - a.scores[0]!.score);
  for (const { key, index, element, text, scores } of byScore) {
    const short = keyLength(key) < SHORT;
    const best = decided.get(key) ?? scores.find(({ indicator }) => !taken.has(indicator));
    const first = scores[0]!;
    const owner = taken.get(first.indicator);
    const chosen = owner && (owner.key === key || adjacent(view, owner.index, index)) ? first : best;
    if (!chosen || chosen.score < first.score - TIE) continue;
    if (chosen.score < (short ? Math.max(LEAST_SHORT, least) : least)) continue;
    const rival = scores.find(({ indicator }) => indicator !== chosen.indicator && !taken.has(indicator));
    if (rival && rival.score > chosen.score - TIE && !decided.has(key)) {
      continue; // two indicators alike: undecided
    }
    if (isForeignMeasure(texts, text, key, chosen.indicator, scores)) continue;
    taken.set(chosen.indicator, { key, index });
    decided.set(key, chosen);
    anchors.push({ index, element, indicator: chosen.indicator, score: Math.min(1, chosen.score) });
  }
  return anchors;
}

/** A measure of one indicator may repeat another indicator's words. */
function isForeignMeasure(
  texts: TextIndex,
  text: string,
  key: string,
  indicator: number,
  scores: readonly TextScore[],
): boolean {
  if (keyLength(key) < 8 || texts.isMeasureOf(text, indicator)) return false;
  return scores.some(other => other.indicator !== indicator && texts.isMeasureOf(text, other.indicator));
}

function adjacent(view: PageView, a: number, b: number): boolean {
  const [from, to] = a < b ? [a, b] : [b, a];
  return to - from < 6 && view.items.slice(from, to).every(({ kind }) => kind === 'text');
}
