import { Segmented } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { BusyLine } from '../../components/feedback/busy-line';
import { FailureNotice } from '../../components/feedback/failure-notice';
import { ItemHints } from '../../components/hints/item-hints';
import { BrokenBindings } from '../../components/page/broken-bindings';
import { CopyGuide } from '../../components/page/copy-guide';
import { CorrectForm } from '../../components/page/correct-form';
import { FieldList } from '../../components/page/field-list';
import type { PageGroup, PageRow, RowActions } from '../../components/page/page-row';
import { RowPreview } from '../../components/page/row-preview';
import { useTexts } from '../../components/texts/texts-context';
import { type AppError, toAppError } from '../../lib/model/app-error';
import type { Item } from '../../lib/model/item';
import type { PageGuide } from '../../lib/model/page-guide';
import { isPageRole, type PageRole } from '../../lib/model/page-table';
import { pageCode } from '../../lib/tasks/page-guide';
import { pageValue, takeFromPage } from '../../lib/tasks/page-values';
import type { CampaignSession } from '../workspace/campaign-session';
import { actorName } from '../workspace/preferences';
import { useServices } from '../workspace/services';
import { useHintActions } from '../workspace/use-hint-actions';
import { useHints, useItems } from '../workspace/use-session';
import { pageGroups } from './page-groups';
import { SitePanel } from './site-panel';
import { useTab } from './use-tab';
import { splitKey, type TabFields, useTabLink } from './use-tab-link';

/** One campaign beside the page that is open. */
export function CampaignPanel({ session }: { session: CampaignSession }) {
  const texts = useTexts();
  const tab = useTab();
  const fields = useTabLink(tab?.id ?? null);
  const [guide, setGuide] = useState<PageGuide | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [view, setView] = useState<'page' | 'guide' | null>(null);
  useEffect(() => {
    session.pageGuide?.then(setGuide, thrown => setError(toAppError(thrown)));
  }, [session]);
  const isOn = fields.frames.length > 0;
  // Beside a page that cannot be reached the guide is what helps, until the person chooses otherwise.
  const shown = view ?? (isOn ? 'page' : 'guide');
  if (error) return <FailureNotice error={error} />;
  if (!guide) return <BusyLine label={texts.app.loading} />;
  return (
    <>
      <SitePanel
        tab={tab}
        isOn={isOn}
        foreign={fields.frames.flatMap(({ foreign }) => foreign)}
        onError={thrown => setError(toAppError(thrown))}
      />
      <nav className="panel-views" aria-label={texts.page.views}>
        <Segmented<'page' | 'guide'>
          block
          value={shown}
          onChange={setView}
          options={[
            { value: 'page', label: texts.page.onPage },
            { value: 'guide', label: texts.page.guide },
          ]}
        />
      </nav>
      <main id="main" className="panel-main" tabIndex={-1}>
        {shown === 'page' ? (
          <PageFields session={session} guide={guide} tab={fields} onError={thrown => setError(toAppError(thrown))} />
        ) : (
          <Guide session={session} guide={guide} />
        )}
      </main>
    </>
  );
}

interface Opened {
  session: CampaignSession;
  guide: PageGuide;
}

function Guide({ session, guide }: Opened) {
  const items = useItems(session);
  const { tables } = session.workbook.recognition;
  return (
    <CopyGuide
      items={items}
      heldBy={(item, role) => pageValue(guide, session.filling.state, pageCode(tables, item), role)}
    />
  );
}

function PageFields({ session, guide, tab, onError }: Opened & { tab: TabFields; onError: (thrown: unknown) => void }) {
  const { store, who } = useServices();
  const items = useItems(session);
  const reading = useHints(session);
  const hintActions = useHintActions(session, null);
  const [correcting, setCorrecting] = useState<PageRow | null>(null);
  const [preview, setPreview] = useState<PageGroup | null>(null);
  const { tables } = session.workbook.recognition;
  const byCode = useMemo(() => new Map(items.map(item => [pageCode(tables, item), item])), [items, tables]);
  const { groups, unknown } = pageGroups({
    tab,
    guide,
    itemOf: code => byCode.get(code) ?? null,
    heldBy: (code, role) => (isPageRole(role) ? pageValue(guide, session.filling.state, code, role) : null),
  });
  const rows = [...groups.flatMap(group => group.rows), ...(unknown ? [unknown] : [])];
  const inUse = groups.find(group => group.rows.some(row => row.isInUse))?.item.entity ?? null;
  useEffect(() => session.hints.look(inUse), [session, inUse]);

  const { wish, wishSeen } = tab;
  const wished = wish && rows.find(({ key }) => key === wish.key);
  useEffect(() => {
    if (!wish || !wished) return;
    if (wish.wish === 'correct') setCorrecting(wished);
    wishSeen();
  }, [wish, wished, wishSeen]);

  function take(row: PageRow): void {
    const { code, value } = row.field;
    const { frame } = splitKey(row.key);
    const page = tab.frames.find(one => one.frame === frame)?.address;
    if (code === null || row.role === null || page === undefined) return;
    const taking = { code, role: row.role, text: value, actor: actorName(who), page };
    takeFromPage(guide, store.journal(session.campaign.id), taking).then(
      ops => tab.report(row.key, { is: ops.length > 0 ? 'taken' : 'sameAlready' }),
      onError,
    );
  }

  function assign(row: PageRow, code: string | null, role: PageRole | null): void {
    const { frame, field } = splitKey(row.key);
    tab.send(frame, { do: 'panel:overlay:assign', field, code, role });
    setCorrecting(null);
  }

  const actions: RowActions = {
    onJump: ({ key }) => {
      const { frame, field } = splitKey(key);
      tab.send(frame, { do: 'panel:overlay:show', field });
    },
    onFill: filled => tab.fill(filled.map(({ key, held }) => ({ key, value: held ?? '' }))),
    onTake: take,
    onCorrect: setCorrecting,
    onConfirm: row => assign(row, row.field.code, row.role),
  };
  const hintsOf = ({ item }: { item: Item }) => (
    <ItemHints hints={reading.byItem.get(item.entity) ?? []} actions={hintActions} />
  );
  return (
    <>
      <BrokenBindings broken={tab.frames.flatMap(({ broken }) => broken)} />
      <FieldList groups={groups} unknown={unknown} actions={actions} onPreview={setPreview} hintsOf={hintsOf} />
      {correcting && (
        <CorrectForm
          key={correcting.key}
          row={correcting}
          indicators={guide.table.indicators}
          onSave={(code, role) => assign(correcting, code, role)}
          onCancel={() => setCorrecting(null)}
        />
      )}
      {preview && (
        <RowPreview
          group={preview}
          onFill={chosen => {
            actions.onFill(chosen);
            setPreview(null);
          }}
          onCancel={() => setPreview(null)}
        />
      )}
    </>
  );
}
