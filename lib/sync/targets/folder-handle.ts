/** What we use of the browser's FileSystemDirectoryHandle: shared folders, OPFS, and stand-ins in tests. */
export interface FolderHandle {
  readonly kind: 'directory';
  readonly name: string;
  getDirectoryHandle(name: string, options?: { create?: boolean }): Promise<FolderHandle>;
  getFileHandle(name: string, options?: { create?: boolean }): Promise<FileHandle>;
  removeEntry(name: string): Promise<void>;
  values(): AsyncIterable<FolderHandle | FileHandle>;
}

export interface FileHandle {
  readonly kind: 'file';
  readonly name: string;
  getFile(): Promise<Blob>;
  createWritable(): Promise<FileWriter>;
}

export interface FileWriter {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Only now the file changes, as a whole. */
  close(): Promise<void>;
  abort(): Promise<void>;
}
