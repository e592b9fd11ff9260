import { execFileSync } from 'node:child_process';

/** kill -9 of every process of the browser on this profile, as a power cut would look to them. `profile` is a folder's whole path. */
export function killProfile(profile: string): void {
  try {
    execFileSync('pkill', ['-9', '-f', `user-data-dir=${profile}`]);
  } catch (error) {
    // pkill exits 1 where nothing is left to kill.
    if ((error as { status?: number }).status !== 1) throw error;
  }
}
