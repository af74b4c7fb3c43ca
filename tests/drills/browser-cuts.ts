import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeDisk } from './image.ts';
import { type Patch, patchedCopy } from '../fakes/patched-copy.ts';
import { signalAll } from './stand-still.ts';
import { SOURCES } from './sources.ts';
import type { Outcome } from './server-cuts.ts';
import { type BackEnd, backEndIn, openTablet, servePage } from './tablet-browser.ts';

/** Power cuts of a tablet: whoever was thanked must be in what the disk holds. */

export interface TabletCuts {
  readonly backEnd: BackEnd;
  readonly cuts: number;
  readonly faults?: readonly Patch[];
  /**
   * The first cuts come within seconds of the first start of all: the names of new files may not be on the disk yet
   * when what is in them is. Otherwise the tablet has stood there for a while, and only what is new is at risk.
   */
  readonly isNew?: boolean;
}

export async function cutTablet({ backEnd, cuts, faults = [], isNew = false }: TabletCuts): Promise<Outcome> {
  const copy = faults.length > 0 ? patchedCopy(SOURCES, faults) : undefined;
  const served = await servePage(copy?.folder);
  const disk = makeDisk(160);
  try {
    const profile = join(disk.folder, 'profile');
    const tablet = await openTablet(profile, served.base, backEnd);
    await tablet.call('keep', 1);
    if (!isNew) execFileSync('sync', ['-f', disk.folder]);
    if (backEndIn(profile) !== backEnd) throw new Error(`this Chromium does not use ${backEnd}`);
    const first = isNew ? new Set() : new Set(tablet.kept);
    const writing = tablet.call('keep', 100_000);
    writing.catch(() => {});
    const taken: { readonly image: string; readonly thanked: ReadonlySet<string> }[] = [];
    for (let i = 0; i < cuts; i++) {
      const enough = tablet.kept.size + (isNew ? 2 : 20);
      for (let waited = 0; tablet.kept.size < enough && waited < 5_000; waited += 20) await wait(20);
      await wait((i * 37) % 200);
      const pids = tablet.pids();
      signalAll(pids, 'SIGSTOP');
      const thanked = new Set([...tablet.kept].filter((id) => !first.has(id)));
      taken.push({ image: disk.cut(), thanked });
      signalAll(pids, 'SIGCONT');
    }
    await tablet.kill();
    let [lost, receipts] = [0, 0];
    for (const { image, thanked } of taken) {
      const again = await openTablet(join(disk.mountCut(image), 'profile'), served.base, backEnd);
      const { ids } = await again.call('found');
      const there = new Set(ids);
      lost += [...thanked].filter((id) => !there.has(id)).length;
      receipts += thanked.size;
      await again.kill();
      disk.forget(image);
    }
    return { cuts, receipts, lost };
  } finally {
    disk.remove();
    served.stop();
    copy?.remove();
  }
}

/** Kills of the whole browser: nothing shown as kept is lost. They cannot see a missing flush; a cut can. */
export async function killTablet(backEnd: BackEnd, profile: string, kills: number): Promise<Outcome> {
  const served = await servePage();
  let [lost, receipts] = [0, 0];
  const thanked = new Set<string>();
  try {
    for (let i = 0; i < kills; i++) {
      const tablet = await openTablet(profile, served.base, backEnd);
      const { ids } = await tablet.call('found');
      const there = new Set(ids);
      lost += [...thanked].filter((id) => !there.has(id)).length;
      tablet.call('keep', 100_000).catch(() => {});
      const enough = 10 + (i % 7);
      for (let waited = 0; tablet.kept.size < enough && waited < 5_000; waited += 10) await wait(10);
      await tablet.kill();
      for (const id of tablet.kept) thanked.add(id);
      receipts += tablet.kept.size;
    }
    return { cuts: kills, receipts, lost };
  } finally {
    served.stop();
  }
}
