import type { BoundSite } from '../../model/page-binding';
import type { FieldCorrection } from '../../model/page-correction';
import type { BrokenBinding } from '../../model/page-field';
import { applyBindings } from '../apply-bindings';
import { applyCorrections, correctedFields } from '../field-correction';
import { inSlices, type Turns } from '../in-slices';
import type { FieldMatch, PageTable } from '../page-table';
import type { OpenRoot } from '../read-field';
import { recogniseInSlices, type SliceOptions } from '../recognise-in-slices';
import { frameDocument } from './page-tree';

export interface ForeignFrame {
  /** Where it was loaded from. */
  address: string;
  /** The indicator that it belongs to as a whole. */
  code: string | null;
}

/** Smaller frames hold advertisements, counters and log-ins, no forms. */
const FORM_SIZE = { width: 240, height: 120 };

export interface FramesRead {
  fields: FieldMatch[];
  /** Frames of another site: what is in them only a script of their own can see. */
  foreign: ForeignFrame[];
  broken: BrokenBinding[];
}

export interface FramesWishes extends Turns, Pick<SliceOptions, 'focused' | 'context'> {
  openRoot: OpenRoot;
  bindings: readonly BoundSite[];
  corrections: readonly FieldCorrection[];
  /** What one turn has found, the field in use and what is in view first. */
  onMatches: (fields: FieldMatch[]) => void;
}

/**
 * The fields of a document and of all frames of its site in it, in the page's order; null when stopped. What a binding names is not
 * recognised any more, and what the user has said overrules both.
 */
export async function readFrames(root: Document, table: PageTable, wishes: FramesWishes): Promise<FramesRead | null> {
  const { openRoot } = wishes;
  const bound = await inSlices(applyBindings(root, table, wishes.bindings, openRoot), wishes);
  if (!bound) return null;
  const said = new Map<Element, FieldMatch | null>([
    ...bound.result.matches.map(match => [match.element, match] as const),
    ...correctedFields(root, wishes.corrections, openRoot),
  ]);
  const told = (matches: readonly FieldMatch[]) => matches.filter(({ role }) => role !== 'frame');
  const known = [...said.values()].filter(match => match !== null);
  if (known.length > 0) wishes.onMatches(known);
  const recognised = await recogniseInSlices(root, table, {
    ...wishes,
    onMatches: matches => wishes.onMatches(told(matches.filter(({ element }) => !said.has(element)))),
  });
  if (!recognised) return null;
  const found = applyCorrections(recognised, said);
  const fields = told(found);
  const owners = new Map(found.filter(({ role }) => role === 'frame').map(({ element, code }) => [element, code]));
  const foreign: ForeignFrame[] = [];
  const broken = [...bound.result.broken];
  for (const frame of root.querySelectorAll<HTMLIFrameElement>('iframe,frame')) {
    const code = owners.get(frame) ?? null;
    const inner = frameDocument(frame);
    if (!inner) {
      const isForm = frame.clientWidth >= FORM_SIZE.width && frame.clientHeight >= FORM_SIZE.height;
      if (frame.src && (code !== null || isForm)) foreign.push({ address: frame.src, code });
      continue;
    }
    // A rich-text editor's frame is a field itself.
    if (inner.designMode === 'on' || inner.body?.isContentEditable) continue;
    const context = code === null ? wishes.context : { code };
    const deeper = await readFrames(inner, table, { ...wishes, context });
    if (!deeper) return null;
    fields.push(...deeper.fields);
    foreign.push(...deeper.foreign);
    broken.push(...deeper.broken);
  }
  return { fields, foreign, broken };
}
