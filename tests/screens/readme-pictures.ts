import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { Address, Device } from '../../kiosk/design/scenes.ts';
import { openDashboard } from '../e2e/manager-accounts.ts';
import { startProduct } from '../e2e/product.ts';
import { openScreens, showScene } from './design-pages.ts';

/** The pictures of the README, made anew: three screens of the design page, and the demo's first page of figures. */
const folder = join(import.meta.dirname, '../../docs/images');
const PICTURES: readonly (readonly [file: string, Device, name: string, width: number, height: number])[] = [
  ['attract.png', 'tablet', 'attract', 1280, 800],
  ['kiosk.png', 'tablet', 'stem', 1280, 800],
  ['phone.png', 'phone', 'question', 390, 844],
];

export async function takeReadmePictures(browser: Browser): Promise<void> {
  const product = await startProduct('demo');
  for (const [file, device, name, width, height] of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
    const address: Address = { name, language: 'vi', size: 'normal' };
    await openScreens(page, product.base, device);
    await showScene(page, device, address);
    await page.screenshot({ path: join(folder, file) });
    await page.close();
  }
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'vi-VN' });
  await openDashboard(page, product);
  // charts are drawn when they are first seen
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: join(folder, 'dashboard.png') });
  await page.close();
  await product.stop();
}
