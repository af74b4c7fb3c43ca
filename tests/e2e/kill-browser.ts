import { execFileSync } from 'node:child_process';

/** A browser is killed with all its processes, as when a tablet's battery is torn out while the disk lives on. */
export function killBrowser(profile: string): void {
  const pids = execFileSync('pgrep', ['-f', `user-data-dir=${profile}`], { encoding: 'utf8' });
  for (const pid of pids.trim().split('\n')) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It went with its parent.
    }
  }
}
