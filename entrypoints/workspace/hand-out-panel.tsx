import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { type HandOutChoices, HandOutView } from '../../components/exchange/hand-out-view';
import { useTexts } from '../../components/texts/texts-context';
import { ANSWER_ROLES, type AnswerRole, APPENDABLE_COLUMNS, type AppendableRole } from '../../lib/model/columns';
import { randomId } from '../../lib/model/random-id';
import { exportFileName } from '../../lib/tasks/file-names';
import { departmentsOf } from '../../lib/tasks/hand-out/departments';
import { campaignMark } from '../../lib/tasks/hand-out/hand-out-identity';
import { headsOf, keepHandOut, readHandOuts } from '../../lib/tasks/hand-out/hand-out-record';
import type { CampaignSession } from './campaign-session';
import { canSaveToFolder, chooseFolder, downloadZip, saveToFolder } from './deliver-files';
import { useServices } from './services';
import { usePrivateCheck } from './sharing/use-private-check';
import { useBusy } from './use-busy';
import { useItems } from './use-session';

const APPENDABLE = Object.keys(APPENDABLE_COLUMNS) as AppendableRole[];
/** Who gets what is the coordinator's to say, and so is the wording of measures, where there is anything else to fill in. */
const USUALLY_CLOSED: readonly AnswerRole[] = ['department', 'leader', 'measures'];
const USUALLY_APPENDED: readonly AppendableRole[] = ['department', 'completion', 'selfScore', 'evidence'];

export function HandOutPanel({ session }: { session: CampaignSession }) {
  const { workbooks } = useServices();
  const texts = useTexts();
  const items = useItems(session);
  const { busy, failure, run } = useBusy();
  const numbers = usePrivateCheck(session);
  const [done, setDone] = useState<number | null>(null);
  const { campaign, workbook, filling } = session;
  const { tables } = workbook.recognition;
  const [table] = tables;
  const plain = !/^xls[xm]$/.test(workbook.format);
  const { departments, unassigned } = useMemo(() => departmentsOf(items), [items]);
  const has = (role: AnswerRole) => table?.columns.some(column => column.role === role) ?? false;
  const present = ANSWER_ROLES.filter(has);
  const appendable = plain || !table ? [] : APPENDABLE.filter(role => !has(role));
  const [chosen, setChosen] = useState<Omit<HandOutChoices, 'departments'>>(() => {
    const open = present.filter(role => !USUALLY_CLOSED.includes(role));
    const append = appendable.filter(role => USUALLY_APPENDED.includes(role));
    return { roles: open.length > 0 || append.length > 0 ? open : present, append };
  });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const choices = { ...chosen, departments: departments.flatMap(({ name }) => (left.has(name) ? [] : name)) };

  const journal = useSyncExternalStore(
    useCallback((listener: () => void) => filling.subscribe(listener), [filling]),
    () => filling.state,
  );
  const earlier = useMemo(() => readHandOuts(journal).reverse(), [journal]);

  const nameFor = (department: string) => exportFileName(campaign.fileName, `（${department}）`);
  const codeOf = new Map(items.map(item => [item.entity, item.indicator.code]));

  function handOut(to: 'zip' | 'folder'): void {
    setDone(null);
    numbers.check(() => {
      void run(texts.exchange.handOut.busy, async signal => {
        const folder = to === 'folder' ? await chooseFolder() : null;
        if (to === 'folder' && !folder) return;
        await filling.flush();
        // Read anew: what was saved a moment ago reaches the page a moment later.
        const state = await filling.journal.state();
        const mark = await campaignMark(campaign.id);
        const files = departments
          .filter(({ name }) => choices.departments.includes(name))
          .map(({ name, items: own }) => ({ id: randomId(), department: name, campaign: mark, items: own }));
        const roles = [
          ...new Set<AnswerRole>([...choices.roles, ...choices.append.filter(role => role !== 'department')]),
        ];
        const written = await workbooks.ask(
          {
            do: 'workspace:worker:hand-out',
            ground: { received: session.received, answers: session.answers, state, append: [...choices.append] },
            files,
            roles,
          },
          signal,
        );
        const byId = new Map(written.map(file => [file.id, file.bytes]));
        const named = files.map(({ id, department }) => ({ name: nameFor(department), bytes: byId.get(id)! }));
        // Kept before the files leave: a copy that comes back must be known.
        const record = {
          at: Date.now(),
          by: filling.actor(),
          append: [...choices.append],
          files: files.map(({ id, department }) => ({ id, department, name: nameFor(department) })),
          heads: headsOf(state),
        };
        await keepHandOut(filling.journal, record);
        if (folder) await saveToFolder(folder, named);
        else downloadZip(named, texts.exchange.handOut.zipName(new Date().toISOString().slice(0, 10)));
        setDone(named.length);
      });
    });
  }

  return (
    <HandOutView
      departments={departments.map(({ name, items: own }) => ({
        name,
        codes: own.map(entity => codeOf.get(entity) ?? ''),
        fileName: nameFor(name),
      }))}
      unassigned={unassigned.length}
      choices={choices}
      onChoices={({ departments: names, ...rest }) => {
        setChosen(rest);
        setLeft(new Set(departments.flatMap(({ name }) => (names.includes(name) ? [] : name))));
        setDone(null);
      }}
      present={present}
      appendable={appendable}
      plain={plain}
      earlier={earlier.map(({ at, by, files }) => ({ at, by, departments: files.map(file => file.department) }))}
      canSaveToFolder={canSaveToFolder()}
      question={numbers.form}
      busy={busy}
      failure={failure}
      done={done}
      onHandOut={handOut}
    />
  );
}
