import { packColumns } from '../journal/pack-columns';
import { readOp } from '../journal/read-op';
import { unpackColumns } from '../journal/unpack-columns';
import { type FieldState, fieldKey } from '../model/field-state';
import type { Op } from '../model/op';
import { keptStateRecord, readStored } from './records';
import type { Session } from './session';

/*
 * All fields of a campaign as they stood at one moment, in one record. Reading 2,100 cells takes the browser 150 ms, this 15.
 * It is a copy: what came since is read from the tail and the cells, and where it is behind by more than that, missing or
 * damaged, all cells are.
 */

/** What a watcher knows: the fields, the last row of the tail that it has seen, and the journal's `folds` by then. */
export interface Standing {
  state: ReadonlyMap<string, FieldState>;
  seen: number;
  folds: number;
}

/** Below this the cells are read fast enough. */
const FEW_FIELDS = 300;
/** So many rows of the tail are read beside it at most. */
const FEW_ROWS = 200;
/** A copy is written when nothing has changed for so long. */
const QUIET_MS = 1_000;

/** Within a transaction. null where there is none that the present state can be told from. */
export async function readKeptState({ db }: Session, campaign: string, folds: number): Promise<Standing | null> {
  const stored = await db.meta.get([campaign, 'state']);
  if (stored === undefined) return null;
  try {
    const kept = readStored(keptStateRecord, stored, 'meta');
    return kept.folds === folds ? { state: unpackState(kept.heads, kept.awaited), seen: kept.seen, folds } : null;
  } catch {
    // The cells say the same: nothing is lost with a damaged copy, and the next one replaces it.
    return null;
  }
}

/** Keeps what a watcher sees for the next opening. */
export class StateKeeper {
  private kept: Pick<Standing, 'seen' | 'folds'> = { seen: 0, folds: -1 };
  private latest: Standing | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Session,
    private readonly campaign: string,
  ) {
    session.closed.addEventListener('abort', () => clearTimeout(this.timer), { once: true });
  }

  /** This much need not be written again. */
  found({ seen, folds }: Standing): void {
    this.kept = { seen, folds };
  }

  sees(standing: Standing): void {
    const { kept } = this;
    const isKept = kept.folds === standing.folds && standing.seen - kept.seen < FEW_ROWS;
    if (isKept || standing.state.size < FEW_FIELDS) return;
    this.latest = standing;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.write(), QUIET_MS);
  }

  private async write(): Promise<void> {
    const { latest, session, campaign } = this;
    if (!latest || session.closed.aborted) return;
    this.found(latest);
    const { seen, folds } = latest;
    const { db } = session;
    try {
      await session.write([db.meta], async () => {
        // Removed meanwhile: nothing of it may come back.
        if ((await db.meta.get([campaign, 'journal'])) === undefined) return;
        await db.meta.put({ campaign, key: 'state', seen, folds, ...packState(latest.state) });
      });
    } catch {
      // The next opening reads the cells, a moment slower; where the disk is full, the next edit says so.
    }
  }
}

type Awaited = [entity: string, field: string, ids: string[]];

function packState(state: ReadonlyMap<string, FieldState>): { heads: Uint8Array<ArrayBuffer>; awaited: Awaited[] } {
  const fields = [...state.values()];
  const awaited = fields.flatMap(({ entity, field, awaited: ids }): Awaited[] =>
    ids.length > 0 ? [[entity, field, [...ids]]] : [],
  );
  return { heads: packColumns(fields.flatMap(({ heads }) => heads)), awaited };
}

function unpackState(packed: Uint8Array, awaited: readonly Awaited[]): Map<string, FieldState> {
  const state = new Map<string, FieldState & { heads: Op[] }>();
  const fieldOf = (entity: string, field: string) => {
    const key = fieldKey(entity, field);
    const known = state.get(key) ?? { entity, field, heads: [], awaited: [] };
    state.set(key, known);
    return known;
  };
  for (const record of unpackColumns(packed)) {
    const read = readOp(record);
    if (read.kind !== 'op') throw new Error('a head that is no op');
    fieldOf(read.record.entity, read.record.field).heads.push(read.record);
  }
  for (const [entity, field, ids] of awaited) {
    const known = fieldOf(entity, field);
    state.set(fieldKey(entity, field), { ...known, awaited: ids });
  }
  return state;
}
