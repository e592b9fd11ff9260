/** Links stay valid this long after the last click: long enough to download once more. */
const LINK_LIFE = 10 * 60_000;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands a file to the browser's own download and returns its link. Needs no permission. */
export function download(content: Uint8Array | Blob, name: string, type = XLSX): string {
  const blob = content instanceof Blob ? content : new Blob([content as Uint8Array<ArrayBuffer>], { type });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), LINK_LIFE);
  return url;
}
