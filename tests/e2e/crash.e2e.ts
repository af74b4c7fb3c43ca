import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, test } from '@playwright/test';
import { killBrowser } from './kill-browser.ts';
import { driveClock, enrolTablet, takePart, unsent, waitForAttract, waitUntilSent } from './people.ts';
import { startProduct } from './product.ts';

test('the kiosk opens after a crash', async () => {
  const { project } = test.info();
  const home = mkdtempSync(join(tmpdir(), 'sipas-crash-'));
  const profile = join(home, 'profile');
  const product = await startProduct('demo');
  const open = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profile, { ...project.use.launchOptions, locale: 'vi-VN' });
  try {
    const first = await open();
    const page = await first.newPage();
    await driveClock(page);
    await enrolTablet(page, product);
    await first.setOffline(true);
    await takePart(page, 'Hài lòng');
    expect(await unsent(page)).toBe(1);
    killBrowser(profile);
    await first.close().catch(() => {});

    // It opens without a network, with what was thanked, and goes on.
    const second = await open();
    await second.setOffline(true);
    const again = await second.newPage();
    await driveClock(again);
    await again.goto(`${product.base}/kiosk/`);
    await waitForAttract(again);
    expect(await unsent(again)).toBe(1);
    await takePart(again, 'Rất hài lòng');
    await waitForAttract(again);
    expect(await unsent(again)).toBe(2);
    await second.setOffline(false);
    await waitUntilSent(again);
    await second.close();
  } finally {
    await product.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
});
