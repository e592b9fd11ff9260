import { CloseOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Load } from '../../lib/model/people';
import { useTexts } from '../texts/texts-context';

interface LoadListProps {
  label: string;
  loads: readonly Load[];
  current: string | null;
  onShow: (name: string) => void;
  onRename: (from: string, to: string) => void;
  onRemove: (name: string) => void;
}

/** Departments or people with what they have; a click shows their items. */
export function LoadList({ label, loads, current, onShow, onRename, onRemove }: LoadListProps) {
  const texts = useTexts().people;
  const [renaming, setRenaming] = useState<string | null>(null);
  return (
    <ul className="load-list" aria-label={label}>
      {loads.map(load => (
        <li key={load.name} className="load" data-testid="load" data-name={load.name}>
          {renaming === load.name ? (
            <RenameField
              name={load.name}
              onDone={to => {
                setRenaming(null);
                if (to !== null && to !== load.name) onRename(load.name, to);
              }}
            />
          ) : (
            <>
              <button
                type="button"
                className="load-name"
                aria-pressed={current === load.name}
                onClick={() => onShow(load.name)}
              >
                <span className="load-title">
                  {load.name}
                  {load.department !== '' && <span className="quiet"> {load.department}</span>}
                </span>
                <span className="load-count">
                  {texts.load(load.items, load.filled)}
                  {load.overdue > 0 && <span className="load-overdue"> {texts.loadOverdue(load.overdue)}</span>}
                </span>
              </button>
              <Button
                type="text"
                size="small"
                icon={<EditOutlined />}
                aria-label={`${texts.rename} ${load.name}`}
                title={texts.rename}
                onClick={() => setRenaming(load.name)}
              />
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={texts.remove(load.name)}
                title={load.items > 0 ? texts.removeInUse : texts.remove(load.name)}
                disabled={load.items > 0 || !load.listed}
                onClick={() => onRemove(load.name)}
              />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function RenameField({ name, onDone }: { name: string; onDone: (to: string | null) => void }) {
  const texts = useTexts().people;
  const [draft, setDraft] = useState(name);
  const commit = () => onDone(draft.trim() === '' ? null : draft.trim());
  return (
    <Input
      autoFocus
      size="small"
      aria-label={texts.renameTo(name)}
      value={draft}
      maxLength={60}
      onChange={event => setDraft(event.target.value)}
      onBlur={commit}
      onPressEnter={commit}
      onKeyDown={event => {
        if (event.key === 'Escape') onDone(null);
      }}
    />
  );
}
