import { loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { startProduct } from '../e2e/product.ts';
import { drainBacklog } from './drain-backlog.ts';
import { lastTapToDurable } from './last-tap-to-durable.ts';
import { openWatched } from './watched-tablet.ts';

/**
 * Figures 12 to 14 of a tablet, six times slowed down, on the built product. Prints and judges nothing:
 * `CHROMIUM_PATH=… node tests/load/device-figures.ts [visits] [backlog]`; 0 leaves a part out.
 */
const VISITS = Number(process.argv[2] ?? 100);
const BACKLOG = Number(process.argv[3] ?? 10_000);

const product = await startProduct('demo');
const executablePath = process.env['CHROMIUM_PATH'];
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args });
console.log(`Chromium ${browser.version()}, load of the machine before: ${loadavg()[0]!.toFixed(2)}`);
const tablet = await openWatched(browser, product);
await lastTapToDurable(tablet, Math.max(1, VISITS));
if (BACKLOG > 0) await drainBacklog(tablet, product, BACKLOG);
console.log(`load of the machine after: ${loadavg()[0]!.toFixed(2)}`);
await browser.close();
await product.stop();
