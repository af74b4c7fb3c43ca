import { readFileSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  expect,
  type Page,
  test,
  type ViewportSize,
} from '@playwright/test';
import { countSubmissions } from '../../server/store/submissions.ts';
import { readPrint } from '../fakes/read-print.ts';
import { toPage } from './device-pages.ts';
import { createAccount, openDashboard } from './manager-accounts.ts';
import { answer, driveClock, expectAccessible, nameNothing, pause, sendAll } from './people.ts';
import { type Product, startProduct } from './product.ts';

/** From the page of codes over the paper to a citizen's phone, and to the end of a code. */
test.describe.configure({ mode: 'parallel' });
let product: Product;
test.beforeEach(async ({ page }) => {
  product = await startProduct('demo');
  await openDashboard(page, product);
  await toPage(page, /^Thiết lập$/);
  await page.getByRole('link', { name: 'Mã khảo sát' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mã khảo sát' })).toBeVisible();
});
const others: BrowserContext[] = [];
test.afterEach(async () => {
  // a page that goes on asking a server that is gone takes the machine from the next journey
  for (const other of others.splice(0)) await other.close();
  await product.stop();
});
test.use({ hasTouch: true });

const stored = () => countSubmissions(product.store.read);
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

async function openOther(browser: Browser, viewport: ViewportSize): Promise<Page> {
  const other = await browser.newContext({ viewport });
  others.push(other);
  return other.newPage();
}

async function openPhone(page: Page, address: string): Promise<Page> {
  const phone = await openOther(page.context().browser()!, { width: 360, height: 640 });
  await driveClock(phone);
  await phone.goto(address);
  return phone;
}

/** The demo's points ask for the field first. */
async function answerOn(phone: Page): Promise<void> {
  await nameNothing(phone);
  for (let question = 0; question < 8; question++) await answer(phone, 'Hài lòng');
  await sendAll(phone);
  await expect(phone.getByRole('heading', { name: 'Xin cảm ơn Ông/Bà' })).toBeVisible();
}

async function save(page: Page, name: RegExp): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, name)]);
  return readFileSync(await file.path());
}

test('a code is made for a counter, printed and read from the paper, answered on a phone, and revoked', async ({
  page,
}) => {
  await expect(page.getByRole('table')).toBeVisible();
  await expectAccessible(page, 'codes');
  await page.getByRole('searchbox').fill('dong lam');
  await press(page, 'Chọn tất cả mã đang hiện');
  const shown = (await page.getByRole('row').count()) - 1;
  await expect(page.getByRole('heading', { name: `Đã chọn ${shown} mã`, exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Tạo mã mới' }).click();
  await press(page, 'Tạo mã');
  await expect(page.getByText('Xin điền ô này.')).toBeVisible();
  await page.getByRole('searchbox').fill('dong lam');
  await page
    .getByRole('checkbox', { name: /Đông Lâm/ })
    .first()
    .check();
  await page.getByRole('textbox', { name: 'Quầy' }).fill('3, một quầy có tên quá dài');
  await press(page, 'Tạo mã');
  await expect(page.getByRole('textbox', { name: 'Quầy' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Quầy' }).fill('3, 4');
  await expect(page.getByText('Sẽ tạo 2 mã.')).toBeVisible();
  await expectAccessible(page, 'new codes');
  await press(page, 'Tạo mã');
  await expect(page.getByText('Đã tạo 2 mã')).toBeVisible();

  await press(page, 'In áp phích, thẻ để bàn');
  await page.getByLabel('Khổ giấy').focus();
  await page.getByLabel('Khổ giấy').selectOption('A5');
  await expect(page.getByLabel('Khổ giấy')).toBeFocused();
  await expectAccessible(page, 'printing');
  const pages = await readPrint(await save(page, /^Tải tệp PDF/));
  expect(pages.map(({ widthMm, heightMm }) => [widthMm, heightMm])).toEqual([
    [148, 210],
    [148, 210],
  ]);
  expect(pages[0]!.text).toMatch(/MINH HỌA.*Quầy [34]/);
  const address = new URL(pages[0]!.code!);

  const before = await stored();
  await answerOn(await openPhone(page, `${product.base}${address.pathname}`));
  expect(await stored()).toBe(before + 1);

  await press(page, 'Không thực hiện');
  await press(page, 'Thu hồi');
  await expect(page.locator('.act-panel.danger')).toContainText(address.pathname.slice(3));
  await expectAccessible(page, 'revoking');
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await page.route('**/codes/revoke', async (route) => {
    await held;
    await route.continue();
  });
  await press(page, 'Thu hồi ngay');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Đang gửi…' })).toBeVisible();
  go();
  await expect(page.getByRole('status').filter({ hasText: 'Đã thu hồi 2 mã.' })).toBeFocused();
  const phone = await openPhone(page, `${product.base}${address.pathname}`);
  await expect(phone.getByRole('heading', { name: 'Mã này không còn dùng' })).toBeVisible();
  await expect(phone.getByLabel('Mã tại quầy')).toBeVisible();
  await expectAccessible(phone, 'ended code');
  await toPage(page, /^Nhật ký$/);
  await expect(page.getByText('Thu hồi mã đặt tại quầy').first()).toBeVisible();
});

test('a one-time invitation is answered once and then refused in a clear sentence', async ({ page }) => {
  await page.getByRole('link', { name: 'Phiếu mời dùng một lần' }).click();
  await expect(page.getByText('Chưa có phiếu mời nào.')).toBeVisible();
  await page.getByRole('link', { name: 'Tạo phiếu mời' }).click();
  await page.getByRole('searchbox').fill('dong lam');
  await page
    .getByRole('radio', { name: /Đông Lâm/ })
    .first()
    .check();
  await page.getByLabel('Số phiếu mời').fill('9');
  await press(page, 'Tạo phiếu mời');
  await expect(page.locator('.help.broken')).toHaveText('Từ 10 đến 500.');
  await page.getByLabel('Số phiếu mời').fill('10');
  await page.getByLabel('Tên gợi nhớ').fill('Trả kết quả tuần 48');
  await expectAccessible(page, 'new tickets');
  await press(page, 'Tạo phiếu mời');
  await expect(page.getByRole('heading', { name: 'Đã tạo 10 phiếu mời' })).toBeVisible();
  await expectAccessible(page, 'tickets');
  const [, ...lines] = (await save(page, /CSV/)).toString('utf8').trim().split('\r\n');
  const links = lines.map((line) => `${product.base}/s${new URL(line.split(';')[1]!).hash}`);
  expect(new Set(links).size).toBe(10);
  const sheet = await readPrint(await save(page, /^Tải tệp PDF/));
  expect(sheet).toHaveLength(2);

  const before = await stored();
  const phone = await openPhone(page, links[0]!);
  await answerOn(phone);
  expect(await stored()).toBe(before + 1);
  await press(page, /^Tải tệp PDF/);
  await expect(page.getByRole('alert')).toContainText('Tệp CSV vẫn tải được');
  // going back to it is no second chance, nor is the paper in other hands
  await phone.reload();
  await expect(phone.getByRole('heading', { name: 'Đã ghi nhận' })).toBeVisible();
  const other = await openPhone(page, links[0]!);
  const used = other.getByRole('heading', { name: 'Phiếu mời này đã dùng hoặc đã hết hạn' });
  await expect(used).toBeVisible();
  await expectAccessible(other, 'used ticket');

  await page.getByRole('link', { name: 'Xong, về danh sách' }).click();
  await page.getByRole('link', { name: 'Trả kết quả tuần 48' }).click();
  await expect(page.getByText('dưới 10')).toBeVisible();
  await press(page, 'Thu hồi các phiếu mời còn lại');
  await press(page, 'Thu hồi ngay');
  await expect(page.locator('.batch-facts')).toContainText('Đã thu hồi');
  await expect(page.getByRole('status').filter({ hasText: 'Đã thu hồi' })).toBeFocused();
  await expectAccessible(page, 'revoked batch');
  await expect(
    (await openPhone(page, links[1]!)).getByRole('heading', { name: /đã dùng hoặc đã hết hạn/ }),
  ).toBeVisible();
});

test('staff show a code on their screen, which works once and changes by itself; of the answer they learn nothing', async ({
  browser,
}) => {
  const staff = await openOther(browser, { width: 1366, height: 768 });
  await driveClock(staff);
  const shown = () =>
    staff
      .waitForResponse((answer) => answer.url().endsWith('/counter-screen/tickets'))
      .then(
        async (answer) =>
          `${product.base}/s${new URL(((await answer.json()) as { address: string }).address).hash}`,
      );
  await createAccount(staff, await product.accountLink('staff'), 'quay.mot');
  await expect(staff.getByRole('heading', { level: 1, name: 'Mã cho người dân tại quầy' })).toBeVisible();
  const first = shown();
  await staff.getByLabel('Điểm tiếp nhận').selectOption({
    label: 'Quầy 1 Hộ tịch - Chứng thực – Trung tâm Phục vụ hành chính công phường Đông Lâm',
  });
  await first;
  const preset = shown();
  await press(staff, 'Hộ tịch');
  const address = await preset;
  await expect(staff.getByRole('img', { name: /Mã QR dùng một lần/ })).toBeVisible();
  await expectAccessible(staff, 'counter code');

  const before = await stored();
  const renewed = shown();
  const phone = await openPhone(staff, address);
  // the field is set: the first screen is the first question
  await expect(phone.getByText('1/8')).toBeVisible();
  await pause(staff, 3_000); // until the screen of staff looks again whether the code was opened
  const another = await renewed;
  await expect(staff.getByRole('status').filter({ hasText: 'Mã trước đã dùng' })).toBeVisible();
  await answerOn(phone);
  expect(await stored()).toBe(before + 1);
  await expect(staff.getByText('Mã trước đã dùng')).toBeVisible();
  const last = shown();
  await press(staff, 'Người tiếp theo');
  await last;
  // nobody had opened that one
  await expect(
    (await openPhone(staff, another)).getByRole('heading', { name: /đã dùng hoặc đã hết hạn/ }),
  ).toBeVisible();
});
