import { Button } from 'antd';
import { useTexts } from '../texts/texts-context';

export interface StorageState {
  persisted: boolean;
  /** Bytes; null where the browser does not say. */
  usage: number | null;
  quota: number | null;
  isLow: boolean;
}

interface StorageNoteProps {
  storage: StorageState | null;
  /** The browser has been asked and has refused. */
  refused: boolean;
  onRequest: () => void;
}

export function StorageNote({ storage, refused, onRequest }: StorageNoteProps) {
  const texts = useTexts();
  if (!storage) return null;
  const { persisted, usage, quota, isLow } = storage;
  return (
    <div className="storage-note" data-testid="storage">
      <p>{usage === null || quota === null ? texts.storage.unknown : texts.storage.usage(size(usage), size(quota))}</p>
      <p className="quiet">
        {persisted ? texts.storage.persisted : refused ? texts.storage.refused : texts.storage.notPersisted}
      </p>
      {isLow && <p className="storage-low">{texts.storage.low}</p>}
      {!persisted && !refused && (
        <Button size="small" onClick={onRequest}>
          {texts.storage.request}
        </Button>
      )}
    </div>
  );
}

function size(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return `${value.toFixed(value < 10 && power > 0 ? 1 : 0)} ${units[power]}`;
}
