import { CalendarOutlined, DownloadOutlined } from '@ant-design/icons';
import { Button, Radio } from 'antd';
import { type ReactNode, useId, useMemo, useState } from 'react';
import type { Checkpoint, Directory, Workload } from '../../lib/model/people';
import { useTexts } from '../texts/texts-context';
import { AddForms } from './add-forms';
import { AssignBar } from './assign-bar';
import type { AssignedRow, AssignmentRole } from './assigned-row';
import { AssignmentTable } from './assignment-table';
import { CheckpointList } from './checkpoint-list';
import { LoadList } from './load-list';
import { type RowFilter, rowsFor } from './row-filter';

export interface PeopleActions {
  onAssign: (entities: readonly string[], given: Partial<Record<AssignmentRole, string>>) => void;
  onAssignMeasure: (entity: string, measure: number, role: AssignmentRole, name: string) => void;
  onAddDepartment: (name: string) => void;
  onAddPerson: (name: string, department: string) => void;
  onRename: (kind: 'department' | 'person', from: string, to: string) => void;
  onRemove: (kind: 'department' | 'person', name: string) => void;
  onAddCheckpoint: (date: string, name: string) => void;
  onRemoveCheckpoint: (checkpoint: Checkpoint) => void;
  onBreakdown: () => void;
  onCalendar: () => void;
}

interface PeopleViewProps extends PeopleActions {
  rows: readonly AssignedRow[];
  directory: Directory;
  workload: Workload;
  /** Who uses this PC; null where nobody said. */
  who: { name: string; department: string } | null;
  settingsLink: string;
  linkTo: (entity: string) => string;
  busy: ReactNode;
  failure: ReactNode;
  notice: ReactNode;
  reminders: ReactNode;
}

/** Who does what: departments and people on the left, the indicators they have on the right. */
export function PeopleView(props: PeopleViewProps) {
  const { rows, directory, workload, who, settingsLink, linkTo, busy, failure, notice, reminders } = props;
  const texts = useTexts().people;
  const id = useId();
  const [filter, setFilter] = useState<RowFilter>({ by: 'all' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => rowsFor(rows, filter, who), [rows, filter, who]);
  const picked = shown.filter(row => selected.has(row.item.entity)).map(row => row.item.entity);
  const lists = { departments: `${id}-departments`, people: `${id}-people` };
  const choose = (next: RowFilter) => {
    setFilter(next);
    setSelected(new Set());
  };
  const overdue = rows.filter(row => row.due === 'overdue').length;
  const named = filter.by === 'department' || filter.by === 'person' ? filter.name : null;

  return (
    <div className="people">
      <datalist id={lists.departments}>
        {directory.departments.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <datalist id={lists.people}>
        {directory.people.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <aside className="people-side">
        <section aria-labelledby={`${id}-d`}>
          <h2 id={`${id}-d`}>{texts.departments}</h2>
          {directory.departments.length + directory.people.length === 0 && <p className="quiet">{texts.listEmpty}</p>}
          <LoadList
            label={texts.departments}
            loads={workload.departments}
            current={filter.by === 'department' ? filter.name : null}
            onShow={name => choose(named === name ? { by: 'all' } : { by: 'department', name })}
            onRename={(from, to) => props.onRename('department', from, to)}
            onRemove={name => props.onRemove('department', name)}
          />
          {directory.people.length > 0 && <h2 id={`${id}-p`}>{texts.people}</h2>}
          <LoadList
            label={texts.people}
            loads={workload.people}
            current={filter.by === 'person' ? filter.name : null}
            onShow={name => choose(named === name ? { by: 'all' } : { by: 'person', name })}
            onRename={(from, to) => props.onRename('person', from, to)}
            onRemove={name => props.onRemove('person', name)}
          />
          <AddForms
            departmentList={lists.departments}
            onAddDepartment={props.onAddDepartment}
            onAddPerson={props.onAddPerson}
          />
        </section>
        <section aria-labelledby={`${id}-c`}>
          <h2 id={`${id}-c`}>{texts.checkpoints}</h2>
          <CheckpointList
            checkpoints={directory.checkpoints}
            onAdd={props.onAddCheckpoint}
            onRemove={props.onRemoveCheckpoint}
          />
        </section>
        <section aria-labelledby={`${id}-r`}>
          <h2 id={`${id}-r`}>{texts.reminders}</h2>
          {reminders}
        </section>
      </aside>
      <section className="people-main" aria-labelledby={`${id}-title`}>
        <header className="people-head">
          <h1 id={`${id}-title`}>{texts.title}</h1>
          <Button
            icon={<DownloadOutlined />}
            onClick={props.onBreakdown}
            disabled={rows.length === 0 || Boolean(busy)}
            data-testid="export-breakdown"
          >
            {texts.breakdown}
          </Button>
          <Button
            icon={<CalendarOutlined />}
            onClick={props.onCalendar}
            disabled={rows.length === 0}
            data-testid="export-calendar"
          >
            {texts.calendar}
          </Button>
        </header>
        <p className="quiet">
          {texts.intro}{' '}
          {who ? (
            texts.me(who.department ? `${who.name}（${who.department}）` : who.name)
          ) : (
            <>
              {texts.meUnknown} <a href={settingsLink}>{texts.meSet}</a>
            </>
          )}
        </p>
        {failure}
        {busy}
        {notice}
        <div className="people-tools">
          <Radio.Group
            aria-label={texts.filter}
            size="small"
            optionType="button"
            value={named === null ? filter.by : 'named'}
            onChange={event => choose({ by: event.target.value as 'all' | 'unassigned' | 'overdue' | 'mine' })}
            options={[
              { value: 'all', label: `${texts.all} ${rows.length}` },
              { value: 'unassigned', label: `${texts.unassigned} ${workload.unassigned}` },
              { value: 'overdue', label: `${texts.overdue} ${overdue}` },
              { value: 'mine', label: texts.mine, disabled: who === null },
              ...(named === null ? [] : [{ value: 'named', label: texts.showing(named, shown.length) }]),
            ]}
          />
          {picked.length > 0 && (
            <AssignBar
              count={picked.length}
              lists={lists}
              onAssign={(department, responsiblePerson) => {
                props.onAssign(picked, {
                  ...(department === '' ? {} : { department }),
                  ...(responsiblePerson === '' ? {} : { responsiblePerson }),
                });
                setSelected(new Set());
              }}
            />
          )}
        </div>
        {rows.length === 0 ? (
          <p className="people-empty">{texts.noItems}</p>
        ) : shown.length === 0 ? (
          <p className="people-empty">
            {texts.nobodyHere}{' '}
            <Button type="link" size="small" onClick={() => choose({ by: 'all' })}>
              {texts.clearFilter}
            </Button>
          </p>
        ) : (
          <AssignmentTable
            rows={shown}
            selected={selected}
            lists={lists}
            linkTo={linkTo}
            onSelect={setSelected}
            onAssign={(entity, role, name) => props.onAssign([entity], { [role]: name })}
            onAssignMeasure={props.onAssignMeasure}
          />
        )}
      </section>
    </div>
  );
}
