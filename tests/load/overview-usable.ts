import { loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { openDashboard } from '../e2e/manager-accounts.ts';
import { startProduct } from '../e2e/product.ts';
import { at } from './watched-tablet.ts';

/**
 * A director opens the overview on a telephone: 10 Mbit/s, 40 ms RTT, four times slowed down, nothing kept from before but the
 * session. Prints when both percentages are seen, when all of the first look stands there, and what travelled until then;
 * judges nothing: `CHROMIUM_PATH=… node tests/load/overview-usable.ts [times]`.
 */
const TIMES = Number(process.argv[2] ?? 7);
const LINE = { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 };

interface Seen {
  readonly figuresMs: number;
  readonly allMs: number;
}

/** Runs before the page: when a frame shows the two figures, and what pulls them down. */
function watch(): void {
  const seen = { figuresMs: 0, allMs: 0 };
  Object.assign(globalThis, { seen });
  const look = () => {
    const now = performance.now();
    if (seen.figuresMs === 0 && document.querySelectorAll('.headline .big').length === 2)
      seen.figuresMs = now;
    if (document.querySelector('.attention li') && document.querySelector('.received')) seen.allMs = now;
    if (seen.allMs === 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const product = await startProduct('demo');
const executablePath = process.env['CHROMIUM_PATH'];
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args });
console.log(`Chromium ${browser.version()}, load of the machine before: ${loadavg()[0]!.toFixed(2)}`);
const first = await browser.newContext();
await openDashboard(await first.newPage(), product);
const state = await first.storageState();
await first.close();

const found: (Seen & { readonly bytes: number })[] = [];
for (let i = 0; i < TIMES; i++) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, storageState: state });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(`${product.base}/dashboard/`);
  await page.waitForFunction(() => (globalThis as unknown as { seen: Seen }).seen.allMs > 0);
  const travelled = bytes;
  found.push({
    ...(await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)),
    bytes: travelled,
  });
  await context.close();
}
for (const [name, of] of [
  ['both percentages seen', ({ figuresMs }: Seen) => figuresMs],
  ['the whole first look', ({ allMs }: Seen) => allMs],
] as const) {
  const list = found.map(of);
  console.log(
    `${name}: p50 ${Math.round(at(list, 0.5))} ms, worst ${Math.round(Math.max(...list))} ms, n ${TIMES}`,
  );
}
console.log(`travelled until then: ${Math.max(...found.map(({ bytes }) => bytes))} bytes, fonts included`);
console.log(`load of the machine after: ${loadavg()[0]!.toFixed(2)}`);
await browser.close();
await product.stop();
