import { useEffect, useMemo, useState } from 'react';
import { type ExportChoices, type ExportDone, ExportView } from '../../components/submit/export-view';
import { ListExports } from '../../components/submit/list-exports';
import { preflight } from '../../components/submit/preflight';
import { ProposedScores } from '../../components/submit/proposed-scores';
import { useLanguage, useTexts } from '../../components/texts/texts-context';
import { localDay } from '../../lib/model/calendar-day';
import { APPENDABLE_COLUMNS, type AppendableRole } from '../../lib/model/columns';
import type { Item } from '../../lib/model/item';
import { listed } from '../../lib/model/listed-entries';
import { formatPoints } from '../../lib/model/points';
import { changeList } from '../../lib/tasks/change-list';
import { listedRows, withRowLines } from '../../lib/tasks/drafting/listed-rows';
import { catalogue, catalogueCount, catalogueWorkbook } from '../../lib/tasks/entries/catalogue';
import { allFindings, findingWorkbook } from '../../lib/tasks/entries/finding-list';
import { exportEdits } from '../../lib/tasks/export-edits';
import { exportFileName } from '../../lib/tasks/file-names';
import { proposalChanges, scoreProposals } from '../../lib/tasks/proposed-scores';
import type { CampaignSession } from './campaign-session';
import { cellPlace } from './cell-place';
import { changeLines, changeRows } from './change-lines';
import { download } from './download';
import { campaignLink } from './route';
import { useServices } from './services';
import { useBusy } from './use-busy';
import { useHints, useItems, useSaveState } from './use-session';

const ROLES = Object.keys(APPENDABLE_COLUMNS) as AppendableRole[];
const USUAL_ROLES: readonly AppendableRole[] = ['department', 'completion', 'selfScore'];

export function ExportPage({ session }: { session: CampaignSession }) {
  const items = useItems(session);
  const save = useSaveState(session);
  const { workbooks } = useServices();
  const texts = useTexts();
  useEffect(() => {
    // Without a rule there is nothing to propose, and a large table is not read for it.
    if (session.items.some(item => item.indicator.scoringRule)) session.hints.look(null);
  }, [session]);
  const language = useLanguage();
  const { busy, failure, run } = useBusy();
  const [done, setDone] = useState<ExportDone | null>(null);
  const { campaign, workbook, filling, places, grids, bytes } = session;
  const { tables } = workbook.recognition;
  const table = tables[0];
  const canAppend = /^xls[xm]$/.test(workbook.format);
  const noCopy = !table ? texts.export.copyNoTable : canAppend ? null : texts.export.copyOnlyXlsx(campaign.kind);
  const columns = useMemo(
    () =>
      ROLES.map(role => ({
        role,
        present: table?.columns.some(column => column.role === role) ?? false,
        filled: items.filter(item => item.answers[role].text !== '').length,
      })),
    [table, items],
  );
  const [choices, setChoices] = useState<ExportChoices>(() => firstChoices(columns, noCopy === null));
  const reading = useHints(session);
  const proposals = useMemo(() => scoreProposals(items, reading.views), [items, reading]);
  const { state } = filling;
  const copies = choices.kind === 'copy' && table !== undefined && noCopy === null;
  const append = useMemo(() => {
    const missing = choices.roles.filter(role => columns.some(column => column.role === role && !column.present));
    return copies ? { table, roles: missing } : null;
  }, [copies, table, choices.roles, columns]);
  const { edits, withoutColumn } = useMemo(
    () => exportEdits(state, places, tables, append),
    [state, places, tables, append],
  );
  const lines = useMemo(() => {
    const rows = listedRows(state, session.drafting, tables);
    const changes = withRowLines(rows, changeList(state, places, grids, session.textOf));
    return changeLines(changes, session.itemsByCell, texts);
  }, [state, places, grids, session, tables, texts]);
  const lockedCells = edits.filter(edit => session.sheet(edit.sheet)?.source.locked(edit.row, edit.column)).length;
  const findings = preflight(
    {
      items,
      warnings: [...workbook.warnings, ...(session.drafting?.problems ?? [])],
      unsaved: save.state === 'failed',
      lockedCells,
      withoutColumn,
    },
    texts,
    language,
  );
  const evidence = useMemo(() => catalogueCount(catalogue(items)), [items]);
  const found = items.reduce((sum, { entries }) => sum + listed(entries.finding).length, 0);
  const suffix = copies ? texts.export.suffix.copy : texts.export.suffix.original;
  const fileName = exportFileName(campaign.fileName, suffix);

  function exportWorkbook(): void {
    setDone(null);
    void run(texts.busy.exporting, async signal => {
      await filling.flush();
      const fresh = exportEdits(await filling.journal.state(), places, tables, append);
      const filled = await workbooks.ask(
        { do: 'workspace:worker:fill', bytes, edits: fresh.edits, growRows: choices.growRows, append },
        signal,
      );
      const url = download(filled.bytes, fileName);
      setDone({ name: fileName, url, changedCells: filled.changedCells, grownRows: filled.grownRows });
    });
  }

  function exportChanges(): void {
    void run(texts.busy.exporting, async signal => {
      const sheet = { name: texts.export.changesSheet, ...changeRows(lines, campaign.fileName, texts) };
      const list = await workbooks.ask({ do: 'workspace:worker:list', sheet }, signal);
      download(list, exportFileName(campaign.fileName, texts.export.suffix.changes, 'xlsx'));
    });
  }

  /** Of what stands in no cell. */
  function exportList(suffix: string, make: (all: readonly Item[], today: string) => Uint8Array): void {
    void run(texts.busy.exporting, async () => {
      await filling.flush();
      download(make(session.items, localDay(new Date())), exportFileName(campaign.fileName, suffix, 'xlsx'));
    });
  }

  return (
    <ExportView
      choices={choices}
      onChoices={next => {
        setChoices(next);
        setDone(null);
      }}
      columns={columns}
      noCopy={noCopy}
      findings={findings}
      changes={lines}
      fileName={fileName}
      proposals={
        <ProposedScores
          lines={proposals.map(({ item, proposed, reason }) => ({
            key: item.entity,
            code: item.indicator.code,
            href: campaignLink(campaign.id, 'items', item.entity),
            current: item.answers.selfScore.text,
            proposed: formatPoints(proposed),
            reason,
          }))}
          onWrite={withReasons => void filling.set(proposalChanges(proposals, withReasons, grids))}
        />
      }
      lists={
        <ListExports
          evidence={evidence}
          findings={found}
          disabled={busy !== null}
          onCatalogue={() => exportList(texts.entries.export.catalogueSuffix, catalogueWorkbook)}
          onFindings={() =>
            exportList(texts.entries.export.findingsSuffix, (all, today) =>
              findingWorkbook(allFindings(all, today), today),
            )
          }
        />
      }
      busy={busy}
      failure={failure}
      done={done}
      blocked={save.state === 'failed'}
      itemLink={item => campaignLink(campaign.id, 'items', item.entity)}
      changeLink={line => (line.cell ? campaignLink(campaign.id, 'table', cellPlace(line.sheet, line.cell)) : null)}
      onExport={exportWorkbook}
      onExportChanges={exportChanges}
    />
  );
}

/** The columns that wait to be appended are chosen already; which workbook to hand in is for the person to say. */
function firstChoices(
  columns: readonly { role: AppendableRole; present: boolean; filled: number }[],
  canCopy: boolean,
): ExportChoices {
  const waiting = columns.filter(column => !column.present && column.filled > 0).map(column => column.role);
  return { kind: 'original', roles: canCopy && waiting.length > 0 ? waiting : USUAL_ROLES, growRows: true };
}
