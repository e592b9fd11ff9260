import { AppError } from '../../model/app-error';
import { randomId } from '../../model/random-id';
import type { Target, TargetCall } from '../target';
import { statusError } from './webdav-errors';
import { readListing } from './webdav-listing';
import { type WebdavAccess, webdavRequests } from './webdav-request';

const PROPERTIES =
  '<?xml version="1.0" encoding="utf-8"?>' +
  '<D:propfind xmlns:D="DAV:"><D:prop><D:resourcetype/><D:getcontentlength/></D:prop></D:propfind>';

/**
 * A folder on a WebDAV server: Apache mod_dav, Nextcloud, 坚果云, Synology, or a gateway in front of an object store. Uses PROPFIND,
 * GET, PUT, MKCOL, MOVE and DELETE, and relies on no condition, lock or ETag: servers differ too much in them.
 */
export function webdavTarget(access: WebdavAccess): Target {
  const root = rootOf(access.address);
  const { host } = new URL(root);
  const send = webdavRequests({ ...access, address: root });
  /** Folders that were made, or are being made: once, whoever asks, as rclone locks those that are underway. */
  const made = new Map<string, Promise<void>>();
  const urlOf = (name: string) => root + name.split('/').map(encodeURIComponent).join('/');
  const folderUrl = (folder: string) => (folder === '' ? root : `${urlOf(folder)}/`);

  function check(status: number, where: string): void {
    const error = statusError(status, host, where);
    if (error) throw error;
  }

  async function makeFolders(folder: string, call: TargetCall | undefined): Promise<void> {
    const parts = folder.split('/');
    for (let depth = 1; depth <= parts.length; depth++) {
      const part = parts.slice(0, depth).join('/');
      const making = made.get(part) ?? makeFolder(part, call);
      made.set(part, making);
      try {
        await making;
      } catch (thrown) {
        made.delete(part);
        throw thrown;
      }
    }
  }

  async function makeFolder(folder: string, call: TargetCall | undefined): Promise<void> {
    const { status } = await send(folderUrl(folder), { method: 'MKCOL', signal: call?.signal });
    // 405: it is there already; some say so with a redirect to the name with a slash.
    if (status !== 405 && status !== 301) check(status, root);
  }

  async function upload(name: string, bytes: Uint8Array, call: TargetCall | undefined): Promise<void> {
    const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')));
    const put = () => send(urlOf(name), { method: 'PUT', body: bytes, signal: call?.signal, headers: BINARY });
    const isKnown = made.has(folder);
    let { status } = await put();
    if (NO_FOLDER.includes(status)) {
      // No such folder: never made, or removed since, with all above it perhaps.
      if (isKnown) made.clear();
      if (folder !== '') await makeFolders(folder, call);
      status = (await put()).status;
    }
    check(status, root);
  }

  /** Beside it first, then moved over it: rclone shows uploads while they run, and destroys the old file if they break. */
  async function uploadWhole(name: string, bytes: Uint8Array, call: TargetCall | undefined): Promise<void> {
    const slash = name.lastIndexOf('/') + 1;
    const beside = `${name.slice(0, slash)}~${randomId(4)}-${name.slice(slash)}`;
    await upload(beside, bytes, call);
    const { status } = await send(urlOf(beside), {
      method: 'MOVE',
      headers: { Destination: urlOf(name), Overwrite: 'T' },
      signal: call?.signal,
    });
    if (status >= 200 && status < 300) return;
    // Servers without MOVE, or behind a proxy that they do not know of.
    const canUpload = [403, 405, 501, 502].includes(status);
    if (canUpload) await upload(name, bytes, call);
    await remove(beside, call);
    if (!canUpload) check(status, root);
  }

  async function remove(name: string, call: TargetCall | undefined): Promise<void> {
    const { status } = await send(urlOf(name), { method: 'DELETE', signal: call?.signal });
    if (status !== 404 && status !== 410) check(status, root);
  }

  return {
    kind: 'webdav',
    async list(folder, call) {
      const url = folderUrl(folder);
      const headers = { Depth: '1', 'Content-Type': 'application/xml; charset=utf-8' };
      const { status, body } = await send(url, { method: 'PROPFIND', headers, body: PROPERTIES, signal: call?.signal });
      if (folder !== '' && (status === 404 || status === 410)) return [];
      check(status, url);
      if (status !== 207) throw new AppError('sync-not-webdav', { host, status });
      const listed = readListing(new TextDecoder().decode(body), url);
      if (!listed) throw new AppError('sync-answer-unreadable', { host });
      return listed;
    },
    async get(name, call) {
      const { status, body } = await send(urlOf(name), { method: 'GET', signal: call?.signal });
      if (status === 404 || status === 410) return null;
      check(status, root);
      return body;
    },
    put: (name, bytes, call) => (call?.whole ? uploadWhole : upload)(name, bytes, call),
    remove,
  };
}

/** How servers answer a PUT below a folder that is not there; 500 is lighttpd's for an empty file. */
const NO_FOLDER = [404, 409, 500];
const BINARY = { 'Content-Type': 'application/octet-stream' };

/** The address with a slash at its end. Throws where it is none, or carries a password. */
function rootOf(address: string): string {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch (cause) {
    throw new AppError('sync-bad-address', { address }, { cause });
  }
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '') {
    throw new AppError('sync-bad-address', { address: `${url.protocol}//${url.host}${url.pathname}` });
  }
  return `${url.origin}${url.pathname.replace(/\/*$/, '')}/`;
}
