import { FileAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';

const WORKBOOKS = ['xlsx', 'xlsm', 'xls', 'et'];

interface FileDropProps {
  label: string;
  /** Given where a whole folder may be chosen as well. */
  folderLabel?: string;
  /** Packages (.zip) as well. */
  packages?: boolean;
  onFiles: (files: File[]) => void;
  testId: string;
}

/** Several files at once, by dropping or choosing; dropped folders are looked through. */
export function FileDrop({ label, folderLabel, packages = false, onFiles, testId }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const kinds = packages ? [...WORKBOOKS, 'zip'] : WORKBOOKS;
  const chosen = (files: FileList | null) => onFiles([...(files ?? [])].filter(file => isWanted(file, kinds)));

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer).then(files => onFiles(files.filter(file => isWanted(file, kinds))));
  }

  return (
    <div className="file-drop">
      <button
        type="button"
        className={`workbook-drop-button${over ? ' is-over' : ''}`}
        onClick={() => input.current?.click()}
        onDragOver={event => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileAddOutlined className="workbook-drop-icon" aria-hidden />
        <span className="workbook-drop-title">{label}</span>
      </button>
      <input
        ref={input}
        type="file"
        accept={kinds.map(kind => `.${kind}`).join(',')}
        multiple
        hidden
        aria-label={label}
        data-testid={testId}
        onChange={event => {
          chosen(event.target.files);
          event.target.value = '';
        }}
      />
      {folderLabel && (
        <>
          <Button onClick={() => folder.current?.click()}>{folderLabel}</Button>
          <input
            ref={folder}
            type="file"
            hidden
            aria-label={folderLabel}
            data-testid={`${testId}-folder`}
            {...{ webkitdirectory: '' }}
            onChange={event => {
              chosen(event.target.files);
              event.target.value = '';
            }}
          />
        </>
      )}
    </div>
  );
}

/** Lock files of office programs (~$…) come along with every folder. */
function isWanted({ name }: File, kinds: readonly string[]): boolean {
  return kinds.includes(name.replace(/^.*\./, '').toLowerCase()) && !/^(?:~\$|\.)/.test(name);
}

async function droppedFiles({ items, files }: DataTransfer): Promise<File[]> {
  const entries = [...items].map(item => item.webkitGetAsEntry?.() ?? null);
  const plain = [...files];
  if (!entries.some(entry => entry?.isDirectory)) return plain;
  return (await Promise.all(entries.map(entry => (entry ? filesIn(entry) : [])))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: File[] = [];
  // A reader gives at most a hundred at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    for (const child of some) all.push(...(await filesIn(child)));
  }
}
