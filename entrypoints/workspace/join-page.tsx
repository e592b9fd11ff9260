import { App } from 'antd';
import { JoinForm } from '../../components/sync/join-form';
import { useTexts } from '../../components/texts/texts-context';
import { AppError } from '../../lib/model/app-error';
import type { Campaign } from '../../lib/model/campaign';
import { findProjects } from '../../lib/sync/find-projects';
import type { Target } from '../../lib/sync/target';
import { folderTarget } from '../../lib/sync/targets/folder';
import { joinCampaign } from '../../lib/tasks/sharing/join-campaign';
import { takePackage } from '../../lib/tasks/sharing/package-file';
import { keepSharing, type SharingPlace } from '../../lib/tasks/sharing/sharing-settings';
import { actorName } from './preferences';
import { campaignLink, START_LINK } from './route';
import { useServices } from './services';
import { canPickFolders, keepFolder, pickHandle } from './sharing/folder-handle';
import { askForHost } from './sharing/host-access';
import { serverTarget } from './sharing/open-place';
import { keepPassword } from './sharing/passwords';
import { useBusy } from './use-busy';

/** From a colleague's package, folder or server to the same campaign here; a folder or server goes on being shared. */
export function JoinPage() {
  const { store, who } = useServices();
  const texts = useTexts();
  const { message } = App.useApp();
  const { busy, failure, run } = useBusy();

  function opened(campaigns: readonly Campaign[]): void {
    for (const { name } of campaigns) message.success(texts.sync.join.joined(name));
    const [first] = campaigns;
    if (first) window.location.hash = campaignLink(first.id);
  }

  async function joinAll(
    target: Target,
    passphrase: string,
    share: (campaign: string) => Promise<SharingPlace>,
    signal: AbortSignal,
  ): Promise<void> {
    const projects = await findProjects(target, { signal });
    if (projects.length === 0) throw new AppError('sharing-nothing-here');
    const joined: Campaign[] = [];
    for (const project of projects) {
      const known = await store.campaigns.get(project);
      const asked = { store, target, project, passphrase: passphrase || null, now: Date.now, signal };
      joined.push(known ?? (await joinCampaign(asked)));
      await keepSharing(store, project, { place: await share(project), isOn: true });
    }
    opened(joined);
  }

  return (
    <main id="main" tabIndex={-1} className="join-main">
      <a className="join-back" href={START_LINK}>
        ← {texts.app.backToStart}
      </a>
      <JoinForm
        canPickFolders={canPickFolders()}
        busy={busy}
        failure={failure}
        onPackage={(file, passphrase) =>
          void run(texts.sync.package.taking(file.name), async () => {
            const taken = await takePackage({
              store,
              bytes: new Uint8Array(await file.arrayBuffer()),
              fileName: file.name,
              actor: actorName(who),
              passphrase: passphrase || null,
              now: Date.now,
            });
            opened(taken.map(({ campaign }) => campaign));
          })
        }
        onFolder={passphrase => {
          const picking = pickHandle();
          void run(texts.sync.state.running, async signal => {
            const handle = await picking;
            if (!handle) return;
            const share = async (campaign: string): Promise<SharingPlace> => ({
              way: 'folder',
              ...(await keepFolder(store, campaign, handle)),
            });
            await joinAll(folderTarget(handle), passphrase, share, signal);
          });
        }}
        onServer={({ address, user, password }, passphrase) => {
          const asked = askForHost(address);
          void run(texts.sync.state.running, async signal => {
            await asked;
            const place = { way: 'webdav' as const, address: address.trim(), user };
            const share = async (campaign: string): Promise<SharingPlace> => {
              await keepPassword(campaign, password);
              return place;
            };
            await joinAll(serverTarget(place, password), passphrase, share, signal);
          });
        }}
      />
    </main>
  );
}
