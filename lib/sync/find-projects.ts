import { epochOf, readLogName } from './names';
import { readHeader } from './segment';
import type { Target, TargetCall } from './target';

/** Campaigns that lie on a target, by their ids: what a colleague can join, and whether a package is of this one. */
export async function findProjects(target: Target, call: TargetCall = {}): Promise<string[]> {
  const projects = new Set<string>();
  for (const { name, isFolder } of await target.list('pa', call)) {
    const project = isFolder ? await firstProject(target, `pa/${name}/log`, call) : null;
    if (project !== null) projects.add(project);
  }
  return [...projects];
}

/** As the first file says that can be read; the folder's own name is only a hash of it. */
async function firstProject(target: Target, log: string, call: TargetCall): Promise<string | null> {
  for (const { name: epoch } of await target.list(log, call)) {
    if (epochOf(epoch) === null) continue;
    for (const { name } of await target.list(`${log}/${epoch}`, call)) {
      if (!readLogName(name)) continue;
      const header = readHeader((await target.get(`${log}/${epoch}/${name}`, call)) ?? new Uint8Array());
      if (header) return header.project;
    }
  }
  return null;
}
