import { Checkbox, Empty, Segmented, Select } from 'antd';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { CampaignHint } from '../../lib/model/campaign-hint';
import type { Item } from '../../lib/model/item';
import { useTexts } from '../texts/texts-context';
import { sectionKey } from '../totals/campaign-totals';
import type { HintActions } from './hint-card';
import { HINT_GROUPS, type HintFilter, type HintGroup, hintGroup, matchesHint } from './hint-groups';
import { HintList } from './hint-list';

export type HintsPageView = 'list' | 'lost' | 'findings';

interface HintsViewProps {
  hints: readonly CampaignHint[];
  serious: number;
  items: readonly Item[];
  actions: HintActions;
  /** The questions of the 【说明】; null where the table has none. */
  profile: ReactNode;
  /** 失分清单 and 问题整改清单; drawn only when they are looked at. */
  lost: () => ReactNode;
  findings: () => ReactNode;
  /** Findings that are not closed. */
  openFindings: number;
  /** What is shown first. */
  first: HintsPageView;
}

const ALL = '*';
const NO_FILTER: HintFilter = { section: null, department: null, group: null };

/** All hints of a campaign, most points at stake first; and what has been lost so far. */
export function HintsView(props: HintsViewProps) {
  const { hints, serious, items, actions, profile, lost, findings, openFindings, first } = props;
  const texts = useTexts();
  const words = texts.entries.overview;
  const [view, setView] = useState(first);
  const [filter, setFilter] = useState(NO_FILTER);
  const [withDismissed, setWithDismissed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const places = useMemo(() => hintItems(items), [items]);
  const open = hints.filter(({ dismissed }) => dismissed === null);
  const dismissed = hints.length - open.length;
  const shown = (withDismissed ? hints : open).filter(one => matchesHint(one, filter, places));

  return (
    <div className={`hints-page${profile === null ? '' : ' has-side'}`}>
      <div className="hints-main">
        <header className="hints-head">
          <h1 ref={heading} tabIndex={-1}>
            {texts.hints.title}
          </h1>
          <span className="quiet" role="status">
            {texts.hints.count(open.length, serious)}
          </span>
          <Segmented<HintsPageView>
            aria-label={texts.hints.views}
            value={view}
            onChange={setView}
            options={[
              { value: 'list', label: texts.hints.list },
              { value: 'lost', label: texts.hints.lostTitle },
              {
                value: 'findings',
                label: openFindings === 0 ? words.title : `${words.title} ${openFindings}`,
              },
            ]}
          />
        </header>
        {view === 'lost' && lost()}
        {view === 'findings' && findings()}
        {view === 'list' && (
          <>
            <div className="hints-filter">
              <Filters filter={filter} onFilter={setFilter} items={items} hints={open} />
              {dismissed > 0 && (
                <Checkbox checked={withDismissed} onChange={event => setWithDismissed(event.target.checked)}>
                  {texts.hints.showDismissed(dismissed)}
                </Checkbox>
              )}
              <span className="quiet">{texts.hints.order}</span>
            </div>
            {shown.length === 0 ? (
              <NoHints items={items.length} filtered={open.length > 0} />
            ) : (
              <HintList key={JSON.stringify(filter)} hints={shown} actions={actions} heading={heading} />
            )}
          </>
        )}
      </div>
      {profile !== null && <aside className="hints-side">{profile}</aside>}
    </div>
  );
}

function NoHints({ items, filtered }: { items: number; filtered: boolean }) {
  const texts = useTexts();
  if (items === 0) return <Empty description={texts.hints.noTable} />;
  if (filtered) return <Empty description={texts.hints.emptyFiltered} />;
  return (
    <Empty
      description={
        <>
          <strong>{texts.hints.empty}</strong>
          <br />
          {texts.hints.emptyHint}
        </>
      }
    />
  );
}

interface FiltersProps {
  filter: HintFilter;
  onFilter: (filter: HintFilter) => void;
  items: readonly Item[];
  hints: readonly CampaignHint[];
}

function Filters({ filter, onFilter, items, hints }: FiltersProps) {
  const texts = useTexts();
  const sections = useMemo(() => new Map(items.map(item => [sectionKey(item), item.section.name])), [items]);
  const departments = useMemo(() => [...new Set(items.map(departmentOf))].sort(), [items]);
  const groups = new Map(
    HINT_GROUPS.map(group => [group, hints.filter(({ hint }) => hintGroup(hint) === group).length]),
  );
  const all = { value: ALL, label: texts.hints.all };
  return (
    <>
      <Select
        aria-label={texts.hints.section}
        value={filter.section ?? ALL}
        onChange={value => onFilter({ ...filter, section: value === ALL ? null : value })}
        options={[
          { ...all, label: texts.hints.allOf(texts.hints.section) },
          ...[...sections].map(([value, label]) => ({ value, label })),
        ]}
      />
      {departments.length > 1 && (
        <Select
          aria-label={texts.hints.department}
          value={filter.department ?? ALL}
          onChange={value => onFilter({ ...filter, department: value === ALL ? null : value })}
          options={[
            { ...all, label: texts.hints.allOf(texts.hints.department) },
            ...departments.map(value => ({ value, label: value || texts.hints.noDepartment })),
          ]}
        />
      )}
      <Select
        aria-label={texts.hints.kind}
        value={filter.group ?? ALL}
        onChange={value => onFilter({ ...filter, group: value === ALL ? null : (value as HintGroup) })}
        options={[
          { ...all, label: texts.hints.allOf(texts.hints.kind) },
          ...HINT_GROUPS.filter(group => groups.get(group) !== 0).map(group => ({
            value: group as string,
            label: `${texts.hints.groups[group]} ${groups.get(group)}`,
          })),
        ]}
      />
    </>
  );
}

const departmentOf = (item: Item): string => item.answers.department.text.trim();

function hintItems(items: readonly Item[]) {
  return new Map(items.map(item => [item.entity, { section: sectionKey(item), department: departmentOf(item) }]));
}
