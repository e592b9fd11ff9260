import { useEffect } from 'react';
import { BusyLine } from '../../components/feedback/busy-line';
import { HintsView } from '../../components/hints/hints-view';
import { LostView } from '../../components/hints/lost-view';
import { UnitProfileForm } from '../../components/hints/unit-profile-form';
import { useTexts } from '../../components/texts/texts-context';
import type { Item } from '../../lib/model/item';
import { listed } from '../../lib/model/listed-entries';
import { entityOfCode, NO_HINTS } from '../../lib/tasks/campaign-hints';
import { profilePlace, readingPlace } from '../../lib/tasks/unit-profile';
import { vetoPlace } from '../../lib/tasks/whole-table';
import type { CampaignSession } from './campaign-session';
import { cellPlace } from './cell-place';
import { FindingsPanel } from './findings-panel';
import { campaignLink, FINDINGS } from './route';
import { useHintActions } from './use-hint-actions';
import { useHints, useItems } from './use-session';
import { useUnitProfile } from './use-unit-profile';

export function HintsPage({ session, place }: { session: CampaignSession; place: string | null }) {
  const texts = useTexts();
  const items = useItems(session);
  const reading = useHints(session);
  const actions = useHintActions(session, null);
  useEffect(() => session.hints.look(null), [session]);
  const { campaign, filling } = session;
  const { profile, readings } = useUnitProfile(session);
  const { hints, serious, note, views } = reading;
  const cellLink = (sheet: string, cell: string) => campaignLink(campaign.id, 'table', cellPlace(sheet, cell));
  if (reading === NO_HINTS) return <BusyLine label={texts.hints.reading} />;
  return (
    <HintsView
      hints={hints}
      serious={serious}
      items={items}
      actions={actions}
      profile={
        note && (
          <UnitProfileForm
            rule={note.rule}
            profile={profile}
            readings={readings}
            cellLink={cellLink(note.table.sheet, note.rule.cell)}
            onProfile={(field, answer) =>
              void filling.set([{ ...profilePlace(field), value: answer === 'unknown' ? undefined : answer }])
            }
            onReading={(question, choice) => void filling.set([{ ...readingPlace(question), value: choice }])}
          />
        )
      }
      first={place === FINDINGS ? 'findings' : 'list'}
      openFindings={openFindings(items)}
      findings={() => <FindingsPanel session={session} />}
      lost={() =>
        session.hints.overviews().map(({ table, overview }) => {
          const entity = (code: string) => entityOfCode(table, code);
          return (
            <LostView
              key={entity('')}
              table={table}
              overview={overview}
              viewOf={code => views.get(entity(code)) ?? null}
              itemLink={code => campaignLink(campaign.id, 'items', entity(code))}
              cellLink={cell => cellLink(table.sheet, cell)}
              onVeto={(quote, applies) => {
                void filling.set([{ ...vetoPlace(table, quote), value: applies }]);
                session.hints.now();
              }}
            />
          );
        })
      }
    />
  );
}

const openFindings = (items: readonly Item[]): number =>
  items.reduce(
    (sum, { entries }) => sum + listed(entries.finding).filter(({ fields }) => fields.closed.text === '').length,
    0,
  );
