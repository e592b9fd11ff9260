import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { FailureNotice } from '../../components/feedback/failure-notice';
import type { AssignedRow } from '../../components/people/assigned-row';
import { PeopleView } from '../../components/people/people-view';
import { ReminderForm } from '../../components/people/reminder-form';
import { useTexts } from '../../components/texts/texts-context';
import { daysUntil, localDay } from '../../lib/model/calendar-day';
import type { Change } from '../../lib/model/campaign-journal';
import { checkpointEntity, departmentEntity, measureField, personEntity } from '../../lib/model/people';
import { exportFileName } from '../../lib/tasks/file-names';
import {
  assignItems,
  assignMeasure,
  listCheckpoint,
  listDepartment,
  listPerson,
  rename,
  unlist,
} from '../../lib/tasks/people/assign';
import { taskBreakdownWorkbook } from '../../lib/tasks/people/breakdown';
import { campaignCalendar } from '../../lib/tasks/people/calendar';
import { readDirectory } from '../../lib/tasks/people/directory';
import { dueState } from '../../lib/tasks/people/due';
import { workload } from '../../lib/tasks/people/workload';
import type { CampaignSession } from './campaign-session';
import { download } from './download';
import { campaignLink } from './route';
import { useServices } from './services';
import { useBusy } from './use-busy';
import { useReminders } from './use-reminders';
import { useItems } from './use-session';

export function PeoplePage({ session }: { session: CampaignSession }) {
  const items = useItems(session);
  const { who } = useServices();
  const texts = useTexts();
  const { filling, campaign, grids } = session;
  const { busy, failure, run, fail } = useBusy();
  const [notice, setNotice] = useState('');
  const reminders = useReminders();
  const today = localDay(new Date());
  // Lists change without any item changing: they are read anew with every change of the journal.
  const version = useJournalVersion(session);
  const ground = useMemo(() => {
    const directory = readDirectory(filling, items);
    return { version, directory, load: workload(filling, items, directory, today) };
  }, [filling, items, today, version]);
  const rows = useMemo(
    () => (ground.version < 0 ? [] : items.map(item => rowOf(session, item, today))),
    [session, items, today, ground],
  );
  const known = useRef({ items, ground });
  known.current = { items, ground };
  const set = useCallback(
    (changes: readonly Change[]) => {
      if (changes.length > 0) void filling.set(changes);
    },
    [filling],
  );

  return (
    <PeopleView
      rows={rows}
      directory={ground.directory}
      workload={ground.load}
      who={who}
      settingsLink={campaignLink(campaign.id, 'settings')}
      linkTo={entity => campaignLink(campaign.id, 'items', entity)}
      busy={busy}
      failure={failure}
      notice={
        notice === '' ? null : (
          <p className="people-done" role="status" data-testid="people-done">
            {notice}
          </p>
        )
      }
      reminders={
        <>
          {reminders.error && <FailureNotice error={reminders.error} />}
          <ReminderForm settings={reminders.settings} available={reminders.available} onChange={reminders.change} />
        </>
      }
      onAssign={(entities, given) => {
        const chosen = new Set(entities);
        set(
          assignItems(
            known.current.items.filter(item => chosen.has(item.entity)),
            given,
            grids,
          ),
        );
      }}
      onAssignMeasure={(entity, measure, role, name) => {
        const item = known.current.items.find(candidate => candidate.entity === entity);
        if (item) set(assignMeasure(item, measure, { [role]: name }));
      }}
      onAddDepartment={name => set(listDepartment(name))}
      onAddPerson={(name, department) => set(listPerson(name, department))}
      onRename={(kind, from, to) =>
        set(
          rename(kind, from, to, {
            said: filling,
            items: known.current.items,
            people: known.current.ground.directory.people,
            grids,
          }),
        )
      }
      onRemove={(kind, name) => set(unlist(kind === 'department' ? departmentEntity(name) : personEntity(name)))}
      onAddCheckpoint={(date, name) => set(listCheckpoint(date, name))}
      onRemoveCheckpoint={({ date, name }) => set(unlist(checkpointEntity(date, name)))}
      onBreakdown={() =>
        void run(texts.busy.exporting, async () => {
          await filling.flush();
          const bytes = taskBreakdownWorkbook(filling, known.current.items, today);
          download(bytes, exportFileName(campaign.fileName, texts.people.breakdownSuffix, 'xlsx'));
          setNotice(texts.people.breakdownDone);
        })
      }
      onCalendar={() => {
        try {
          const { checkpoints } = known.current.ground.directory;
          const words = {
            deadline: texts.people.calendarDeadline,
            finding: texts.people.calendarFinding,
            description: texts.people.calendarDescription,
          };
          const file = campaignCalendar(campaign, known.current.items, checkpoints, words, Date.now());
          const count = file.split('BEGIN:VEVENT').length - 1;
          if (count > 0) {
            const name = exportFileName(campaign.fileName, texts.people.calendarSuffix, 'ics');
            download(new Blob([file], { type: 'text/calendar' }), name);
          }
          setNotice(count === 0 ? texts.people.calendarEmpty : texts.people.calendarDone(count));
        } catch (thrown) {
          fail(thrown);
        }
      }}
    />
  );
}

function rowOf({ filling }: CampaignSession, item: AssignedRow['item'], today: string): AssignedRow {
  const { deadline } = item.indicator;
  const said = (number: number, role: 'department' | 'responsiblePerson'): string => {
    const value = filling.value({ entity: item.entity, field: measureField(number, role) });
    return typeof value === 'string' ? value : '';
  };
  return {
    item,
    due: dueState(item, today),
    daysLeft: deadline?.date ? daysUntil(deadline.date, today) : null,
    measures: item.steps.map(({ number, text }) => ({
      number,
      text,
      department: said(number, 'department'),
      responsiblePerson: said(number, 'responsiblePerson'),
    })),
  };
}

function useJournalVersion(session: CampaignSession): number {
  const [version, setVersion] = useState(0);
  useEffect(() => session.subscribe(() => setVersion(before => before + 1)), [session]);
  return version;
}
