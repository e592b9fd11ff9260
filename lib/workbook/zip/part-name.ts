import { AppError } from '../../model/app-error';
import { RESERVED_NAMES, WORKBOOK_LIMITS } from '../limits';

/**
 * The name of a part with forward slashes (6 of 3,042 real packages have backslashes), or a refusal of a name that
 * points outside the package or that JavaScript objects react to.
 */
export function checkPartName(name: string): string {
  if (name.length > WORKBOOK_LIMITS.partNameLength)
    throw new AppError('name-too-long', { name: `${name.slice(0, 40)}…` });
  const partName = name.replaceAll('\\', '/');
  const segments = partName.split('/');
  const outside = segments.some(segment => segment === '..' || segment === '.');
  if (
    partName === '' ||
    partName.startsWith('/') ||
    /^[a-z]:/i.test(partName) ||
    /[\0-\x1f]/.test(partName) ||
    outside
  ) {
    throw new AppError('unsafe-part-name', { part: partName });
  }
  const reserved = segments.find(segment => RESERVED_NAMES.has(segment));
  if (reserved !== undefined) throw new AppError('reserved-name', { name: reserved });
  return partName;
}
