import { expect, type Page, test } from '@playwright/test';
import { setDeviceState } from '../../server/store/device-life.ts';
import { localDay } from '../../shared/period.ts';
import { enrolByHand } from './hand-tablet.ts';
import { createAccount, openDashboard } from './manager-accounts.ts';
import { expectAccessible } from './people.ts';
import { expectNothingSideways } from './room-on-screen.ts';
import { type Product, startProduct } from './product.ts';

/** Every page that looks after devices, with trouble on it, in both languages and at three sizes. */
let product: Product;
let device: string;
test.beforeAll(async () => {
  product = await startProduct('demo');
  const { id, code } = await product.newDevice('Ki-ốt có chuyện');
  device = id;
  const tablet = await enrolByHand(product.base, code);
  await tablet.take(2);
  const retired = { day: localDay(Date.now()), state: 'retired', note: 'Màn hình vỡ' } as const;
  await product.store.write((tx) => setDeviceState(tx, id, retired));
  expect(await tablet.send()).toEqual(['held', 'held']);
});
test.afterAll(() => product.stop());

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

async function look(page: Page, screen: string): Promise<void> {
  await expectNothingSideways(page, screen, SIZES);
  await expectAccessible(page, screen);
}

test('every page of devices is whole and accessible in both languages, on a desk and on a phone', async ({
  page,
}) => {
  await openDashboard(page, product);
  const pages = [
    ['devices', '.device-cards'],
    [`device&device=${device}`, '.device-well'],
    ['new-device', 'form.sheet'],
    ['held', '.cohort'],
    ['rescue', 'form.sheet'],
    ['audit', '.audit-lines'],
  ] as const;
  for (const language of ['VI', 'EN']) {
    await page.getByRole('button', { name: language }).first().click();
    // remembered with the page's next frame
    await expect(page.locator('html')).toHaveAttribute('lang', language.toLowerCase());
    for (const [address, content] of pages) {
      await page.goto(`${product.base}/dashboard/?page=${address}`);
      await expect(page.locator(content).first()).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', language.toLowerCase());
      await look(page, `${address} ${language}`);
    }
  }
});

test('a keyboard opens an act, Escape closes it and gives the focus back', async ({ page }) => {
  await createAccount(page, await product.accountLink(), 'lan.second');
  await expect(page.getByRole('navigation')).toBeVisible();
  const { id, code } = await product.newDevice('Ki-ốt bàn phím');
  await enrolByHand(product.base, code);
  await page.goto(`${product.base}/dashboard/?page=device&device=${id}`);
  const opener = page.getByRole('button', { name: 'Tạm ngừng' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 3, name: 'Tạm ngừng' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(0);
  await expect(opener).toBeFocused();
  await page.getByRole('navigation').getByRole('link', { name: 'Thiết bị' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Thiết bị' })).toBeFocused();
});
