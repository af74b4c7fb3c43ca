import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readZip } from '../../server/zip.ts';
import { expectAccessible } from './accessible.ts';
import { toPage } from './device-pages.ts';
import { createAccount } from './manager-accounts.ts';
import { startProduct } from './product.ts';

test('an auditor takes the forms of a period out: the file is whole, and its count and checksum agree', async ({
  page,
}) => {
  const product = await startProduct('demo');
  try {
    await page.setViewportSize({ width: 1366, height: 768 });
    await createAccount(page, await product.accountLink('auditor'), 'kiem.tra');
    await toPage(page, /^Xuất phiếu$/);
    await expect(page.getByRole('radio', { name: /Gói kiểm tra/ })).toHaveCount(0);
    await expectAccessible(page, 'forms for the auditor');
    await page.getByRole('combobox', { name: 'Kỳ' }).selectOption({ index: 2 });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xuất phiếu' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^minh-hoa_phieu-tra-loi_[\x21-\x7e]+\.csv\.zip$/);
    const bounds = { entries: 5, entryBytes: 1e8, allBytes: 1e8 };
    const files = readZip(readFileSync(await file.path()), bounds);
    const manifest = JSON.parse(Buffer.from(files.get('manifest.json')!).toString()) as {
      rows: number;
      files: { name: string; sha256: string }[];
    };
    const csv = Buffer.from(files.get('phieu.csv')!);
    const { sha256 } = manifest.files.find(({ name }) => name === 'phieu.csv')!;
    expect(createHash('sha256').update(csv).digest('hex')).toBe(sha256);
    expect(csv.toString().split('\r\n')).toHaveLength(manifest.rows + 2);
    expect(csv.toString()).toContain('DỮ LIỆU MINH HỌA');
    await expect(page.getByText(`Đã xuất ${manifest.rows.toLocaleString('de-DE')} phiếu.`)).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'EN' }).click();
    await expect(page.getByRole('heading', { name: 'Forms for the auditor' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await expectAccessible(page, 'forms for the auditor, on a telephone');
  } finally {
    await product.stop();
  }
});
