import { expect, type Page, test } from '@playwright/test';
import { en } from '../../shared/text/en.ts';
import {
  answer,
  beginVisit,
  driveClock,
  enrolTablet,
  expectAccessible,
  expectNoScrolling,
  openDashboard,
  letIdle,
  pause,
} from './people.ts';
import { type Product, startProduct } from './product.ts';

const sayings = {
  vi: {
    notice: 'Ý kiến được dùng như thế nào?',
    close: 'Đóng',
    start: /Chạm để góp ý/,
    other: 'Việc khác',
    levels: ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng'],
    skip: 'Không trả lời câu này',
    skipAll: 'Bỏ qua phần này',
    edit: 'Sửa lại',
    send: 'Gửi',
    thanks: 'Xin cảm ơn Ông/Bà',
  },
  en: {
    notice: en.notice,
    close: en.close,
    start: new RegExp(en.attractTitle),
    other: en.fieldOther,
    levels: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
    skip: en.skip,
    skipAll: en.skipAll,
    edit: en.reviewEdit,
    send: en.send,
    thanks: en.thanksTitle,
  },
};

/** Every screen in both languages: no accessibility fault, and on a tablet nothing to scroll to. */
let product: Product;
test.beforeAll(async () => {
  product = await startProduct('demo');
});
test.afterAll(() => product.stop());
test.beforeEach(({ page }) => driveClock(page));

const TABLETS = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
];

async function fits(page: Page, screen: string): Promise<void> {
  for (const size of TABLETS) {
    await page.setViewportSize(size);
    await expectNoScrolling(page, `${screen} at ${size.width}`);
  }
}

async function look(page: Page, screen: string): Promise<void> {
  await fits(page, screen);
  await expectAccessible(page, screen);
}

/** The overall question, the first item with its stem, and the first of policy; the others differ from these in one text. */
const LOOKED_AT = new Set([1, 2, 7]);

test('a look at a screen finds what is wrong there, and an empty one is no proof', async ({ page }) => {
  await page.setContent('<html lang="vi"><title>x</title><main><h1>x</h1><img src="data:,"></main></html>');
  await expect(expectAccessible(page, 'a picture')).rejects.toThrow('a picture: image-alt img');
  await page.setContent('<html><frameset></frameset></html>');
  await expect(expectAccessible(page, 'nothing')).rejects.toThrow('nothing');
});

for (const language of ['Tiếng Việt', 'English'] as const) {
  const say = language === 'English' ? sayings.en : sayings.vi;
  test(`every kiosk screen is whole and accessible in ${language}`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(TABLETS[0]!);
    await page.goto(`${product.base}/kiosk/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đăng ký thiết bị');
    await expectAccessible(page, 'not enrolled');

    await enrolTablet(page, product);
    await page.getByRole('button', { name: language }).click();
    await look(page, 'attract');
    await page.getByRole('button', { name: say.notice }).click();
    await look(page, 'privacy notice');
    await page.getByRole('button', { name: say.close }).click();
    await page.getByRole('button', { name: say.start }).click();
    await expect(page.getByRole('button', { name: say.other })).toBeVisible();
    await look(page, 'field');
    await page.getByRole('button', { name: say.other }).click();
    for (let question = 1; question <= 8; question++) {
      await expect(page.getByRole('radiogroup')).toBeVisible();
      await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
      await expect(page.locator('.tile')).toHaveText(say.levels);
      await (LOOKED_AT.has(question) ? look : fits)(page, `question ${question}`);
      await answer(page, say.levels[question % 5]!);
    }
    for (let ending = 1; ending <= 4; ending++) {
      await look(page, `ending ${ending}`);
      await pause(page, 450);
      if (ending < 4) await page.getByRole('button', { name: say.skip }).click();
    }
    await page.getByRole('button', { name: say.skipAll }).click();
    await pause(page, 450);
    await page.getByRole('button', { name: say.edit, exact: true }).click();
    await look(page, 'review');
    await pause(page, 450);
    await page.getByRole('button', { name: say.send }).click();
    await expect(page.getByRole('heading', { name: say.thanks })).toBeVisible();
    await expectAccessible(page, 'thanks');
  });
}

test('the warning before the idle reset is accessible, and nothing of the person remains after it', async ({
  page,
}) => {
  await enrolTablet(page, product);
  await page.getByRole('button', { name: sayings.vi.start }).click();
  await pause(page, 500); // a touch sooner than this would be the second half of a double tap
  await page.getByRole('button', { name: sayings.vi.other }).click();
  await pause(page, 1_000);
  await page.getByRole('radio', { name: 'Không hài lòng', exact: true }).click();
  await letIdle(page, 31_000);
  await expect(page.getByRole('heading', { name: 'Ông/Bà còn ở đây không?' })).toBeVisible();
  await expectAccessible(page, 'warning');
  await letIdle(page, 28_000);
  await expect(page.getByRole('button', { name: sayings.vi.start })).toBeVisible();
  await page.goBack().catch(() => null);
  await expect(page.getByRole('button', { name: sayings.vi.start })).toBeVisible();
  expect(await page.locator('#app').innerText()).not.toContain('Đã chọn');
  await expect(page.getByRole('radio')).toHaveCount(0);
});

test('a keyboard is enough for a whole visit', async ({ page }) => {
  await enrolTablet(page, product);
  await beginVisit(page);
  const heading = page.getByRole('heading', { level: 1 });
  for (let question = 0; question < 8; question++) {
    const before = await heading.textContent();
    await expect(heading).toBeFocused();
    await pause(page, 450);
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      if ((await page.locator(':focus').getAttribute('role')) === 'radio') break;
    }
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(heading).not.toHaveText(before ?? '');
  }
  await expect(heading).toHaveText('Giới tính của Ông/Bà');
});

test('the managers’ screens are accessible, on a laptop and on a phone, in both languages', async ({
  page,
}) => {
  await page.goto(`${product.base}/`);
  await expectAccessible(page, 'door');
  await page.goto(`${product.base}/dashboard/`);
  await expect(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible();
  await expectAccessible(page, 'sign-in');
  await openDashboard(page, product);
  for (const size of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    for (const language of ['VI', 'EN']) {
      await page.getByRole('button', { name: language, exact: false }).first().click();
      await expect(page.locator('.received')).toBeInViewport();
      await expect(page.getByText(/%/).first()).toBeInViewport();
      await expectAccessible(page, `overview ${size.width} ${language}`);
    }
  }
  await page.getByRole('button', { name: 'VI', exact: false }).first().click();
  const asTable = page.getByRole('button', { name: 'Xem bảng' });
  for (let left = await asTable.count(); left > 0; left--) await asTable.first().click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await expectAccessible(page, 'overview as tables');
  await expect(page.getByText('DỮ LIỆU MINH HỌA', { exact: true }).first()).toBeVisible();
});
