/** Letters that Windows refuses in a file name, and the spaces and dots it cuts off at the end. */
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f]/g;

/**
 * Names as offices write them: "指标表（已填报）.xlsx". The received name stays in front, a suffix it already has is not
 * added again, and the kind of file stays what it was.
 */
export function exportFileName(received: string, suffix: string, kind?: string): string {
  const dot = received.lastIndexOf('.');
  const stem = (dot > 0 ? received.slice(0, dot) : received).replace(FORBIDDEN, '_').trim();
  const extension = kind ?? (dot > 0 ? received.slice(dot + 1) : 'xlsx');
  const ended = stem.endsWith(suffix) ? stem : `${stem}${suffix}`;
  return `${ended.slice(-120)}.${extension}`;
}
