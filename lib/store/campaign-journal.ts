import { type Author, edit } from '../journal/edit';
import { history } from '../journal/history';
import { START, tick } from '../journal/hlc';
import { redoCandidates, undoCandidates } from '../journal/undo';
import type { CampaignJournal, ChangeOptions } from '../model/campaign-journal';
import { type FieldState, fieldKey } from '../model/field-state';
import type { Op } from '../model/op';
import { randomId } from '../model/random-id';
import { requireCampaign } from './campaigns';
import { advanceAll, commit, readFieldLog, readFields, readJournal, readLog, readState } from './journal-log';
import type { LogIndex } from './log-index';
import { logTables } from './log-tables';
import { mergeOps } from './merge-ops';
import type { Session } from './session';
import { nextTakeBack } from './take-back';
import { watchJournal } from './watch-journal';
import { withLog, withSoundCells } from './with-log';

interface Written {
  ops: Op[];
  fields: ReadonlyMap<string, FieldState>;
}

export function openJournal(session: Session, campaign: string): CampaignJournal {
  const { saves } = session;
  const tables = logTables(session);
  const reading = <T>(work: () => Promise<T>) => withSoundCells(session, campaign, () => session.read(tables, work));
  const readingLog = <T>(work: (packed: LogIndex) => Promise<T>) =>
    withSoundCells(session, campaign, () => withLog(session, campaign, 'read', work));

  /** Within one transaction from reading the heads to writing the ops, so that edits of two tabs follow one another. */
  async function write(options: ChangeOptions, work: (author: Author) => Promise<Written>): Promise<Op[]> {
    await requireCampaign(session, campaign);
    const journal = await readJournal(session, campaign);
    let { clock } = journal;
    const nextTime = () => {
      clock = tick(clock, session.now());
      return clock;
    };
    const { ops, fields } = await work({ ...options, replica: session.replica, newId: randomId, nextTime });
    if (ops.length > 0) await commit(session, campaign, { journal, clock, rows: ops, fields: fields.values() });
    return ops;
  }

  function move(actor: string, candidates: typeof undoCandidates): Promise<Op[]> {
    const moved = withSoundCells(session, campaign, () =>
      withLog(session, campaign, 'write', packed =>
        write({ actor, group: randomId(8) }, async author => {
          const ops = await nextTakeBack(session, campaign, { author, candidates, isQuestion: false, packed });
          return { ops, fields: advanceAll(await readFields(session, campaign, ops), ops, new Map()) };
        }),
      ),
    );
    return saves.track([`move ${campaign}`], moved);
  }

  const canMove = (actor: string, candidates: typeof undoCandidates) =>
    readingLog(async packed => {
      const author = { actor, replica: session.replica, newId: randomId, nextTime: () => START };
      return (await nextTakeBack(session, campaign, { author, candidates, isQuestion: true, packed })).length > 0;
    });

  return {
    state: () => reading(() => readState(session, campaign)),

    apply(changes, options) {
      const group = options.group ?? (changes.length > 1 ? randomId(8) : undefined);
      // The log is not asked: what an edit supersedes stands in the cells.
      const applied = withSoundCells(session, campaign, () =>
        session.write(tables, () =>
          write({ ...options, ...(group === undefined ? {} : { group }) }, async author => {
            const fields = await readFields(session, campaign, changes);
            const ops = changes.flatMap(change => {
              const op = edit(fields.get(fieldKey(change.entity, change.field))!, change, author);
              if (op) advanceAll(fields, [op], new Map());
              return op ?? [];
            });
            return { ops, fields };
          }),
        ),
      );
      return saves.track(
        changes.map(change => `${campaign} ${fieldKey(change.entity, change.field)}`),
        applied,
      );
    },

    undo: actor => move(actor, undoCandidates),
    redo: actor => move(actor, redoCandidates),
    canUndo: actor => canMove(actor, undoCandidates),
    canRedo: actor => canMove(actor, redoCandidates),

    history: (entity, field) =>
      readingLog(async packed => history(await readFieldLog(session, campaign, { entity, field }, packed))),

    log: () => readingLog(packed => readLog(session, campaign, packed)),
    merge: records => withSoundCells(session, campaign, () => mergeOps(session, campaign, { records })),

    watch(callback, { signal }) {
      watchJournal(session, campaign, callback, signal);
    },
  };
}
