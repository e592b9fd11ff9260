import { applyCorrections, type FieldCorrection } from '../field-correction';
import type { FieldMatch, PageTable } from '../page-table';
import type { OpenRoot } from '../read-field';
import { recognition } from '../recognise-fields';
import { frameDocument } from './page-tree';

export interface ForeignFrame {
  /** Where it was loaded from. */
  address: string;
  code: string;
}

export interface FramesRead {
  fields: FieldMatch[];
  /** Frames of another site that belong to one indicator: what is in them only a script of their own can see. */
  foreign: ForeignFrame[];
}

/** The fields of a document and of all frames of its site in it, in small steps. */
export function* readFrames(
  root: Document,
  table: PageTable,
  openRoot: OpenRoot,
  context: string | null,
  corrections: readonly FieldCorrection[],
): Generator<undefined, FramesRead> {
  const placed: [place: number, match: FieldMatch][] = [];
  for (const step of recognition(root, table, { openRoot, context: context === null ? null : { code: context } })) {
    if (step) placed.push(step);
    yield;
  }
  const recognised = placed.sort(([a], [b]) => a - b).map(([, match]) => match);
  const found = applyCorrections(root, recognised, corrections);
  const fields = found.filter(({ role }) => role !== 'frame');
  const owners = new Map(found.filter(({ role }) => role === 'frame').map(({ element, code }) => [element, code]));
  const foreign: ForeignFrame[] = [];
  for (const frame of root.querySelectorAll<HTMLIFrameElement>('iframe,frame')) {
    const code = owners.get(frame) ?? null;
    const inner = frameDocument(frame);
    if (!inner) {
      if (code !== null && frame.src) foreign.push({ address: frame.src, code });
      continue;
    }
    // A rich-text editor's frame is a field itself.
    if (inner.designMode === 'on' || inner.body?.isContentEditable) continue;
    const deeper: FramesRead = yield* readFrames(inner, table, openRoot, code ?? context, corrections);
    fields.push(...deeper.fields);
    foreign.push(...deeper.foreign);
  }
  return { fields, foreign };
}
