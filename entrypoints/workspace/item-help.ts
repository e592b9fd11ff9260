import type { HintActions } from '../../components/hints/hint-card';
import type { ItemHelp } from '../../components/indicator/item-form';
import type { Change } from '../../lib/model/campaign-journal';
import type { Item } from '../../lib/model/item';
import { formatPoints } from '../../lib/model/points';
import { factField } from '../../lib/model/progress';
import { scoreValue } from '../../lib/model/score-value';
import { answerChange } from '../../lib/tasks/answer-change';
import { type HintReading, readFact, ruleAnswersOf } from '../../lib/tasks/campaign-hints';
import { clauseChanges } from '../../lib/tasks/rule-answers';
import type { CampaignSession } from './campaign-session';
import { campaignLink } from './route';

/** What helps with one item: its hints, and the answers that only hints read. */
export function itemHelp(
  { campaign, filling, grids }: CampaignSession,
  { byItem, views }: HintReading,
  actions: HintActions,
  { entity, answers }: Item,
): ItemHelp {
  const view = views.get(entity) ?? null;
  const read = (field: string) => filling.value({ entity, field });
  const keep = (changes: readonly Change[], group: string | undefined): void => {
    const [only] = changes;
    if (group !== undefined && only && changes.length === 1) filling.type(only, group);
    else void filling.set(changes);
  };
  return {
    hints: byItem.get(entity) ?? [],
    view,
    actions,
    factOf: key => readFact(read(factField(key))),
    onFact: (key, fact, group) => keep([{ entity, field: factField(key), value: fact ?? undefined }], group),
    ruleAnswers: view && ruleAnswersOf(view, read),
    onRuleAnswer: (clause, entry, group) => keep(clauseChanges(entity, clause, entry), group),
    rulesLink: campaignLink(campaign.id, 'rules', entity),
    onTakeScore: points => keep([answerChange(answers.selfScore, scoreValue(formatPoints(points)), grids)], undefined),
  };
}
