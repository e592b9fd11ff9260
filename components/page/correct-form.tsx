import { Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { PAGE_ROLES, type PageIndicator, type PageRole, printedCode } from '../../lib/model/page-table';
import { useTexts } from '../texts/texts-context';
import type { PageRow } from './page-row';
import { useRoleName } from './role-name';

interface CorrectFormProps {
  row: PageRow;
  indicators: readonly PageIndicator[];
  /** Both null: it is no field of the table. */
  onSave: (code: string | null, role: PageRole | null) => void;
  onCancel: () => void;
}

const NONE = '';

/** "This field is …": which indicator, which column. */
export function CorrectForm({ row, indicators, onSave, onCancel }: CorrectFormProps) {
  const texts = useTexts();
  const words = texts.page.correct;
  const roleName = useRoleName();
  const id = useId();
  const [code, setCode] = useState(row.field.code ?? indicators[0]?.code ?? NONE);
  const [role, setRole] = useState<PageRole>(row.role ?? 'completion');
  return (
    <Modal
      open
      title={words.title}
      okText={words.save}
      onOk={() => (code === NONE ? onSave(null, null) : onSave(code, role))}
      onCancel={onCancel}
    >
      <div className="correct-form" data-testid="correct-form">
        <p>{words.field(row.field.label || words.unnamed)}</p>
        <label htmlFor={`${id}-item`}>{words.item}</label>
        <Select
          id={`${id}-item`}
          showSearch={{ optionFilterProp: 'label' }}
          value={code}
          onChange={setCode}
          options={[
            { value: NONE, label: words.none },
            ...indicators.map(one => ({ value: one.code, label: `${printedCode(one.code)} ${one.text}` })),
          ]}
        />
        {code !== NONE && (
          <>
            <label htmlFor={`${id}-role`}>{words.role}</label>
            <Select
              id={`${id}-role`}
              value={role}
              onChange={setRole}
              options={PAGE_ROLES.map(one => ({ value: one, label: roleName(one) }))}
            />
          </>
        )}
        <p className="quiet">{words.hint}</p>
      </div>
    </Modal>
  );
}
