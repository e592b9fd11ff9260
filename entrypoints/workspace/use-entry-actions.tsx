import { App } from 'antd';
import { type ReactNode, useCallback, useRef } from 'react';
import type { EntryActions } from '../../components/entries/entry-actions';
import { useTexts } from '../../components/texts/texts-context';
import { ADDED, REMOVED } from '../../lib/model/entry';
import type { Answer, AnyEntry, Item } from '../../lib/model/item';
import { listed } from '../../lib/model/listed-entries';
import { answerChange } from '../../lib/tasks/answer-change';
import { adding, entryValue, newEntry, puttingBack, removal } from '../../lib/tasks/entries/entry-changes';
import { withEvidence } from '../../lib/tasks/entries/evidence-text';
import { type RegisteredFiles, registerFiles } from '../../lib/tasks/entries/register-files';
import { entryConflict } from '../../lib/tasks/sharing/conflicts';
import type { CampaignSession } from './campaign-session';
import { entryHistory } from './entry-history';
import { campaignLink, FINDINGS } from './route';
import { ConflictsPanel } from './sharing/conflicts-panel';
import { useBusy } from './use-busy';

/** What the lists of an item can be asked to do, as edits of the journal. */
export function useEntryActions(
  session: CampaignSession,
  conflictOf: (answer: Answer) => ReactNode,
): (item: Item) => EntryActions {
  const texts = useTexts();
  const words = texts.entries;
  const { message } = App.useApp();
  const { busy, failure, run } = useBusy();
  const { campaign, filling, grids } = session;

  /** Two that are added before the list is drawn anew stay in this order, too. */
  const latest = useRef(0);
  const moment = (): number => {
    latest.current = Math.max(Date.now(), latest.current + 1);
    return latest.current;
  };

  /** What its author sees is what is on disk once all typing is. */
  const remove = useCallback(
    async (entity: string): Promise<void> => {
      await filling.flush();
      const state = await filling.journal.state();
      await filling.set([removal(entity, key => state.get(key))]);
    },
    [filling],
  );

  function tell({ count, known, changed, large }: RegisteredFiles): void {
    if (count > 0) message.success(words.filesDone(count));
    for (const name of known) message.info(words.filesKnown(name));
    for (const name of changed) message.warning(words.filesChanged(name));
    for (const name of large) message.warning(words.fileTooLarge(name));
  }

  return (item: Item): EntryActions => {
    const { evidence } = item.answers;
    const names = listed(item.entries.evidence).map(({ fields }) => fields.name.text);
    const text = withEvidence(evidence.text, names);
    const canWrite = evidence.cell !== null && !evidence.readOnly;
    return {
      newEntry: list => newEntry(item.entity, list),
      onType: ({ entity, list }, field, value, group) => {
        if (filling.value({ entity, field: ADDED }) === undefined) {
          const seen: readonly AnyEntry[] = item.entries[list];
          void filling.set([adding(entity, seen, place => filling.value(place), moment())], group);
        }
        filling.type({ entity, field, value: entryValue(value) }, group);
      },
      onRemove: ({ entity }) => void run(words.removing, () => remove(entity)),
      onPutBack: ({ entity }) => void filling.set([puttingBack(entity)]),
      loadHistory: entry => entryHistory(filling, entry, texts),
      onPutBackLine: ({ of, value }) => {
        if (!of) return;
        if (of.field === REMOVED && value === true) void run(words.removing, () => remove(of.entity));
        else void filling.set([{ entity: of.entity, field: of.field, value }]);
      },
      conflictOf,
      disputeOf: ({ entity }) => {
        const conflict = entryConflict(filling.state, entity);
        return conflict && <ConflictsPanel session={session} conflicts={[conflict]} />;
      },
      onFiles: files =>
        void run(words.hashing, async signal => {
          const registered = await registerFiles(files, item, place => filling.value(place), moment(), { signal });
          if (registered.changes.length > 0) await filling.set(registered.changes);
          tell(registered);
        }),
      evidenceCell: canWrite
        ? {
            isComplete: text === null,
            onWrite: () => {
              if (text !== null) void filling.set([answerChange(evidence, text, grids)]);
            },
          }
        : null,
      status: (
        <>
          {busy}
          {failure}
        </>
      ),
      findingsLink: campaignLink(campaign.id, 'hints', FINDINGS),
    };
  };
}
