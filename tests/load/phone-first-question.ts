import { loadavg } from 'node:os';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { startProduct } from '../e2e/product.ts';
import { at } from './watched-tablet.ts';

/**
 * A citizen scans the code on a thin line: 400 kbit/s, 400 ms RTT, four times slowed down, cold. Prints when the first
 * question is seen, when a tap on it is obeyed, and what travelled; judges nothing:
 * `CHROMIUM_PATH=… node tests/load/phone-first-question.ts [times]`.
 */
const TIMES = Number(process.argv[2] ?? 7);
const RTT_MS = 400;
const THIN_LINE = { offline: false, latency: RTT_MS, downloadThroughput: 50_000, uploadThroughput: 50_000 };
/** The browser's emulation knows neither TCP nor TLS 1.3: their two round trips come on top of what it measures. */
const HANDSHAKES_MS = 2 * RTT_MS;

interface Seen {
  readonly questionMs: number;
  readonly obeyedMs: number;
}

/** Runs before the page: when the question stands in a frame, and when its answer has a handler. */
function watch(): void {
  const seen = { questionMs: 0, obeyedMs: 0 };
  Object.assign(globalThis, { seen });
  const look = () => {
    const tile = document.querySelectorAll<HTMLElement>('[role=radio]')[5];
    // all six answers stand there: the frame that is being made shows them
    if (tile && seen.questionMs === 0) requestAnimationFrame(() => (seen.questionMs = performance.now()));
    if (tile?.onclick && seen.obeyedMs === 0) seen.obeyedMs = performance.now();
    if (seen.obeyedMs === 0 || seen.questionMs === 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function throttle(page: Page): Promise<{ readonly session: CDPSession; readonly bytes: () => number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', THIN_LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  return { session, bytes: () => bytes };
}

const product = await startProduct('real');
const executablePath = process.env['CHROMIUM_PATH'];
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args });
console.log(`Chromium ${browser.version()}, load of the machine before: ${loadavg()[0]!.toFixed(2)}`);
const found: (Seen & { readonly bytes: number })[] = [];
for (let i = 0; i < TIMES; i++) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const { bytes } = await throttle(page);
  await page.goto(`${product.base}/q/${product.code}`);
  await page.waitForFunction(() => (globalThis as unknown as { seen: Seen }).seen.obeyedMs > 0);
  await page.waitForTimeout(300);
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  found.push({ ...seen, bytes: bytes() });
  await context.close();
}
const told = (name: string, of: (one: (typeof found)[number]) => number) => {
  const list = found.map(of);
  const [p50, most] = [at(list, 0.5), Math.max(...list)];
  console.log(
    `${name}: p50 ${Math.round(p50)} ms, worst ${Math.round(most)} ms, n ${TIMES}; with TCP and TLS 1.3 ${Math.round(p50 + HANDSHAKES_MS)} ms`,
  );
};
told('first question seen', ({ questionMs }) => questionMs);
told('a tap on it is obeyed', ({ obeyedMs }) => obeyedMs);
console.log(
  `travelled, headers included: ${Math.max(...found.map(({ bytes }) => bytes))} bytes in one request`,
);
console.log(`load of the machine after: ${loadavg()[0]!.toFixed(2)}`);
await browser.close();
await product.stop();
