import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';

export interface Picture {
  readonly name: string;
  readonly file: string;
}

/** Three rows of pictures on a sheet, each with its name: what is looked at one by one. */
export async function layOut(
  browser: Browser,
  folder: string,
  pictures: readonly Picture[],
  name: string,
  columns: number,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1800, height: 1200 } });
  for (let from = 0; from < pictures.length; from += columns * 3) {
    const figures = pictures.slice(from, from + columns * 3).map(({ name, file }) => {
      const data = readFileSync(file).toString('base64');
      return `<figure><img src="data:image/png;base64,${data}"><figcaption>${name}</figcaption></figure>`;
    });
    await page.setContent(
      `<style>body{margin:8px;display:grid;grid-template-columns:repeat(${columns},1fr);align-items:start;gap:8px;
      background:#999;font:14px sans-serif}figure{margin:0}img{width:100%;display:block}</style>${figures.join('')}`,
    );
    const sheet = `sheet-${name}-${String(from / (columns * 3) + 1).padStart(2, '0')}.png`;
    await page.screenshot({ path: join(folder, sheet), fullPage: true });
  }
  await page.close();
}
