import type { Page } from '@playwright/test';
import { beginVisit } from '../e2e/people.ts';
import { SLOWDOWN } from '../e2e/bare-tap.ts';
import { at, type Keeping, seenIn, spread, type WatchedTablet } from './watched-tablet.ts';

/**
 * Figure 13: from the last tap to both copies durable. Beside it, after each visit, the floor on the same page: a bare
 * strict commit and a bare append with flush in a worker, both at once.
 */

/** By place and as long as a finger: looking for the button in the same moment would be work for the page. */
async function tapAt(page: Page, name: string): Promise<void> {
  const box = (await page.getByRole('button', { name }).boundingBox())!;
  await page.waitForTimeout(100);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: 60 });
}

/** The overall question only: the shortest visit that is kept. */
async function visit({ page }: WatchedTablet): Promise<void> {
  await page.getByRole('button', { name: /Chạm để góp ý/ }).waitFor({ timeout: 60_000 });
  await beginVisit(page);
  await page.waitForTimeout(450);
  await page.getByRole('radio', { name: 'Hài lòng', exact: true }).click();
  await page.waitForTimeout(1_300);
  await tapAt(page, 'Kết thúc');
  // Nothing looks at the page while it keeps: each look is work for it.
  await page.waitForTimeout(1_200);
  await page.locator('.tick').waitFor({ timeout: 20_000 });
}

/** Runs in the page: makes `floor()`, which settles with ms. */
async function prepareFloor(bytes: number): Promise<void> {
  const work = async () => {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle('floor', { create: true });
    type SyncFile = {
      getSize(): number;
      write(data: Uint8Array, at: { at: number }): void;
      flush(): void;
    };
    const file: SyncFile = await (
      handle as unknown as { createSyncAccessHandle(): Promise<SyncFile> }
    ).createSyncAccessHandle();
    addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
      file.write(data, { at: file.getSize() });
      file.flush();
      postMessage(1);
    });
    postMessage(0);
  };
  const worker = new Worker(URL.createObjectURL(new Blob([`(${String(work)})()`])));
  const answer = () => new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
  await answer();
  const request = indexedDB.open('floor');
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows'));
  await new Promise((resolve) => request.addEventListener('success', resolve));
  const record = new Uint8Array(bytes).fill(65);
  const text = 'A'.repeat(bytes);
  let key = 0;
  const floor = async () => {
    const began = performance.now();
    const tx = request.result.transaction('rows', 'readwrite', { durability: 'strict' });
    tx.objectStore('rows').put(text, key++);
    const committed = new Promise((resolve) => tx.addEventListener('complete', resolve));
    worker.postMessage(record, []);
    await Promise.all([committed, answer()]);
    return performance.now() - began;
  };
  Object.assign(globalThis, { floor });
}

const floorOnce = ({ page }: WatchedTablet) =>
  page.evaluate(() => (globalThis as unknown as { floor: () => Promise<number> }).floor());

export async function lastTapToDurable(tablet: WatchedTablet, visits: number): Promise<void> {
  const { page, session } = tablet;
  await page.evaluate(prepareFloor, 500);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const floors: number[] = [];
  // The first one runs cold code.
  for (let n = 0; n <= visits; n++) {
    await visit(tablet);
    if (n > 0) floors.push(await floorOnce(tablet));
  }
  const keepings = (await seenIn(tablet)).keepings.slice(1);
  const durable = keepings.map((k) => Math.max(k.committed, k.journaled) - k.tap);
  const part = (name: string, of: (k: Keeping) => number) =>
    console.log(`  ${name}: ${spread(keepings.map(of))}`);
  console.log(`last tap to durable: ${spread(durable)}`);
  part('tap heard', (k) => k.heard - k.tap);
  part('until the outbox is asked', (k) => k.begun - k.heard);
  part('until the journal is asked', (k) => k.posted - k.heard);
  part('strict transaction', (k) => k.committed - k.begun);
  part('journal record', (k) => k.journaled - k.posted);
  console.log(`floor, bare commit and bare append at once: ${spread(floors)}`);
  const ratio = (share: number) => (at(durable, share) / at(floors, share)).toFixed(1);
  console.log(`ratio to the floor: p50 ${ratio(0.5)}, p99 ${ratio(0.99)}`);
}
