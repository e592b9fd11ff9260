/** One file or folder, as a listing shows it. */
export interface Listed {
  /** The last part of its name. */
  name: string;
  isFolder: boolean;
  /** Bytes; null where the target does not say. */
  size: number | null;
}

export interface TargetCall {
  signal?: AbortSignal | undefined;
}

/**
 * A place where files can be left and found: package, shared folder, WebDAV. Names are relative, with '/'. Nothing more is
 * asked of it: no locks, no conditional writes, no order. Whatever fails throws an AppError that says it in words.
 */
export interface Target {
  readonly kind: 'memory' | 'package' | 'folder' | 'webdav';
  /** What stands in one folder, not in those below. [] where there is no such folder; '' is the root, which must exist. */
  list(folder: string, call?: TargetCall): Promise<Listed[]>;
  /** null where there is no such file. What comes may be torn or stale: callers check the hash. */
  get(name: string, call?: TargetCall): Promise<Uint8Array | null>;
  /** Makes the folders it needs and replaces what stands there. `whole`: never visible in part, where the target can. */
  put(name: string, bytes: Uint8Array, call?: TargetCall & { whole?: boolean }): Promise<void>;
  /** No error where it is not there. Only ever asked for files that this PC wrote itself. */
  remove(name: string, call?: TargetCall): Promise<void>;
}
