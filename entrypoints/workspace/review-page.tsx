import { useEffect, useState } from 'react';
import { ReviewView } from '../../components/review/review-view';
import { useTexts } from '../../components/texts/texts-context';
import type { RecognitionAnswers, RecognitionQuestion } from '../../lib/model/table';
import type { CampaignSession } from './campaign-session';
import { answersTo, keepAnswers, rememberedAnswers } from './import-draft';
import { useServices } from './services';
import { useBusy } from './use-busy';

interface Asked {
  questions: readonly RecognitionQuestion[];
  answers: RecognitionAnswers;
}

/** The recognition of an open campaign; an answer takes effect when the campaign is opened anew. */
export function ReviewPage({ session }: { session: CampaignSession }) {
  const { store, workbooks } = useServices();
  const [asked, setAsked] = useState<Asked>({ questions: session.workbook.recognition.questions, answers: {} });
  const texts = useTexts();
  const { failure, busy, run } = useBusy();
  useEffect(() => {
    let ended = false;
    void run(texts.busy.recognising, async signal => {
      const kept = await rememberedAnswers(store);
      if (Object.keys(kept).length === 0) return;
      // Only a reading without answers tells what there was to ask.
      const { bytes } = session;
      const { recognition } = await workbooks.ask({ do: 'workspace:worker:open', bytes, answers: {} }, signal);
      const { questions } = recognition;
      if (!ended) setAsked({ questions, answers: answersTo(questions, kept) });
    });
    return () => {
      ended = true;
    };
  }, [store, workbooks, session, run, texts]);

  return (
    <>
      {failure}
      <ReviewView
        tabs={session.grids.map(({ name, hidden }) => ({ name, hidden }))}
        recognition={session.workbook.recognition}
        warnings={session.workbook.warnings}
        questions={asked.questions}
        answers={asked.answers}
        sourceOf={sheet => session.sheet(sheet)?.source ?? null}
        onAnswer={(question, role) => {
          const next = { ...asked.answers, [question]: role };
          setAsked({ ...asked, answers: next });
          void run(texts.busy.recognising, async () => {
            await keepAnswers(next, session.campaign.id, store);
            await session.filling.flush();
            window.location.reload();
          });
        }}
        busy={busy}
      />
    </>
  );
}
