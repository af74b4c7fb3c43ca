import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A disk that can lose its power: an ext4 file system in a file, mounted by loop. What a program has written and not
 * flushed lies in the mounted file system's memory and is absent from the file; a copy of the file is what a machine
 * would find after the power came back. It cannot show flash memory that lies about flushing.
 */
export interface Disk {
  /** Where programs write. */
  readonly folder: string;
  /** The moment of the cut: the disk as it is now, to be mounted later. */
  cut(): Disk['folder'];
  /** Mounts what the cut left; the journal of the file system is replayed, as at a start. */
  mountCut(image: string): string;
  /** Unmounts and removes a cut that has been looked at. */
  forget(image: string): void;
  remove(): void;
}

const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });

/** What a drill lacks on this machine, as a sentence; undefined when it can run. */
export function lacking(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'Power cuts need root on Linux, for a file system in a file.';
  try {
    makeDisk(16).remove();
    return undefined;
  } catch {
    return 'Power cuts need mkfs.ext4, mount and a loop device, which this machine does not give.';
  }
}

export function makeDisk(megabytes: number): Disk {
  const home = mkdtempSync(join(tmpdir(), 'sipas-disk-'));
  // PostgreSQL runs as somebody else and has to get through.
  chmodSync(home, 0o755);
  const mounted: string[] = [];
  let images = 0;
  function mount(image: string): string {
    const folder = `${image}.mounted`;
    mkdirSync(folder);
    run('mount', '-o', 'loop', image, folder);
    mounted.push(folder);
    return folder;
  }
  function unmount(folder: string): void {
    run('umount', '-l', folder);
    mounted.splice(mounted.indexOf(folder), 1);
  }
  const live = join(home, 'live');
  writeFileSync(live, '');
  truncateSync(live, megabytes * 2 ** 20);
  run('mkfs.ext4', '-q', '-F', live);
  const folder = mount(live);
  return {
    folder,
    cut() {
      const image = join(home, `cut-${images++}`);
      // Only what was ever written: the shorter the copy takes, the less can change under it.
      run('cp', '--sparse=always', live, image);
      return image;
    },
    mountCut: (image) => mount(image),
    forget(image) {
      unmount(`${image}.mounted`);
      rmSync(image, { force: true });
    },
    remove() {
      while (mounted.length > 0) unmount(mounted[0]!);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
