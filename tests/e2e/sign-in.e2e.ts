import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { accountByLogin, closeAccount } from '../../server/store/accounts.ts';
import {
  codeOf,
  createAccount,
  openDashboard,
  PASSWORD,
  secondFactorHeading,
  setUpSecondFactor,
} from './manager-accounts.ts';
import { expectAccessible } from './people.ts';
import { expectNothingSideways } from './room-on-screen.ts';
import { type Product, startProduct } from './product.ts';

/** From the one-time link to the figures of a real office, and out again. */
let product: Product;
test.beforeEach(async () => {
  product = await startProduct('real');
});
test.afterEach(() => product.stop());

const SHOTS = process.env['SHOTS'];
const SIZES = [
  { width: 1366, height: 900 },
  { width: 390, height: 844 },
];

test('a second factor is set up once, and from then on a sign-in asks for its code', async ({ page }) => {
  const look = async (screen: string) => {
    for (const language of ['EN', 'VI']) {
      await page.getByRole('button', { name: language, exact: false }).first().click();
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await expectAccessible(page, `${screen} ${language} ${size.width}`);
        if (SHOTS) {
          await page.screenshot({ path: `${SHOTS}/${screen}-${language}-${size.width}.png`, fullPage: true });
        }
        await expectNothingSideways(page, `${screen} ${language}`);
      }
    }
  };
  await createAccount(page, await product.accountLink());
  await expect(secondFactorHeading(page)).toBeVisible();
  await expect(page.getByRole('img', { name: 'Mã QR cho ứng dụng xác thực' })).toBeVisible();
  await look('set-up');
  await page.getByLabel('Mã 6 chữ số').fill('12');
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await expect(page.getByRole('alert')).toHaveText('Xin nhập đủ 6 chữ số.');
  product.clockShiftMs += 16 * 60_000;
  await page.getByLabel('Mã 6 chữ số').fill('000000');
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await expect(page.getByRole('alert')).toContainText('Mã chưa đúng.');
  product.clockShiftMs += 16 * 60_000;
  await page.getByLabel('Mã 6 chữ số').fill('000000');
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await expect(page.getByRole('alert')).toContainText('Mã QR đã quá 30 phút.');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect(page.getByLabel('Mã 6 chữ số')).toBeVisible();
  // leaving the page half-way leads back to the same screen, with a new key
  await page.reload();
  await expect(secondFactorHeading(page)).toBeVisible();
  const secret = await setUpSecondFactor(page, product);
  await expect(page.getByRole('heading', { name: /^Kết quả khảo sát/ })).toBeVisible();

  await page.evaluate(() => localStorage.setItem('sipas', 'outbox of a kiosk on this origin'));
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  // signing out takes nothing away that is not its own
  expect(await page.evaluate(() => localStorage.getItem('sipas'))).toContain('outbox');

  await page.getByLabel('Tên đăng nhập').fill('lan.nguyen');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('heading', { name: 'Nhập mã xác thực' })).toBeVisible();
  await expect(page.getByLabel('Mã 6 chữ số')).toBeFocused();
  await look('code');
  await page.getByLabel('Mã 6 chữ số').fill('000 000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Mã xác thực chưa đúng');
  await page.getByLabel('Mã 6 chữ số').fill(codeOf(secret, product, 1));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Kết quả khảo sát/ })).toBeVisible();
});

test('whom nobody obliges turns the second factor on by choice, or leaves it for later', async ({ page }) => {
  await createAccount(page, await product.accountLink('reader'));
  const choose = page.getByRole('button', { name: 'Bật xác thực hai bước cho tài khoản này' });
  await choose.click();
  await expect(secondFactorHeading(page)).toBeVisible();
  await expectAccessible(page, 'second factor by choice');
  await page.getByRole('button', { name: 'Để sau, về trang kết quả' }).click();
  await expect(page.getByRole('heading', { name: /^Kết quả khảo sát/ })).toBeVisible();
  await choose.click();
  await setUpSecondFactor(page, product);
  await expect(page.getByRole('heading', { name: /^Kết quả khảo sát/ })).toBeVisible();
  await expect(choose).toHaveCount(0);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByLabel('Tên đăng nhập').fill('lan.nguyen');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('heading', { name: 'Nhập mã xác thực' })).toBeVisible();
});

test('a session is dead at once when the account is closed', async ({ page }) => {
  await openDashboard(page, product);
  const account = await accountByLogin(product.store.read, 'lan.nguyen');
  await product.store.write((tx) => closeAccount(tx, account!.id, Date.now()));
  expect((await page.request.get(`${product.base}/api/v1/session`)).status()).toBe(401);
  // the page may have heard of it by its stream before anybody can press
  await page.evaluate(() => document.querySelector<HTMLButtonElement>('button.refresh')?.click());
  await expect(page.getByText('Phiên làm việc đã hết hạn. Xin đăng nhập lại.')).toBeVisible();
  await expect(page.getByText(/Đã nhận/)).toHaveCount(0);
});

test('a page of another origin changes nothing in the name of whoever is signed in', async ({ page }) => {
  await openDashboard(page, product);
  const evil = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      `<form method="post" enctype="text/plain" action="${product.base}/api/v1/session"><input name='{"a":"' value='"}'></form>`,
    );
  });
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
  try {
    const other = await page.context().newPage();
    await other.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`);
    const seen: [string, number][] = [];
    other.on('response', (response) => {
      if (response.url().startsWith(product.base))
        seen.push([response.request().method(), response.status()]);
    });
    for (const method of ['POST', 'DELETE']) {
      await other.evaluate(
        async ([address, how]) => {
          await fetch(address!, {
            method: how!,
            mode: how === 'POST' ? 'no-cors' : 'cors',
            credentials: 'include',
          }).catch(() => null);
        },
        [`${product.base}/api/v1/session`, method],
      );
    }
    await Promise.all([
      other.waitForResponse((response) => response.url().endsWith('/api/v1/session')),
      other.evaluate(() => document.forms[0]!.submit()),
    ]);
    // an answer that another origin may not even see shows up as none
    const posts = seen.filter(([method]) => method === 'POST').map(([, status]) => status);
    expect(new Set(posts)).toEqual(new Set([403]));
    expect(seen.some(([method, status]) => method === 'DELETE' && status < 400)).toBe(false);
    await page.reload();
    await expect(page.getByRole('heading', { name: /^Kết quả khảo sát/ })).toBeVisible();
  } finally {
    evil.close();
  }
});
