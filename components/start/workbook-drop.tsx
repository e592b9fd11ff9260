import { FileAddOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTexts } from '../texts/texts-context';

const ACCEPTED = '.xlsx,.xlsm,.xls,.et';

interface WorkbookDropProps {
  onFile: (file: File, more: number) => void;
  /** Shown instead of the invitation while a file is being opened. */
  busy: ReactNode;
}

/** Drop a workbook or choose one: the frame is one button, and the whole page takes a dropped file. */
export function WorkbookDrop({ onFile, busy }: WorkbookDropProps) {
  const texts = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const open = useRef(onFile);
  open.current = onFile;

  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    // Anywhere on the page will do: whoever misses the frame by an inch must not lose the page to the file.
    window.addEventListener('dragover', () => setOver(true), { signal });
    window.addEventListener('dragleave', event => setOver(event.relatedTarget !== null), { signal });
    window.addEventListener(
      'drop',
      event => {
        setOver(false);
        take(event.dataTransfer?.files, open.current);
      },
      { signal },
    );
    return () => ended.abort();
  }, []);

  return (
    <div className={`workbook-drop${over ? ' is-over' : ''}`}>
      <button
        type="button"
        className="workbook-drop-button"
        onClick={() => input.current?.click()}
        disabled={Boolean(busy)}
      >
        <FileAddOutlined className="workbook-drop-icon" aria-hidden />
        <span className="workbook-drop-title">{over ? texts.start.dropNow : texts.start.dropTitle}</span>
        <span className="quiet">{texts.start.dropHint}</span>
      </button>
      {busy}
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        hidden
        aria-label={texts.start.choose}
        data-testid="workbook-file"
        onChange={event => {
          take(event.target.files, onFile);
          event.target.value = '';
        }}
      />
    </div>
  );
}

function take(files: FileList | null | undefined, onFile: WorkbookDropProps['onFile']): void {
  const file = files?.[0];
  if (file) onFile(file, (files?.length ?? 1) - 1);
}
