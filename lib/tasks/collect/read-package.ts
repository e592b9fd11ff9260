import { AppError, type ErrorCode, toAppError } from '../../model/app-error';
import type { Unit } from '../../model/unit-comparison';
import { findProjects } from '../../sync/find-projects';
import type { Target } from '../../sync/target';
import { openPackage } from '../../sync/targets/package';
import { draftedWorkbook } from '../drafted-workbook';
import { tableValues } from '../drafting/journal-values';
import { readProject } from '../sharing/read-project';
import { unitOf } from './unit-of';

/** A zip that says by its name, or by what lies in it, that it is a package and no workbook. */
export function isPackage(file: string, bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  return /\.zip$/i.test(file) || holdsCampaign(file, bytes);
}

/** Only the directory is looked at: a workbook has no such names. */
function holdsCampaign(file: string, bytes: Uint8Array): boolean {
  try {
    openPackage(bytes, file);
    return true;
  } catch {
    // Whatever is wrong with it as a package: it is read as a workbook then, and refused as one.
    return false;
  }
}

/** In the words of who collects: the package is another unit's. */
const AS_COLLECTED: Partial<Record<ErrorCode, ErrorCode>> = {
  'sync-needs-passphrase': 'collect-encrypted-package',
  'sync-not-a-package': 'collect-other-zip',
};

/** The campaigns in a package, each as its workbook would be exported: nothing is joined or kept. */
export async function readPackageUnits(file: string, bytes: Uint8Array, signal?: AbortSignal): Promise<Unit[]> {
  try {
    const target = openPackage(bytes, file);
    const projects = await findProjects(target);
    const units: Unit[] = [];
    for (const project of projects)
      units.push(await readPackageUnit({ file, target, signal }, project, projects.length > 1));
    if (units.length === 0) throw new AppError('sync-not-a-package', { file });
    return units;
  } catch (thrown) {
    const error = toAppError(thrown);
    const code = AS_COLLECTED[error.code];
    throw code === undefined ? error : new AppError(code, { file }, { cause: error });
  }
}

async function readPackageUnit(
  { file, target, signal }: { file: string; target: Target; signal: AbortSignal | undefined },
  project: string,
  isOneOfMany: boolean,
): Promise<Unit> {
  const stop = signal ? { signal } : {};
  const read = await readProject({ target, project, keys: [], now: Date.now, ...stop });
  // Half of what a unit wrote would be a false comparison.
  if (read.parked.length > 0) throw new AppError('sharing-newer');
  if (read.torn.length > 0) throw new AppError('collect-damaged-package', { file });
  const { facts, answers, state, workbook, lastEdit } = read;
  const ground = await draftedWorkbook(workbook, tableValues(state), { answers, ...stop });
  const unit = unitOf(isOneOfMany ? `${file} › ${facts.name}` : file, { ...ground, state });
  return {
    ...unit,
    name: facts.unit ?? unit.name,
    savedAt: lastEdit === null ? null : new Date(lastEdit).toISOString(),
  };
}
