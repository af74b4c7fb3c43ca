import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Device } from '../../kiosk/design/scenes.ts';
import { startProduct } from '../e2e/product.ts';
import { layOut, type Picture } from './contact-sheets.ts';
import { addressesOf, openScreens, showScene, viewportsOf } from './design-pages.ts';
import { photographManagers } from './managers-pictures.ts';
import { takeReadmePictures } from './readme-pictures.ts';

/**
 * Photographs every screen of the tablet and of the own phone, in both languages and text sizes and every size of screen
 * that the product is made for, and lays them out on contact sheets:
 * `CHROMIUM_PATH=… node tests/screens/take-screenshots.ts [FOLDER] [PART OF A NAME]`. In place of a part of a name,
 * `managers` photographs the managers' pages; `readme` in place of a folder makes the pictures of the README anew.
 */
const [folder = 'screenshots', wanted = ''] = process.argv.slice(2);

const executablePath = process.env['CHROMIUM_PATH'];
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args });

/** One viewport of a device; returns what was photographed. */
async function photograph(
  base: string,
  device: Device,
  size: { width: number; height: number },
): Promise<Picture[]> {
  const context = await browser.newContext({ viewport: size, locale: 'vi-VN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await openScreens(page, base, device);
  const pictures: Picture[] = [];
  for (const address of addressesOf(device)) {
    const name = `${address.name}-${address.language}-${address.size}`;
    if (!name.includes(wanted)) continue;
    await showScene(page, device, address);
    const file = join(folder, `${device}-${size.width}`, `${name}.png`);
    await page.screenshot({ path: file, fullPage: device === 'phone' });
    pictures.push({ name, file });
  }
  await context.close();
  return pictures;
}

async function takeAll(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const count = await (wanted === 'managers' ? photographManagers(browser, folder) : takeScreens());
  console.log(`${count} pictures and their contact sheets are in ${folder}`);
}

async function takeScreens(): Promise<number> {
  const product = await startProduct('empty');
  let count = 0;
  for (const device of ['tablet', 'phone'] as const) {
    for (const size of viewportsOf(device)) {
      const pictures = await photograph(product.base, device, size);
      await layOut(browser, folder, pictures, `${device}-${size.width}`, size.width > size.height ? 4 : 8);
      count += pictures.length;
    }
  }
  await product.stop();
  return count;
}

await (folder === 'readme' ? takeReadmePictures(browser) : takeAll());
await browser.close();
