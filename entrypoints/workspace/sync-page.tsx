import { App, Button, Input } from 'antd';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { HeldMergeView } from '../../components/sync/held-merge';
import { type MergeLine, MergeList } from '../../components/sync/merge-list';
import { NewPassphraseForm } from '../../components/sync/new-passphrase-form';
import { type PlaceChoice, PlaceForm } from '../../components/sync/place-form';
import { SyncStatusPanel } from '../../components/sync/sync-status-panel';
import { useTexts } from '../../components/texts/texts-context';
import { currentValue } from '../../lib/model/field-state';
import type { Merge } from '../../lib/store/merges';
import { FACT_AUTHOR } from '../../lib/tasks/sharing/campaign-facts';
import { readKeys } from '../../lib/tasks/sharing/campaign-sync-store';
import { countChanges } from '../../lib/tasks/sharing/merge-size';
import { noteClone, type SharingPlace } from '../../lib/tasks/sharing/sharing-settings';
import type { SyncWish } from '../../lib/tasks/sharing/sync-turns';
import type { CampaignSession } from './campaign-session';
import { readPcName, storePcName } from './preferences';
import { useServices } from './services';
import { shownValue } from './sharing/conflict-lines';
import { ConflictsPanel } from './sharing/conflicts-panel';
import { fieldLabel } from './sharing/field-label';
import { canPickFolders, pickFolder } from './sharing/folder-handle';
import { PackagePanel } from './sharing/package-panel';
import type { SharingDesk } from './sharing/sharing-desk';
import {
  openWithPassphrase,
  reopenPlace,
  startSharing,
  stopSharing,
  takeNewPassphrase,
  testServer,
} from './sharing/sharing-steps';
import { usePrivateCheck } from './sharing/use-private-check';
import { useConflicts, useSharingView, useSyncState } from './sharing/use-sharing';
import { useBusy } from './use-busy';

interface SyncPageProps {
  session: CampaignSession;
  desk: SharingDesk;
}

/** Everything about working together: state, disagreements, place, packages, what was merged. */
export function SyncPage({ session, desk }: SyncPageProps) {
  const { store } = useServices();
  const texts = useTexts();
  const words = texts.sync;
  const { message } = App.useApp();
  const { campaign, filling } = session;
  const view = useSharingView(desk);
  const state = useSyncState(desk, session);
  const conflicts = useConflicts(session);
  const { busy, failure, run } = useBusy();
  const privacy = usePrivateCheck(session);
  const [changing, setChanging] = useState<'place' | 'passphrase' | null>(null);
  const merges = useMerges(campaign.id);
  const isEncrypted = useEncrypted(campaign.id, state.kind);
  const { settings, held } = view;
  const isOn = settings?.isOn === true;

  const sync = (wish: SyncWish = {}) => void desk.sync(wish);
  function start(choice: PlaceChoice, passphrase: string): void {
    // Browsers ask for their leave only in the moment of a click, so that comes first.
    const leave = choice.way === 'webdav' ? testServer(choice, false) : Promise.resolve(true);
    void run(words.state.running, async () => {
      await leave;
      privacy.check(() => {
        void run(words.state.running, async () => {
          await startSharing(store, campaign, choice, passphrase);
          setChanging(null);
          sync();
        });
      });
    });
  }

  return (
    <div className="sync-page">
      <h1>{words.title}</h1>
      <p className="quiet">{words.lead}</p>
      {busy}
      {failure}
      {privacy.form}
      {isOn && (
        <SyncStatusPanel
          state={state}
          isDeciding={privacy.form !== null}
          step={view.running && `${words.stepOf[view.running.step]} ${view.running.done}/${view.running.total}`}
          onSync={() => sync()}
          onCloneNoted={() => void run(words.state.running, () => noteClone(store, campaign.id))}
          onDecide={() => privacy.check(() => sync())}
          onRefill={() => sync({ refill: true })}
          onReopen={() => {
            const asked = reopenPlace(store, campaign.id, settings.place);
            void run(words.state.running, async () => {
              await asked;
              await desk.sync({});
            });
          }}
          onPassphrase={passphrase =>
            void run(words.state.running, async () => {
              await openWithPassphrase(store, campaign, settings.place, passphrase);
              await desk.sync({});
            })
          }
          held={
            held && (
              <HeldMergeView
                onTake={() => sync({ takeAll: true })}
                lines={held.changes.map(({ before, after }) => ({
                  key: `${after.entity}/${after.field}`,
                  label: fieldLabel(session, after, texts).text,
                  before: shownValue(session, after, currentValue(before)),
                  after: shownValue(session, after, currentValue(after)),
                }))}
              />
            )
          }
        />
      )}
      {conflicts.length > 0 && (
        <section aria-label={words.conflicts.title}>
          <h2>
            {words.conflicts.title} · {words.conflicts.count(conflicts.length)}
          </h2>
          <p className="quiet">{words.conflicts.hint}</p>
          <ConflictsPanel session={session} conflicts={conflicts} />
        </section>
      )}
      <section aria-label={words.place.title}>
        <h2>{words.place.title}</h2>
        {isOn && changing !== 'place' && (
          <>
            <p>
              {words.place.on(nameOf(settings.place))}
              {isEncrypted && ` · ${words.place.passphraseSet}`}
            </p>
            <div className="button-row">
              <Button onClick={() => setChanging('place')}>{words.place.change}</Button>
              <Button onClick={() => setChanging('passphrase')}>
                {isEncrypted ? words.place.passphraseChange : words.place.passphraseFirst}
              </Button>
              <Button
                danger
                onClick={() => void run(words.place.stop, () => stopSharing(store, campaign.id, settings))}
              >
                {words.place.stop}
              </Button>
            </div>
            <p className="quiet">{words.place.stopHint}</p>
            {changing === 'passphrase' && (
              <NewPassphraseForm
                isChange={isEncrypted}
                onCancel={() => setChanging(null)}
                onTake={passphrase =>
                  void run(words.state.running, async () => {
                    // First what others have sent, so that two do not change it at the same time.
                    const failed = await desk.sync({});
                    if (failed) throw failed;
                    await takeNewPassphrase(store, campaign, settings.place, passphrase);
                    setChanging(null);
                    message.success(words.place.passphraseChanged);
                    await desk.sync({});
                  })
                }
              />
            )}
          </>
        )}
        {settings !== undefined && (!isOn || changing === 'place') && (
          <>
            <PcName filling={filling} />
            <PlaceForm
              canPickFolders={canPickFolders()}
              isEncrypted={isEncrypted}
              disabled={Boolean(busy)}
              startLabel={words.place.start}
              onPick={() => pickFolder(store, campaign.id)}
              onTest={async server => {
                let works = false;
                const asked = testServer(server, true);
                await run(words.place.test, async () => {
                  works = await asked;
                });
                return works;
              }}
              onStart={start}
            />
          </>
        )}
      </section>
      <PackagePanel session={session} desk={desk} check={privacy.check} isEncrypted={isEncrypted} />
      <section aria-label={words.merges.title}>
        <h2>{words.merges.title}</h2>
        <MergeList
          merges={mergeLines(merges)}
          onUndo={group =>
            void run(words.merges.undo, async () => {
              const count = await store.merges(campaign.id).undo(group, filling.actor());
              message.success(words.merges.undoneNow(count));
            })
          }
        />
      </section>
    </div>
  );
}

/** What concerns the table; how campaigns and PCs are called is not told. */
const mergeLines = (merges: readonly Merge[]): MergeLine[] =>
  merges.flatMap(({ fields, actors, ...merge }) => {
    const entries = countChanges(fields);
    const people = actors.filter(actor => actor !== '' && actor !== FACT_AUTHOR);
    return entries === 0 ? [] : { ...merge, fields: entries, actors: people };
  });

const nameOf = (place: SharingPlace): string => (place.way === 'folder' ? place.name : place.address);

function useMerges(campaign: string): readonly Merge[] {
  const { store } = useServices();
  const [merges, setMerges] = useState<Merge[]>([]);
  useEffect(() => {
    const ended = new AbortController();
    store.merges(campaign).watch(setMerges, { signal: ended.signal });
    return () => ended.abort();
  }, [store, campaign]);
  return merges;
}

/** Read again whenever the state moves: keys come with switching on and with a passphrase. */
function useEncrypted(campaign: string, moment: string): boolean {
  const { store } = useServices();
  const [isEncrypted, setEncrypted] = useState(false);
  useEffect(() => {
    let isShown = moment !== '';
    void readKeys(store, campaign).then(keys => isShown && setEncrypted(keys.length > 0));
    return () => {
      isShown = false;
    };
  }, [store, campaign, moment]);
  return isEncrypted;
}

function PcName({ filling }: Pick<CampaignSession, 'filling'>) {
  const { store } = useServices();
  const words = useTexts().sync.place;
  const id = useId();
  const [name, setName] = useState<string | null>(null);
  const actor = useMemo(() => filling.actor(), [filling]);
  const kept = useRef('');
  useEffect(() => {
    void readPcName(store, actor).then(read => {
      kept.current = read;
      setName(read);
    });
  }, [store, actor]);
  if (name === null) return null;
  return (
    <div className="place-form">
      <label htmlFor={id}>{words.pcName}</label>
      <Input
        id={id}
        value={name}
        aria-describedby={`${id}-hint`}
        onChange={event => setName(event.target.value)}
        onBlur={() => {
          if (name.trim() !== '' && name !== kept.current) void storePcName(store, name.trim());
        }}
      />
      <p id={`${id}-hint`} className="quiet">
        {words.pcNameHint}
      </p>
    </div>
  );
}
