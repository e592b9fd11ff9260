import { DownloadOutlined } from '@ant-design/icons';
import { Button, Checkbox, Empty, Radio, Select } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { daysUntil } from '../../lib/model/calendar-day';
import { Headings } from '../frame/headings';
import { useTexts } from '../texts/texts-context';
import { type FindingFilter, type FindingRow, matchesFilter } from './finding-row';

interface FindingsViewProps {
  /** Open ones first. */
  rows: readonly FindingRow[];
  /** ISO day. */
  today: string;
  onClose: (entity: string, day: string) => void;
  onExport: () => void;
  busy: ReactNode;
}

const FILTERS: readonly FindingFilter[] = ['open', 'overdue', 'closed', 'all'];
const ALL = '*';
/** Drawn at first. */
const WINDOW = 100;

/** 问题整改清单: the findings of all items, what is overdue on top, each closed in place. */
export function FindingsView({ rows, today, onClose, onExport, busy }: FindingsViewProps) {
  const words = useTexts().entries.overview;
  const [filter, setFilter] = useState<FindingFilter>('open');
  const [department, setDepartment] = useState<string | null>(null);
  const [window, setWindow] = useState(WINDOW);
  const departments = useMemo(() => [...new Set(rows.map(row => row.department))].sort(), [rows]);
  const own = department === null ? rows : rows.filter(row => row.department === department);
  const shown = own.filter(row => matchesFilter(row, filter));
  const countOf = (name: FindingFilter): number => own.filter(row => matchesFilter(row, name)).length;
  if (rows.length === 0) {
    return (
      <Empty
        description={
          <>
            <strong>{words.none}</strong>
            <br />
            {words.noneHint}
          </>
        }
      />
    );
  }
  return (
    <section aria-label={words.title} data-testid="findings">
      <div className="findings-tools">
        <Radio.Group
          aria-label={words.filter}
          size="small"
          optionType="button"
          value={filter}
          onChange={event => setFilter(event.target.value as FindingFilter)}
          options={FILTERS.map(value => ({ value, label: `${words.filters[value]} ${countOf(value)}` }))}
        />
        {departments.length > 1 && (
          <Select
            size="small"
            aria-label={words.department}
            value={department ?? ALL}
            onChange={value => setDepartment(value === ALL ? null : value)}
            options={[
              { value: ALL, label: words.allDepartments },
              ...departments.map(value => ({ value, label: value || words.noDepartment })),
            ]}
          />
        )}
        <Button icon={<DownloadOutlined />} onClick={onExport} disabled={Boolean(busy)} data-testid="export-findings">
          {words.export}
        </Button>
      </div>
      {busy}
      {shown.length === 0 ? (
        <p className="quiet">
          {words.noneShown}{' '}
          <Button
            type="link"
            size="small"
            onClick={() => {
              setFilter('all');
              setDepartment(null);
            }}
          >
            {words.showAll}
          </Button>
        </p>
      ) : (
        <table className="findings-table">
          <Headings of={words.headings} />
          <tbody>
            {shown.slice(0, window).map(row => (
              <Row key={row.entity} row={row} today={today} onClose={onClose} />
            ))}
          </tbody>
        </table>
      )}
      {shown.length > window && (
        <Button type="link" onClick={() => setWindow(window + WINDOW)}>
          {words.more(shown.length - window)}
        </Button>
      )}
    </section>
  );
}

function Row({ row, today, onClose }: { row: FindingRow } & Pick<FindingsViewProps, 'today' | 'onClose'>) {
  const texts = useTexts().entries;
  const words = texts.overview;
  const { code, content, text, rectification, deadline, responsiblePerson, closed, state, href } = row;
  return (
    <tr className={state === 'closed' ? 'is-closed' : undefined} data-testid="finding" data-state={state}>
      <th scope="row" className="finding-item">
        <a className="inline-link" href={href}>
          {code}
        </a>
        <span className="quiet" title={content}>
          {content}
        </span>
      </th>
      <td>{text || texts.empty}</td>
      <td>{rectification || <span className="quiet">–</span>}</td>
      <td>
        {deadline === '' ? (
          <span className="quiet">{words.noDeadline}</span>
        ) : (
          <time dateTime={deadline}>{deadline}</time>
        )}
        {state === 'overdue' && <span className="fact is-past">{texts.overdueBy(-daysUntil(deadline, today))}</span>}
      </td>
      <td>{responsiblePerson || <span className="quiet">–</span>}</td>
      <td>
        <Checkbox
          checked={state === 'closed'}
          aria-label={words.closeOf(code, text)}
          onChange={event => onClose(row.entity, event.target.checked ? today : '')}
        >
          {state === 'closed' ? <time dateTime={closed}>{closed}</time> : texts.close}
        </Checkbox>
      </td>
    </tr>
  );
}
