import { zipSync } from 'fflate';
import { download } from './download';

export interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

interface Picker {
  showDirectoryPicker(options: { mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

/** Chromium since 86, and not where the administrator has switched it off. */
export const canSaveToFolder = (): boolean => 'showDirectoryPicker' in window;

/** null where the person chose no folder after all. Asked first: the question needs the click, and work takes longer. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await (window as unknown as Picker).showDirectoryPicker({ mode: 'readwrite' });
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return null;
    throw thrown;
  }
}

export async function saveToFolder(folder: FileSystemDirectoryHandle, files: readonly NamedFile[]): Promise<void> {
  for (const { name, bytes } of files) {
    const handle = await folder.getFileHandle(name, { create: true });
    const stream = await handle.createWritable();
    await stream.write(bytes as Uint8Array<ArrayBuffer>);
    await stream.close();
  }
}

/** Workbooks are compressed already: they are stored as they are. */
export function downloadZip(files: readonly NamedFile[], name: string): void {
  const zip = zipSync(Object.fromEntries(files.map(file => [file.name, file.bytes])), { level: 0 });
  download(zip, name, 'application/zip');
}
