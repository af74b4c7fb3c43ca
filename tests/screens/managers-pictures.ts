import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { setDeviceState } from '../../server/store/device-life.ts';
import { localDay } from '../../shared/period.ts';
import { enrolByHand } from '../e2e/hand-tablet.ts';
import { openDashboard } from '../e2e/manager-accounts.ts';
import { type Product, startProduct } from '../e2e/product.ts';
import { layOut, type Picture } from './contact-sheets.ts';

/**
 * The managers' pages of the demonstration, with a device in trouble: those of the bar, and from there whatever a link
 * leads to, one of each kind.
 */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const BAR = [
  '',
  '?page=on-time',
  '?page=devices',
  '?page=held',
  '?page=counter',
  '?page=paper',
  '?page=settings',
  '?page=audit',
];

export async function photographManagers(browser: Browser, folder: string): Promise<number> {
  const product = await startProduct('demo');
  await makeTrouble(product);
  const page = await browser.newPage({ viewport: SIZES[0]!, locale: 'vi-VN', reducedMotion: 'reduce' });
  await openDashboard(page, product);
  const pages = await findPages(page, product.base);
  const pictures: (Picture & { readonly width: number })[] = [];
  for (const language of ['VI', 'EN']) {
    await page.getByRole('button', { name: language }).first().click();
    for (const [name, address] of pages) {
      await open(page, product.base, address);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        // charts are drawn when they are first seen
        await page.waitForTimeout(name === 'figures' ? 1_200 : 200);
        const file = join(folder, `managers-${size.width}`, `${name}-${language.toLowerCase()}.png`);
        await page.screenshot({ path: file, fullPage: true });
        pictures.push({ name: `${name} ${language}`, file, width: size.width });
      }
    }
  }
  for (const { width } of SIZES) {
    const ofWidth = pictures.filter((one) => one.width === width);
    await layOut(browser, folder, ofWidth, `managers-${width}`, width < 720 ? 8 : 4);
  }
  await product.stop();
  return pictures.length;
}

/** A tablet that sends after it was retired: something is to be done on the pages of devices and of review. */
async function makeTrouble(product: Product): Promise<void> {
  const { id, code } = await product.newDevice('Ki-ốt có chuyện');
  const tablet = await enrolByHand(product.base, code);
  await tablet.take(2);
  const retired = { day: localDay(Date.now()), state: 'retired', note: 'Màn hình vỡ' } as const;
  await product.store.write((tx) => setDeviceState(tx, id, retired));
  await tablet.send();
}

async function open(page: Page, base: string, address: string): Promise<void> {
  await page.goto(`${base}/dashboard/${address}`);
  await page.locator('main h1').first().waitFor();
  await page.waitForTimeout(300);
}

/** Addresses by the kind of their page. */
async function findPages(page: Page, base: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const ahead = [...BAR];
  for (let address = ahead.shift(); address !== undefined; address = ahead.shift()) {
    if (found.has(kindOf(address))) continue;
    found.set(kindOf(address), address);
    await open(page, base, address);
    ahead.push(
      ...(await page
        .locator('main a[href*="page="]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')!))),
    );
  }
  return found;
}

/** `units`, `units-one`, `codes-new`: a page shows the whole of a list, one of it, or a form of its own. */
function kindOf(address: string): string {
  const asked = new URLSearchParams(address);
  const kind = asked.get('page') ?? 'figures';
  const one = asked.get('id') ?? asked.get('device');
  if (one === null) return kind;
  const form = /^(?:new-tickets|new|tickets|list|invite|field:)$/.exec(one)?.[0];
  return `${kind}-${form?.replace(':', '-new') ?? 'one'}`;
}
