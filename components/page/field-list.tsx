import { Button, Empty } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { printedCode } from '../../lib/model/page-table';
import { formatPoints } from '../../lib/model/points';
import { useTexts } from '../texts/texts-context';
import { FieldRow } from './field-row';
import { fillable, type PageGroup, type PageRow, type RowActions } from './page-row';

interface FieldListProps {
  groups: readonly PageGroup[];
  /** The field in use, where it belongs to no indicator. */
  unknown: PageRow | null;
  actions: RowActions;
  onPreview: (group: PageGroup) => void;
  /** The hints of the item in use. */
  hintsOf: (group: PageGroup) => ReactNode;
}

/** The page's fields by indicator, in the page's order; the item in use is open with its hints. */
export function FieldList({ groups, unknown, actions, onPreview, hintsOf }: FieldListProps) {
  const words = useTexts().page.fields;
  const rows = groups.flatMap(group => group.rows);
  if (rows.length === 0 && !unknown) {
    return (
      <Empty className="page-none" image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none}>
        <p className="quiet">{words.noneHint}</p>
      </Empty>
    );
  }
  const done = rows.filter(({ state }) => state === 'done').length;
  return (
    <div className="page-fields">
      <p className="quiet" role="status" data-testid="page-summary">
        {words.summary(done, rows.length)}
      </p>
      {unknown && (
        <ul className="page-group is-in-use">
          <FieldRow row={unknown} actions={actions} />
        </ul>
      )}
      {groups.map(group => (
        <Group key={group.code} group={group} actions={actions} onPreview={onPreview} hintsOf={hintsOf} />
      ))}
    </div>
  );
}

type GroupProps = Pick<FieldListProps, 'actions' | 'onPreview' | 'hintsOf'> & { group: PageGroup };

function Group({ group, actions, onPreview, hintsOf }: GroupProps) {
  const texts = useTexts();
  const { item, code, rows } = group;
  const isInUse = rows.some(row => row.isInUse);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isInUse) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isInUse]);
  const count = rows.filter(fillable).length;
  return (
    <section ref={box} className={`page-group${isInUse ? ' is-in-use' : ''}`} data-testid="page-group" data-code={code}>
      <h2>
        <span className="item-code">{printedCode(code)}</span> {item.indicator.content}
      </h2>
      <p className="quiet">
        {item.weight === null ? texts.item.noWeight : texts.item.weight(formatPoints(item.weight))}
      </p>
      <ul>
        {rows.map(row => (
          <FieldRow key={row.key} row={row} actions={actions} />
        ))}
      </ul>
      {count > 1 && (
        <Button size="small" onClick={() => onPreview(group)} data-testid="fill-row">
          {texts.page.fields.fillRow(count)}
        </Button>
      )}
      {isInUse && hintsOf(group)}
    </section>
  );
}
