import { useEffect, useMemo } from 'react';
import type { AnswerActions } from '../../components/indicator/answer-field';
import { ItemView } from '../../components/indicator/item-view';
import { useTexts } from '../../components/texts/texts-context';
import { localDay } from '../../lib/model/calendar-day';
import { fieldKey } from '../../lib/model/field-state';
import type { Answer } from '../../lib/model/item';
import type { OpValue } from '../../lib/model/op';
import { scoreValue } from '../../lib/model/score-value';
import { answerChange } from '../../lib/tasks/answer-change';
import { conflictOf } from '../../lib/tasks/sharing/conflicts';
import type { CampaignSession } from './campaign-session';
import { cellPlace } from './cell-place';
import { fieldHistory } from './field-history';
import { itemHelp } from './item-help';
import { campaignLink } from './route';
import { ConflictsPanel } from './sharing/conflicts-panel';
import { useEntryActions } from './use-entry-actions';
import { useHintActions } from './use-hint-actions';
import { useHints, useItems } from './use-session';

interface ItemsPageProps {
  session: CampaignSession;
  current: string | null;
  /** The field to begin in. */
  focus: string | null;
}

export function ItemsPage({ session, current, focus }: ItemsPageProps) {
  const texts = useTexts();
  const items = useItems(session);
  const reading = useHints(session);
  const here = (items.find(item => item.entity === current) ?? items[0])?.entity ?? '';
  const hintActions = useHintActions(session, here);
  useEffect(() => session.hints.look(here), [session, here]);
  const { filling, campaign } = session;
  const actions = useMemo<AnswerActions>(
    () => ({
      onType: (answer, text, group) => filling.type(answerChange(answer, typed(answer, text), session.grids), group),
      loadHistory: answer => fieldHistory(filling, answer, texts),
      conflictOf: answer => {
        const key = fieldKey(answer.entity, answer.field);
        const conflict = conflictOf(key, filling.state.get(key));
        return conflict && <ConflictsPanel session={session} conflicts={[conflict]} />;
      },
      onPutBack: (answer, line) =>
        void filling.set([{ entity: answer.entity, field: answer.field, value: line.value }]),
    }),
    [filling, session, texts],
  );
  const entriesFor = useEntryActions(session, actions.conflictOf);
  return (
    <ItemView
      items={items}
      current={current}
      today={localDay(new Date())}
      focus={focus}
      helpFor={item => itemHelp(session, reading, hintActions, item)}
      linkTo={item => campaignLink(campaign.id, 'items', item.entity)}
      tableLink={item => {
        const address = item.indicator.cells.content ?? item.indicator.cells.measures;
        return address === undefined ? null : campaignLink(campaign.id, 'table', cellPlace(item.table.sheet, address));
      }}
      entriesFor={entriesFor}
      onGo={item => {
        window.location.hash = campaignLink(campaign.id, 'items', item.entity);
      }}
      onTick={(item, step, done) =>
        void filling.set([{ entity: item.entity, field: `measure:${step.number}`, value: done ? true : undefined }])
      }
      {...actions}
    />
  );
}

/** Scores and measured values are numbers in the workbook; all else is the text it was typed as. */
function typed(answer: Answer, text: string): OpValue {
  return answer.field === 'selfScore' || answer.field === 'actual' ? scoreValue(text) : text;
}
