import { useMemo, useRef, useState } from 'react';
import { ReviewView } from '../../components/review/review-view';
import { useTexts } from '../../components/texts/texts-context';
import { answerDraft, confirmDraft, type ImportDraft } from './import-draft';
import { campaignLink, START_LINK } from './route';
import { useServices } from './services';
import { plainSheetSource } from './sheet-source-of';
import { useBusy } from './use-busy';

interface ImportPageProps {
  draft: ImportDraft;
  onDraft: (draft: ImportDraft) => void;
}

/** What was recognised, before anything is kept. */
export function ImportPage({ draft, onDraft }: ImportPageProps) {
  const { store, workbooks } = useServices();
  const texts = useTexts();
  const { busy, failure, run } = useBusy();
  const [confirming, setConfirming] = useState(false);
  const { workbook, answers } = draft;
  const latest = useRef(draft);
  latest.current = draft;
  const sources = useMemo(
    () => new Map(workbook.snapshots.map(snapshot => [snapshot.name, plainSheetSource(workbook, snapshot)])),
    [workbook],
  );

  return (
    <div className="import">
      <header className="import-header">
        <a href={START_LINK}>← {texts.app.backToStart}</a>
        <span className="import-file">{draft.fileName}</span>
      </header>
      {failure}
      <main id="main" className="workspace-main" tabIndex={-1}>
        <ReviewView
          tabs={workbook.snapshots.map(({ name, hidden }) => ({ name, hidden }))}
          recognition={workbook.recognition}
          warnings={workbook.warnings}
          questions={draft.questions}
          answers={answers}
          sourceOf={sheet => sources.get(sheet) ?? null}
          onAnswer={(question, role) => {
            const given = { ...answers, [question]: role };
            // Shown at once; the sheet follows when it has been read again.
            onDraft({ ...draft, answers: given });
            void run(texts.busy.recognising, async signal => {
              const read = await answerDraft(draft, given, workbooks);
              if (!signal.aborted) onDraft({ ...latest.current, workbook: read.workbook });
            });
          }}
          busy={busy}
          confirm={{
            name: draft.name,
            onName: name => onDraft({ ...draft, name }),
            busy: confirming,
            onConfirm: () => {
              setConfirming(true);
              void run(texts.app.loading, async () => {
                const campaign = await confirmDraft(draft, store);
                const { tables } = workbook.recognition;
                // In place of this page, which has nothing to show any more when a person comes back.
                window.location.replace(campaignLink(campaign.id, tables.length > 0 ? 'items' : 'table'));
              }).finally(() => setConfirming(false));
            },
          }}
        />
      </main>
    </div>
  );
}
