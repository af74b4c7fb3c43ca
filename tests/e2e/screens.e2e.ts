import { expect, type Page, test } from '@playwright/test';
import { repliesOf, withdrawReply } from '../../server/store/replies.ts';
import { en } from '../../shared/text/en.ts';
import { openDashboard } from './manager-accounts.ts';
import {
  answer,
  beginVisit,
  driveClock,
  enrolTablet,
  expectAccessible,
  letIdle,
  nameNothing,
  pause,
  startOf,
  waitForAttract,
} from './people.ts';
import { ADVANCE_MS, THANKS_MS } from '../../kiosk/visit/waits.ts';
import { type Product, startProduct } from './product.ts';

/** Screens in the real product. What holds of each screen and state is looked at on the design page (design.e2e.ts). */
let product: Product;
test.beforeAll(async () => {
  product = await startProduct('demo');
});
test.afterAll(() => product.stop());
test.beforeEach(({ page }) => driveClock(page));

test('a look at a screen finds what is wrong there, and an empty one is no proof', async ({ page }) => {
  await page.setContent('<html lang="vi"><title>x</title><main><h1>x</h1><img src="data:,"></main></html>');
  await expect(expectAccessible(page, 'a picture')).rejects.toThrow('a picture: image-alt img');
  await page.setContent('<html><frameset></frameset></html>');
  await expect(expectAccessible(page, 'a frameset')).rejects.toThrow('a frameset: nothing was looked at');
});

/** They take turns with the invitation, for a minute of their own. */
const withdrawReplies = () =>
  product.store.write(async (tx) => {
    for (const { id } of await repliesOf(tx, [product.unit])) await withdrawReply(tx, id, '2026-11-20');
  });

test('each invitation stands for eight seconds, in one language after another, while nobody is there (sentence 23)', async ({
  page,
}) => {
  await withdrawReplies();
  await enrolTablet(page, product);
  const invitation = page.locator('.attract-what');
  const look = () =>
    invitation.evaluate((element: HTMLElement) => ({ lang: element.lang, ms: performance.now() }));
  const seen = [await look()];
  for (let second = 0; second < 30; second++) {
    await pause(page, 1_000);
    seen.push(await look());
  }
  const turns = seen.flatMap(({ lang }, at) => (at > 0 && lang !== seen[at - 1]!.lang ? at : []));
  expect(turns.length).toBeGreaterThan(1);
  // the first of two changes came after the look before it
  for (const [i, at] of turns.slice(1).entries())
    expect(seen[at]!.ms - seen[turns[i]! - 1]!.ms).toBeGreaterThanOrEqual(8_000);
  expect(new Set(seen.map(({ lang }) => lang))).toEqual(new Set(['vi', 'en']));

  // a click that no finger made is somebody too
  await page.locator('.chip[lang=en]').dispatchEvent('click');
  await pause(page, 16_000);
  await expect(invitation).toHaveAttribute('lang', 'en');
});

test('a visit in English goes from its chip to the thanks, and the next person finds Vietnamese', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${product.base}/kiosk/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đăng ký thiết bị');
  await expectAccessible(page, 'not enrolled');

  await enrolTablet(page, product);
  await page.getByRole('button', { name: en.languageName, exact: true }).click();
  await page.getByRole('button', { name: new RegExp(en.attractTitle) }).click();
  await pause(page, 450);
  await page.getByRole('button', { name: en.counterOther }).click();
  await pause(page, 450);
  await page.getByRole('button', { name: en.fieldOther }).click();
  for (let question = 1; question <= 8; question++) await answer(page, 'Very satisfied');
  await pause(page, 450);
  await page.getByRole('button', { name: en.skipAll }).click();
  await pause(page, 450);
  await page.getByRole('button', { name: en.send }).click();
  await expect(page.getByRole('heading', { name: en.thanksTitle })).toBeVisible();
  await letIdle(page, THANKS_MS);
  await waitForAttract(page);
});

test('after the warning and the idle reset nothing of the person remains', async ({ page }) => {
  await enrolTablet(page, product);
  const larger = page.getByRole('button', { name: 'Chữ to hơn' });
  const sizeOf = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  const usual = await sizeOf();
  await larger.click();
  expect(await sizeOf()).not.toBe(usual);
  await startOf(page).click();
  await nameNothing(page);
  await pause(page, 1_000);
  await page.getByRole('radio', { name: 'Không hài lòng', exact: true }).click();
  await letIdle(page, 31_000);
  await expect(page.getByRole('heading', { name: 'Ông/Bà còn ở đây không?' })).toBeVisible();
  await letIdle(page, 28_000);
  await waitForAttract(page);
  await page.goBack().catch(() => null);
  await expect(startOf(page)).toBeVisible();
  expect(await page.locator('#app').innerText()).not.toContain('Đã chọn');
  await expect(page.getByRole('radio')).toHaveCount(0);
  await expect(larger).toHaveAttribute('aria-pressed', 'false');
  expect(await sizeOf()).toBe(usual);
});

/** Presses Tab until the control with this name has the focus, and what it passed on the way, each one seen. */
async function tabTo(page: Page, name: string): Promise<string[]> {
  const passed: string[] = [];
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { innerText, tagName, className } = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
      const isSeen = outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 3;
      return {
        kind: className.split(' ')[0]!,
        says: innerText.trim(),
        isControl: tagName !== 'BODY',
        isSeen,
      };
    });
    if (!at.isControl) continue; // past the last one, where a browser has its own bar
    expect(at.isSeen, `the focus on "${at.says}" is seen`).toBe(true);
    passed.push(at.kind);
    if (at.says === name) return passed;
  }
  throw new Error(`no way to "${name}": ${passed.join(', ')}`);
}

test('a keyboard is enough for a whole visit, in the order of question, answers, back and end, and the focus is seen (sentence 22)', async ({
  page,
}) => {
  await enrolTablet(page, product);
  await beginVisit(page);
  const heading = page.getByRole('heading', { level: 1 });
  for (let question = 0; question < 8; question++) {
    const before = await heading.textContent();
    await expect(heading).toBeFocused();
    await pause(page, 450);
    if (question === 1) {
      const passed = await tabTo(page, 'Kết thúc');
      const order = passed.filter((kind) => ['tile', 'no-opinion', 'secondary', 'bar-end'].includes(kind));
      expect(order).toEqual([...Array<string>(5).fill('tile'), 'no-opinion', 'secondary', 'bar-end']);
      await heading.focus();
    }
    await tabTo(page, 'Không hài lòng');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await pause(page, ADVANCE_MS);
    await expect(heading).not.toHaveText(before ?? '');
  }
  await expect(heading).toHaveText('Giới tính của Ông/Bà');
  for (const name of ['Bỏ qua phần này', 'Gửi']) {
    await pause(page, 450);
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { name: 'Xin cảm ơn Ông/Bà' })).toBeVisible();
});

/** What a manager came for, whole on the screen as it opens: both figures, what changed, what pulls them down, who needs help. */
async function expectSeenAtOnce(page: Page): Promise<void> {
  expect(await page.evaluate(() => scrollY)).toBe(0);
  for (const part of [
    page.locator('.headline .big').nth(0),
    page.locator('.headline .big').nth(1),
    page.locator('.headline .aim-line').nth(1),
    page.locator('.headline .change-line').nth(0),
    page.locator('.headline .change-line').nth(1),
    page.locator('.attention li').first(),
    page.locator('.attention li').last(),
    page.locator('.attention .red-devices'),
    page.locator('.received'),
  ]) {
    await expect(part).toBeInViewport({ ratio: 1 });
  }
}

test('the managers’ screens are accessible, and the first look says it all, on a laptop and on a phone, in both languages', async ({
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
      await expectSeenAtOnce(page);
      await expectAccessible(page, `overview ${size.width} ${language}`);
    }
  }
  await page.getByRole('button', { name: 'VI', exact: false }).first().click();
  await page.getByText('3 tiêu chí').first().click();
  await expect(page.locator('.factor-items li', { hasText: '24. ' }).first()).toBeVisible();
  await expectAccessible(page, 'overview with items');
  const asTable = page.getByRole('button', { name: 'Xem bảng' });
  for (let left = await asTable.count(); left > 0; left--) await asTable.first().click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await expectAccessible(page, 'overview as tables');
  await expect(page.getByText('DỮ LIỆU MINH HỌA', { exact: true }).first()).toBeVisible();

  // another way of computing names itself, has no target, and is kept by the address
  const name = page.locator('.headline .statistic').first();
  await expect(name).toHaveText('Tỷ lệ hài lòng');
  await page.getByText('Chi tiết cách tính').click();
  await page.getByRole('button', { name: 'Lý lịch số liệu: Việc cung ứng dịch vụ hành chính công' }).click();
  await expect(page.getByRole('dialog')).toContainText('86,');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  // and so does every figure of the charts, of factors and of units
  for (const [id, row] of [
    ['factors', 'Công chức'],
    ['units', 'Xã An Điền'],
  ]) {
    const figure = page
      .locator(`#${id}`)
      .getByRole('button', { name: `Lý lịch số liệu: ${row}` })
      .first();
    const percent = (await figure.locator('b').innerText()).trim();
    await figure.click();
    await expect(page.getByRole('dialog')).toContainText(row!);
    await expect(page.getByRole('dialog')).toContainText(percent);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.getByLabel('Thống kê').selectOption('mean5');
  await expect(name).toHaveText('Điểm trung bình ÷ 5 × 100');
  await expect(page.locator('.headline .aim-line').first()).toHaveText(
    'Mục tiêu không áp dụng cho cách tính này',
  );
  await page.reload();
  await expect(name).toHaveText('Điểm trung bình ÷ 5 × 100');
  await page.getByRole('button', { name: 'Trở về cách tính của đợt khảo sát' }).click();
  await expect(name).toHaveText('Tỷ lệ hài lòng');
});
