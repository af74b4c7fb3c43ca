import { createHash, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { encodeSubmission, leafPreimage, type Submission } from '../../shared/submission.ts';
import type { KeptSeal, Meta } from '../../kiosk/outbox/outbox-store.ts';
import { takePart, unsent, waitForAttract } from '../e2e/people.ts';
import type { Product } from '../e2e/product.ts';
import { bareTapP95, SHORTEST_MS, SLOWDOWN } from '../e2e/bare-tap.ts';
import { at, seenIn, SLOW_4G, type WatchedTablet } from './watched-tablet.ts';

/**
 * Figures 12 and 14: a tablet that was without network for weeks gets it back. It has gone on sealing meanwhile, and both
 * copies are whole. Measured from the moment the network is back to the last receipt; somebody taps all the time.
 */
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const OFFLINE = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
const ATTRACT = /Chạm để góp ý/;
/** Start, counter, field, eight answers, the endings skipped, sent. */
const TAPS_OF_VISIT = 13;

interface Planted {
  readonly id: string;
  readonly p: string;
  readonly leaf: string;
}

function entriesLike(p: string, count: number): Planted[] {
  const first = JSON.parse(p) as Submission;
  return Array.from({ length: count }, () => {
    const id = randomUUID();
    const bytes = encodeSubmission({ ...first, id });
    return { id, p: bytes, leaf: sha256(leafPreimage(bytes)) };
  });
}

/** Runs in the page, with the device's own key: seals by fifties as the app makes them, all in one transaction. */
async function plant({ entries, app }: { entries: Planted[]; app: string }): Promise<void> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => request.addEventListener('success', () => resolve(request.result)));
  const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
  const hex = (bytes: ArrayBuffer) =>
    Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const db = await answer(indexedDB.open('sipas'));
  const before = db.transaction(['meta', 'device']);
  const [meta, { privateKey }, settings] = (await Promise.all([
    answer(before.objectStore('meta').get('meta')),
    answer(before.objectStore('device').get('key')),
    answer(before.objectStore('device').get('settings')),
  ])) as [Meta, CryptoKeyPair, { device: { id: string } }];
  let { sealNo, sealHash, sealTotal } = meta;
  const b = /"b":"([^"]*)"/.exec(entries[0]!.p)![1];
  const seals: KeptSeal[] = [];
  for (let i = 0; i < entries.length; i += 50) {
    const members = entries.slice(i, i + 50).toSorted((x, y) => (x.leaf < y.leaf ? -1 : 1));
    const leaves = members.map(({ leaf }) => leaf);
    const [n, total] = [sealNo + 1, sealTotal + leaves.length];
    const s = JSON.stringify({ v: 1, dev: settings.device.id, n, prev: sealHash, total, b, app, leaves });
    const bytes = new TextEncoder().encode(`sipas-seal-1\n${s}`);
    const hash = hex(await crypto.subtle.digest('SHA-256', bytes));
    const sig = base64(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes));
    seals.push({ n, s, sig, hash, ids: members.map(({ id }) => id) });
    [sealNo, sealHash, sealTotal] = [n, hash, total];
  }
  const tx = db.transaction(['outbox', 'meta'], 'readwrite');
  tx.objectStore('meta').put(
    { ...meta, total: meta.total + entries.length, sealNo, sealHash, sealTotal },
    'meta',
  );
  for (const seal of seals) {
    tx.objectStore('meta').put(seal, `seal ${seal.n}`);
    for (const id of seal.ids) {
      const { p, leaf } = entries.find((entry) => entry.id === id)!;
      tx.objectStore('outbox').put({ id, p, leaf, st: 'new', seal: seal.n });
    }
  }
  await new Promise((resolve) => tx.addEventListener('complete', resolve));
  db.close();
}

const bytesOfOne = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => request.addEventListener('success', () => resolve(request.result)));
    const db = await answer(indexedDB.open('sipas'));
    const [entry] = await answer(db.transaction('outbox').objectStore('outbox').getAll(null, 1));
    db.close();
    return (entry as { p: string }).p;
  });

async function acceptedOf({ store }: Product): Promise<number> {
  const rows = await store.read.selectFrom('devices').select('accepted').execute();
  return rows.reduce((sum, { accepted }) => sum + accepted, 0);
}

/** Whole visits one after another: taps to the next frame, as the browser itself measures them. */
async function visitWhile(tablet: WatchedTablet, goesOn: () => Promise<boolean>): Promise<number[]> {
  const { page } = tablet;
  const before = (await seenIn(tablet)).clicks.length;
  let taps = 0;
  while (await goesOn()) {
    await takePart(page, 'Hài lòng');
    await waitForAttract(page);
    taps += TAPS_OF_VISIT;
  }
  const longer = (await seenIn(tablet)).clicks.slice(before);
  return [...longer, ...Array<number>(Math.max(0, taps - longer.length)).fill(SHORTEST_MS)];
}

const tapsSaid = (taps: readonly number[]) =>
  `p50 ${at(taps, 0.5)}, p95 ${at(taps, 0.95)} ms, n ${taps.length}`;

/** Once with nobody at the tablet, then once with one visit after another. */
export async function drainBacklog(tablet: WatchedTablet, product: Product, backlog: number): Promise<void> {
  const { session } = tablet;
  await session.send('Network.enable');
  await takePart(tablet.page, 'Hài lòng');
  await waitForAttract(tablet.page);
  let visits = 3;
  const quiet = await visitWhile(tablet, async () => visits-- > 0);
  console.log(`tap to next frame of a bare button: p95 ${await bareTapP95(tablet.page)} ms`);
  console.log(`tap to next frame, nothing to send: ${tapsSaid(quiet)}`);
  console.log(`backlog of ${backlog} on slow 4G: ${await drain(tablet, product, backlog)}`);
  let taps: readonly number[] = [];
  const said = await drain(tablet, product, backlog, async (goesOn) => {
    taps = await visitWhile(tablet, goesOn);
  });
  console.log(`tap to next frame of a bare button afterwards: p95 ${await bareTapP95(tablet.page)} ms`);
  console.log(`the same while people take part: ${said}; tap to next frame: ${tapsSaid(taps)}`);
}

async function drain(
  { page, session }: WatchedTablet,
  product: Product,
  backlog: number,
  meanwhile?: (goesOn: () => Promise<boolean>) => Promise<void>,
): Promise<string> {
  const attract = page.getByRole('button', { name: ATTRACT });
  await attract.waitFor({ timeout: 60_000 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.send('Network.emulateNetworkConditions', OFFLINE);
  await page.evaluate(plant, { entries: entriesLike(await bytesOfOne(page), backlog), app: '0.1.0' });
  let startMs = 0;
  // The first start makes the journal whole, the second one is that of any morning.
  for (const rate of [1, SLOWDOWN]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const began = performance.now();
    await page.reload();
    await attract.waitFor({ timeout: 120_000 });
    startMs = performance.now() - began;
  }
  await page.waitForTimeout(3_000);
  if (meanwhile) {
    // a tablet is started once a day: the first visit, with cold code, is not what a citizen meets
    await takePart(page, 'Hài lòng');
    await waitForAttract(page);
  }
  const accepted = await acceptedOf(product);
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  const goesOn = async () => seconds() < 240 && (await acceptedOf(product)) - accepted < backlog;
  await meanwhile?.(goesOn);
  // Asked on the server, not in the page: the page has enough to do.
  while (await goesOn()) await page.waitForTimeout(100);
  const acceptedAfter = seconds().toFixed(1);
  while ((await unsent(page)) > 0 && seconds() < 300) await page.waitForTimeout(100);
  const left = await unsent(page);
  await session.send('Network.emulateNetworkConditions', { ...OFFLINE, offline: false });
  return `all accepted by ${acceptedAfter} s, ${left} without a receipt at ${seconds().toFixed(1)} s (start with them: ${Math.round(startMs)} ms)`;
}
