import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import type { Device } from '../../kiosk/design/scenes.ts';
import { startProduct } from '../e2e/product.ts';
import { addressesOf, openScreens, showScene, viewportsOf } from './design-pages.ts';
import { takeReadmePictures } from './readme-pictures.ts';

/**
 * Photographs every screen of the tablet and of the own phone, in both languages and text sizes and every size of screen
 * that the product is made for, and lays them out on contact sheets:
 * `CHROMIUM_PATH=… node tests/screens/take-screenshots.ts [FOLDER] [PART OF A NAME]`; `readme` in place of a folder makes
 * the pictures of the README anew.
 */
const [folder = 'screenshots', wanted = ''] = process.argv.slice(2);

const executablePath = process.env['CHROMIUM_PATH'];
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args });

interface Picture {
  readonly name: string;
  readonly file: string;
}

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

/** Twelve pictures on a sheet, each with its name: what is looked at one by one. */
async function layOut(browser: Browser, pictures: readonly Picture[], name: string, columns: number) {
  const page = await browser.newPage({ viewport: { width: 1800, height: 1200 } });
  for (let from = 0; from < pictures.length; from += columns * 3) {
    const figures = pictures.slice(from, from + columns * 3).map(({ name, file }) => {
      const data = readFileSync(file).toString('base64');
      return `<figure><img src="data:image/png;base64,${data}"><figcaption>${name}</figcaption></figure>`;
    });
    await page.setContent(
      `<style>body{margin:8px;display:grid;grid-template-columns:repeat(${columns},1fr);gap:8px;background:#999;font:14px sans-serif}
      figure{margin:0}img{width:100%;display:block}</style>${figures.join('')}`,
    );
    const sheet = `sheet-${name}-${String(from / (columns * 3) + 1).padStart(2, '0')}.png`;
    await page.screenshot({ path: join(folder, sheet), fullPage: true });
  }
  await page.close();
}

async function takeAll(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const product = await startProduct('empty');
  let count = 0;
  for (const device of ['tablet', 'phone'] as const) {
    for (const size of viewportsOf(device)) {
      const pictures = await photograph(product.base, device, size);
      await layOut(browser, pictures, `${device}-${size.width}`, size.width > size.height ? 4 : 8);
      count += pictures.length;
    }
  }
  await product.stop();
  console.log(`${count} pictures and their contact sheets are in ${folder}`);
}

await (folder === 'readme' ? takeReadmePictures(browser) : takeAll());
await browser.close();
