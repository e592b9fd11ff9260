import { App, Button } from 'antd';
import { useState } from 'react';
import { FileButton } from '../../../components/frame/file-button';
import { HeldMergeView } from '../../../components/sync/held-merge';
import { PassphraseForm } from '../../../components/sync/passphrase-form';
import { useTexts } from '../../../components/texts/texts-context';
import { localDay } from '../../../lib/model/calendar-day';
import type { CellValue } from '../../../lib/model/cells';
import { currentValue } from '../../../lib/model/field-state';
import type { HeldMerge } from '../../../lib/tasks/sharing/merge-size';
import { makePackage, openPackageKeys, takePackage } from '../../../lib/tasks/sharing/package-file';
import type { CampaignSession } from '../campaign-session';
import { download } from '../download';
import { readPcName } from '../preferences';
import { useServices } from '../services';
import { useBusy } from '../use-busy';
import { shownValue } from './conflict-lines';
import { fieldLabel } from './field-label';
import type { SharingDesk } from './sharing-desk';

interface PackagePanelProps {
  session: CampaignSession;
  desk: SharingDesk;
  /** Asks about ID-card and mobile numbers first. */
  check: (then: () => void) => void;
  isEncrypted: boolean;
}

interface Waiting {
  file: File;
  held: HeldMerge | null;
}

/** The campaign as one file, out and in. */
export function PackagePanel({ session, desk, check, isEncrypted }: PackagePanelProps) {
  const { store, workbooks } = useServices();
  const texts = useTexts();
  const words = texts.sync.package;
  const { message } = App.useApp();
  const { busy, failure, run } = useBusy();
  /** A package that waits for a passphrase, or for a look at what it would change. */
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const { campaign, filling } = session;

  function make(): void {
    void run(words.making, async signal => {
      await filling.flush();
      const actor = filling.actor();
      const list = isEncrypted ? null : await workbooks.ask({ do: 'workspace:worker:list', sheet: progress() }, signal);
      const bytes = await makePackage({
        store,
        campaign,
        actor,
        pc: await readPcName(store, actor),
        now: Date.now,
        readable: list ? [{ name: words.readable, bytes: list }] : [],
      });
      download(bytes, words.fileName(campaign.name, localDay(new Date())), 'application/zip');
      // What went into the package is in files now; the place shall have it too.
      void desk.sync({});
    });
  }

  function progress(): { name: string; rows: CellValue[][]; widths: number[] } {
    const rows = session.items.map(({ indicator, answers }): CellValue[] => [
      indicator.code,
      indicator.content,
      ...[answers.completion, answers.selfScore, answers.department, answers.responsiblePerson].map(({ text }) => text),
    ]);
    const head: CellValue[] = [...words.readableHead];
    return { name: words.readableSheet, rows: [head, ...rows], widths: [8, 40, 50, 10, 16, 12] };
  }

  function take(file: File, takeAll: boolean, passphrase: string | null = null): void {
    setWaiting(null);
    void run(words.taking(file.name), async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (passphrase !== null) await openPackageKeys(store, campaign, { bytes, fileName: file.name, passphrase });
      const [taken] = await takePackage({
        store,
        bytes,
        fileName: file.name,
        only: campaign.id,
        actor: filling.actor(),
        passphrase,
        now: Date.now,
        takeAll,
      });
      const report = taken?.report;
      if (report?.parked.some(({ reason }) => reason === 'no-key')) setWaiting({ file, held: null });
      else if (taken?.held) setWaiting({ file, held: taken.held });
      else if (report) message.success(words.taken(report.merged.added));
      void desk.sync({});
    });
  }

  return (
    <section aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="quiet">
        {words.hint} {isEncrypted ? words.encrypted : words.plain}
      </p>
      {busy}
      {failure}
      <div className="button-row">
        <Button onClick={() => check(make)} disabled={Boolean(busy)} data-testid="make-package">
          {words.make}
        </Button>
        <FileButton
          label={words.take}
          testId="package-file"
          accept=".zip"
          disabled={Boolean(busy)}
          onFile={file => take(file, false)}
        />
      </div>
      {waiting?.held && (
        <HeldMergeView
          onTake={() => take(waiting.file, true)}
          lines={waiting.held.changes.map(({ before, after }) => ({
            key: `${after.entity}/${after.field}`,
            label: fieldLabel(session, after, texts).text,
            before: shownValue(session, after, currentValue(before)),
            after: shownValue(session, after, currentValue(after)),
          }))}
        />
      )}
      {waiting && !waiting.held && <PassphraseForm onOpen={passphrase => take(waiting.file, false, passphrase)} />}
    </section>
  );
}
