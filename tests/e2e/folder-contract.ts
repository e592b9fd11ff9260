import { folderTarget } from '../../lib/sync/targets/folder';
import type { FolderHandle } from '../../lib/sync/targets/folder-handle';
import { TARGET_CONTRACT } from '../contract/target-contract';

/** Runs in a real page: every case of the contract on a folder of the browser's own file system, each on an empty one. */
async function folderContract(): Promise<string[]> {
  const root = await navigator.storage.getDirectory();
  const outcomes: string[] = [];
  for (const [place, { name, run }] of TARGET_CONTRACT.entries()) {
    const folder = await root.getDirectoryHandle(`contract-${place}`, { create: true });
    try {
      await run(folderTarget(folder as unknown as FolderHandle));
      outcomes.push(`ok ${name}`);
    } catch (thrown) {
      outcomes.push(`FAILED ${name}: ${String(thrown)}`);
    }
    await root.removeEntry(`contract-${place}`, { recursive: true });
  }
  return outcomes;
}

Object.assign(globalThis, { folderContract });
