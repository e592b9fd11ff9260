import { useEffect, useState } from 'react';
import { ReviewView } from '../../components/review/review-view';
import type { RecognitionAnswers } from '../../lib/model/table';
import type { CampaignSession } from './campaign-session';
import { keepAnswers, rememberedAnswers } from './import-draft';
import { useServices } from './services';
import { useBusy } from './use-busy';

/** The recognition of an open campaign; an answer takes effect when the campaign is opened anew. */
export function ReviewPage({ session }: { session: CampaignSession }) {
  const { store } = useServices();
  const [answers, setAnswers] = useState<RecognitionAnswers>({});
  const { failure, busy, run } = useBusy();
  useEffect(() => {
    let ended = false;
    void rememberedAnswers(store).then(kept => {
      if (!ended) setAnswers(kept);
    });
    return () => {
      ended = true;
    };
  }, [store]);

  return (
    <>
      {failure}
      <ReviewView
        tabs={session.grids.map(({ name, hidden }) => ({ name, hidden }))}
        recognition={session.workbook.recognition}
        warnings={session.workbook.warnings}
        answers={answers}
        sourceOf={sheet => session.sheet(sheet)?.source ?? null}
        onAnswer={(question, role) => {
          const next = { ...answers, [question]: role };
          setAnswers(next);
          void run('', async () => {
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
