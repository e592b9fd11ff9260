import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { printedCode } from '../../lib/model/page-table';
import { useTexts } from '../texts/texts-context';
import { fillable, type PageGroup, type PageRow } from './page-row';
import { useRoleName } from './role-name';

interface RowPreviewProps {
  group: PageGroup;
  onFill: (rows: readonly PageRow[]) => void;
  onCancel: () => void;
}

/** Every value before it goes to the page, each to be left out. */
export function RowPreview({ group, onFill, onCancel }: RowPreviewProps) {
  const words = useTexts().page.fields;
  const roleName = useRoleName();
  const rows = group.rows.filter(fillable);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter(({ key }) => !left.has(key));
  const toggle = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  return (
    <Modal
      open
      title={words.previewTitle(printedCode(group.code))}
      okText={words.fillAll(chosen.length)}
      okButtonProps={{ disabled: chosen.length === 0 }}
      onOk={() => onFill(chosen)}
      onCancel={onCancel}
      data-testid="row-preview"
    >
      <p className="quiet">{words.previewHint}</p>
      <ul className="row-preview">
        {rows.map(row => (
          <li key={row.key}>
            <Checkbox checked={!left.has(row.key)} onChange={() => toggle(row.key)}>
              {row.role && roleName(row.role)}
            </Checkbox>
            <dl className="page-values">
              <div>
                <dt>{words.previewNow}</dt>
                <dd className={row.field.value === '' ? 'quiet' : ''}>{row.field.value || words.nothing}</dd>
              </div>
              <div>
                <dt>{words.previewNext}</dt>
                <dd>{row.held}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
