import { useEffect, useState } from 'react';
import type { ApplyOutcome } from '../../components/drafting/apply-summary';
import { BorrowPanel } from '../../components/drafting/borrow-panel';
import { DraftView } from '../../components/drafting/draft-view';
import { FailureNotice } from '../../components/feedback/failure-notice';
import { UnitProfileForm } from '../../components/hints/unit-profile-form';
import { useTexts } from '../../components/texts/texts-context';
import type { Campaign } from '../../lib/model/campaign';
import type { Change } from '../../lib/model/campaign-journal';
import { fieldKey } from '../../lib/model/field-state';
import type { RecognisedTable } from '../../lib/model/table';
import type { BorrowedIndicator, DraftField, DraftRow } from '../../lib/model/table-draft';
import { noteRuleOf } from '../../lib/scoring/note-rule/read-note';
import { matchingSection } from '../../lib/tasks/drafting/borrowed-wording';
import {
  addRow,
  addRows,
  applyDraft,
  bringBackRow,
  dropDraft,
  moveRow,
  removeRow,
  restoreRows,
  valuesAfter,
  wordRow,
} from '../../lib/tasks/drafting/draft-changes';
import { shapesTable, tableValues } from '../../lib/tasks/drafting/journal-values';
import { profilePlace, readingPlace } from '../../lib/tasks/unit-profile';
import { type BorrowSource, sourceOfCampaign, sourceOfFile } from './borrow-source';
import type { CampaignSession } from './campaign-session';
import { cellPlace } from './cell-place';
import { type OpenedCampaign, openDrafted } from './open-session';
import { campaignLink } from './route';
import { useServices } from './services';
import { useBusy } from './use-busy';
import { draftDesk, useTableDraft } from './use-table-draft';
import { useUnitProfile } from './use-unit-profile';

interface DraftPageProps {
  session: CampaignSession;
  opened: OpenedCampaign;
  /** The section to begin in. */
  place: string | null;
  readAnew: () => void;
}

export function DraftPage(props: DraftPageProps) {
  const texts = useTexts();
  const { session } = props;
  const tables = session.workbook.recognition.tables.filter(
    ({ kind, sections }) => kind !== 'tasks' && sections.length > 0,
  );
  const [index, setIndex] = useState(0);
  const table = tables[index] ?? tables[0];
  if (!table) return <p className="items-none">{texts.drafting.none}</p>;
  const labels = tables.map(({ sheet, title, ordinal }) => title?.clean ?? `${sheet} ${ordinal + 1}`);
  return (
    <>
      {session.draftFailure && <FailureNotice error={session.draftFailure} />}
      <TablePage {...props} table={table} labels={labels} index={tables.indexOf(table)} onTable={setIndex} />
    </>
  );
}

interface TablePageProps extends DraftPageProps {
  table: RecognisedTable;
  labels: readonly string[];
  index: number;
  onTable: (index: number) => void;
}

function TablePage({ session, opened, place, readAnew, table, labels, index, onTable }: TablePageProps) {
  const { workbooks } = useServices();
  const texts = useTexts();
  const { filling, campaign } = session;
  const { draft, revision } = useTableDraft(session, table);
  const { busy, failure, run, fail } = useBusy();
  const [outcome, setOutcome] = useState<ApplyOutcome | null>(null);
  const [isApplied, setApplied] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const [isBorrowing, setBorrowing] = useState(false);
  const { profile, readings } = useUnitProfile(session);
  const rule = noteRuleOf(table);
  const section =
    draft.sections.find(({ code }) => code === place) ??
    draft.sections.find(({ code }) => code === rule?.section) ??
    draft.sections[0]!;
  const note =
    rule && rule.section === section.code
      ? { rule, profile, readings, cellLink: campaignLink(campaign.id, 'table', cellPlace(table.sheet, rule.cell)) }
      : null;

  const desk = () => draftDesk(session, table);
  const received = () => desk().received.sections.find(({ code }) => code === section.code)!;
  function change(changes: readonly Change[]): void {
    setOutcome(null);
    setApplied(false);
    if (changes.length > 0) void filling.set(changes);
  }

  function check(): void {
    setApplied(false);
    void run(texts.drafting.apply.checking, async () => {
      await filling.flush();
      const values = valuesAfter(tableValues(filling.state), applyDraft(desk()));
      const { drafting } = await openDrafted(opened, values, workbooks);
      setOutcome({ renumbered: drafting?.renumbered.length ?? 0, problems: drafting?.problems ?? [] });
    });
  }

  function apply(): void {
    setOutcome(null);
    try {
      const changes = applyDraft(desk());
      const rows = changes.some(({ entity, field }) => shapesTable(fieldKey(entity, field)) === 'rows');
      void filling.set(changes).then(() => {
        setApplied(true);
        // Other rows are noticed by themselves.
        if (!rows) readAnew();
      });
    } catch (thrown) {
      fail(thrown);
    }
  }

  function take(indicators: readonly BorrowedIndicator[], fields: readonly DraftField[], into: DraftRow | null): void {
    if (into) {
      const [only] = indicators;
      change(
        fields.flatMap(field => {
          const text = into.texts[field];
          return only && text && text.fixed === null
            ? [wordRow(desk(), into.id, field, only.texts[field], text.before)]
            : [];
        }),
      );
      return;
    }
    const after = section.rows[section.rows.length - 1]?.id ?? null;
    const wordings = indicators.map(({ texts: own }) => Object.fromEntries(fields.map(field => [field, own[field]])));
    change(addRows(desk(), received(), after, wordings).changes);
  }

  const currentRow = section.rows.find(({ id, removed }) => id === current && !removed) ?? null;
  const rowPlace = currentRow ? section.rows.filter(({ removed }) => !removed).indexOf(currentRow) + 1 : 0;
  return (
    <DraftView
      draft={draft}
      section={section}
      revision={revision}
      tables={labels}
      tableIndex={index}
      fixedRows={!/^xls[xm]$/.test(session.workbook.format)}
      note={note}
      profile={
        note && (
          <UnitProfileForm
            rule={note.rule}
            profile={profile}
            readings={readings}
            cellLink={note.cellLink}
            onProfile={(field, answer) =>
              void filling.set([{ ...profilePlace(field), value: answer === 'unknown' ? undefined : answer }])
            }
            onReading={(question, choice) => void filling.set([{ ...readingPlace(question), value: choice }])}
          />
        )
      }
      outcome={outcome}
      appliedLink={isApplied ? campaignLink(campaign.id, 'table') : null}
      busy={busy}
      failure={failure}
      borrow={
        isBorrowing ? (
          <Borrow
            section={section.name}
            campaign={campaign}
            current={currentRow && { row: currentRow, name: texts.drafting.row(rowPlace) }}
            canAdd={section.noNewRow === null && /^xls[xm]$/.test(session.workbook.format)}
            onTake={take}
            onClose={() => setBorrowing(false)}
          />
        ) : null
      }
      current={current}
      onBorrow={() => setBorrowing(!isBorrowing)}
      onTable={onTable}
      onSection={code => {
        window.location.hash = campaignLink(campaign.id, 'draft', code);
      }}
      onCurrent={row => setCurrent(row.id)}
      onWord={(row, field, text, group) => {
        const typed = wordRow(desk(), row.id, field, text, row.texts[field]?.before ?? null);
        if (group === undefined) change([typed]);
        else filling.type(typed, group);
      }}
      onMove={(row, by) => change(moveRow(desk(), received(), row.id, by))}
      onRemove={row => change(removeRow(desk(), row.id))}
      onBringBack={row => change(bringBackRow(desk(), row.id))}
      onAdd={after => {
        const { id, changes } = addRow(desk(), received(), after);
        change(changes);
        return id;
      }}
      onDrop={() => change(dropDraft(desk()))}
      onRestore={() => change(restoreRows(desk()))}
      onCheck={check}
      onApply={apply}
      onBack={() => setOutcome(null)}
    />
  );
}

interface BorrowProps {
  section: string;
  campaign: Campaign;
  current: { row: DraftRow; name: string } | null;
  canAdd: boolean;
  onTake: (indicators: readonly BorrowedIndicator[], fields: readonly DraftField[], into: DraftRow | null) => void;
  onClose: () => void;
}

function Borrow({ section, campaign, ...rest }: BorrowProps) {
  const { store, workbooks } = useServices();
  const words = useTexts().drafting.borrow;
  const { busy, failure, run } = useBusy();
  const [campaigns, setCampaigns] = useState<readonly Campaign[]>([]);
  const [source, setSource] = useState<BorrowSource | null>(null);
  useEffect(() => {
    const ended = new AbortController();
    store.campaigns.watch(setCampaigns, { signal: ended.signal });
    return () => ended.abort();
  }, [store]);
  const others = campaigns.filter(({ id }) => id !== campaign.id);
  return (
    <BorrowPanel
      campaigns={others}
      source={source}
      match={source && matchingSection(source.sections, section)}
      busy={busy}
      failure={failure}
      onCampaign={id =>
        void run(words.reading(others.find(one => one.id === id)?.name ?? ''), async signal => {
          const found = await sourceOfCampaign(id, { store, workbooks });
          if (!signal.aborted) setSource(found);
        })
      }
      onFile={file =>
        void run(words.reading(file.name), async signal => {
          const found = await sourceOfFile(file, { store, workbooks }, signal);
          if (!signal.aborted) setSource(found);
        })
      }
      {...rest}
    />
  );
}
