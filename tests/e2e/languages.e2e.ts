import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { clipKeys } from '../../shared/pack-keys.ts';
import { ownTexts, sampleMp3, sampleZip, SP39 } from '../fakes/sample-pack.ts';
import { toPage } from './device-pages.ts';
import { enrolByHand } from './hand-tablet.ts';
import { openDashboard } from './manager-accounts.ts';
import { expectAccessible } from './people.ts';
import { expectNothingSideways } from './room-on-screen.ts';
import { type Product, startProduct } from './product.ts';

/** A language comes in: a pack, a folder of recordings, what is missing, and on to the tablets of a demo. */
let product: Product;
let folder: string;
test.beforeEach(async () => {
  product = await startProduct('demo');
  folder = mkdtempSync(join(tmpdir(), 'sipas-clips-'));
});
test.afterEach(async () => {
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a pack comes in as a file and a folder, says what it lacks, and is offered by the tablets of the demo', async ({
  page,
}) => {
  await openDashboard(page, product);
  await toPage(page, /^Thiết lập$/);
  await page.getByRole('link', { name: 'Ngôn ngữ và giọng đọc', exact: true }).click();
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  await expect(row('Tiếng Việt')).toContainText('Đang bật (bản thử)');
  await expect(row('Tiếng Khmer')).toContainText('Chưa có nội dung');
  await expectAccessible(page, 'languages');

  // all texts but one, no recording: looked at first, then written
  const { thanksTitle: left, ...texts } = ownTexts();
  const about = { reviewer: null, date: null, province: null, dialect: null, voice: 'placeholder' };
  const zip = Buffer.from(sampleZip({ texts, clips: [], about }));
  const brought = { name: 'kho.zip', mimeType: 'application/zip', buffer: zip };
  await page.getByLabel('Tệp ZIP của gói').setInputFiles(brought);
  await expect(page.getByRole('heading', { name: 'Xem trước: Tiếng K’Ho' })).toBeFocused();
  const all = clipKeys(SP39).length;
  await expect(page.getByText(`Sau khi ghi còn thiếu 1 câu chữ và ${all} bản thu âm`)).toBeVisible();
  await expectAccessible(page, 'preview');
  await expect(row('Tiếng K’Ho')).toContainText('Chưa có nội dung');
  await page.getByRole('button', { name: 'Ghi vào gói' }).click();
  await expect(page.getByText('Đã ghi vào gói.')).toBeVisible();

  // its page names what is missing and offers no switch; the server would not take it either
  await row('Tiếng K’Ho').getByRole('link').click();
  await expect(page.getByText(/^Để bật bản thử còn thiếu: 1 câu chữ\./)).toBeVisible();
  await expect(page.getByText(/^Để bật tại đơn vị thật còn thiếu: .*họ tên người rà soát/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bật ngôn ngữ này' })).toHaveCount(0);
  const refused = await page.request.post(`${product.base}/api/v1/languages/kho/enable`, {
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(refused.status()).toBe(422);

  // a damaged recording stops everything; then a folder with a name that nobody knows
  const wrong = { name: 'level-1.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('RIFF') };
  await page.getByLabel('Hoặc chọn từng tệp MP3').setInputFiles([wrong]);
  await expect(page.getByText('Bản thu “level-1”: phải là tệp MP3, không quá 1 MB.')).toBeVisible();
  await page.getByRole('button', { name: 'Chọn tệp khác' }).click();
  for (const [i, key] of [...clipKeys(SP39), 'item-99'].entries())
    writeFileSync(join(folder, `${key}.mp3`), sampleMp3(i));
  await page.getByLabel('Thư mục bản thu âm').setInputFiles(folder);
  await expect(page.getByText('1 tên không khớp với mục nào và không được nhận:')).toBeVisible();
  await expect(page.getByText('item-99.mp3')).toBeVisible();
  await page.getByRole('button', { name: 'Ghi vào gói' }).click();
  await expect(page.getByText('Đã ghi vào gói.')).toBeVisible();
  const csv = `key,vi,text\nthanksTitle,"","${left}"\n`;
  const file = { name: 'texts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.getByLabel('Tệp bản dịch texts.csv').setInputFiles(file);
  await page.getByRole('button', { name: 'Ghi vào gói' }).click();

  await page.getByRole('button', { name: 'Bật ngôn ngữ này' }).click();
  await page.getByRole('button', { name: 'Bật', exact: true }).click();
  await expect(page.getByText('Đã bật.')).toBeVisible();
  await expect(page.getByText(/^Đây là bản thử/)).toBeVisible();
  await expectAccessible(page, 'pack');
  await expectNothingSideways(page, 'pack', [{ width: 390, height: 844 }]);

  const tablet = await enrolByHand(product.base, (await product.newDevice()).code);
  expect(tablet.languages?.map(({ code }) => code)).toEqual(['vi', 'en', 'kho']);
  expect(tablet.languages?.[2]).toMatchObject({ voice: 'placeholder', name: 'Kơho' });
});
