import type { OverlayTexts } from '../model/overlay-texts';
import type { BoundSite } from '../model/page-binding';
import type { FieldCorrection } from '../model/page-correction';
import type { BrokenBinding, FieldOutcome, PageField } from '../model/page-field';
import type { PageRole, PageTable } from '../model/page-table';

/**
 * Between the script on a page and the background. Names spell their direction. Types only: the background checks with
 * overlay-schemas.ts, the script on the page with overlay-guards.ts. Nothing here carries more of the table than the rubric's
 * public words and, on request, one value.
 */
export type OverlayRequest =
  /** The script is there. */
  | { do: 'overlay:background:hello' }
  /** One value, after a person clicked for it. */
  | { do: 'overlay:background:value'; code: string; role: PageRole }
  /** What a person typed on the page, to be put into the table. */
  | { do: 'overlay:background:take'; code: string; role: PageRole; text: string }
  /** A person said what a field of this site is. */
  | { do: 'overlay:background:correct'; correction: FieldCorrection }
  | { do: 'overlay:background:show-panel' }
  /** The second script, into this frame. */
  | { do: 'overlay:background:tools' }
  /** How many fields this frame has, for the badge; and which frames inside belong to one indicator. */
  | { do: 'overlay:background:found'; fields: number; frames: { address: string; code: string }[] };

export interface Welcome {
  is: 'ready';
  table: PageTable;
  texts: OverlayTexts;
  /** What a field is called, by its role. */
  roles: Record<string, string>;
  /** What people said about fields of this site; codes are this table's. */
  corrections: FieldCorrection[];
  /** For this site, of templates and of files that people brought in; codes are this table's. */
  bindings: BoundSite[];
  /** The indicator that the frame around has for this one; null for most. */
  context: string | null;
}

export type TakeReply = { is: 'taken' } | { is: 'same' } | { is: 'differs' } | { is: 'impossible' };

export interface OverlayReplies {
  /** 'nothing': no campaign has been opened yet. */
  'overlay:background:hello': Welcome | { is: 'nothing' };
  'overlay:background:value': { value: string | null };
  'overlay:background:take': TakeReply;
  'overlay:background:correct': { is: 'kept' };
  'overlay:background:show-panel': { is: 'shown' };
  'overlay:background:tools': { is: 'there' };
  'overlay:background:found': { is: 'noted' };
}

/** From our own pages: what pages are filled from is another now. */
export interface OwnPageNotice {
  do: 'pages:background:changed';
}

/** To all frames of a tab. */
export type OverlayNotice =
  /** Table, corrections, language or grants are others now: say hello again. */
  | { do: 'background:overlay:changed' }
  /** A side panel looks at this tab and wants to hear. */
  | { do: 'panel:overlay:connect' };

/** The port's name, and what goes through it once a side panel looks at the tab. */
export const PANEL_PORT = 'overlay:panel';

/** What a person asked for on the page: the field's item, or to say what the field is. */
export type Wish = 'show' | 'correct' | null;

export type ToPanel =
  /** All fields, in the page's order; the one in use is among them even where it belongs to no indicator. */
  | {
      do: 'overlay:panel:fields';
      fields: PageField[];
      focused: string | null;
      wants: Wish;
      broken: readonly BrokenBinding[];
      /** Sites of frames that no script of this page's can see into, by pattern. */
      foreign: readonly string[];
    }
  | { do: 'overlay:panel:value'; field: string; value: string }
  | { do: 'overlay:panel:done'; field: string; outcome: FieldOutcome };

export type ToOverlay =
  | { do: 'panel:overlay:fill'; field: string; value: string }
  | { do: 'panel:overlay:show'; field: string }
  /** `code` null: it belongs to no indicator. */
  | { do: 'panel:overlay:assign'; field: string; code: string | null; role: PageRole | null };
