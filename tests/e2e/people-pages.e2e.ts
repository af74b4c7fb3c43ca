import { expect, type Page, test } from '@playwright/test';
import { toPage } from './device-pages.ts';
import { createAccount, openDashboard } from './manager-accounts.ts';
import { expectAccessible } from './people.ts';
import { type Product, startProduct } from './product.ts';

/** An administrator invites somebody and later closes the account; fields come from a list. */
let product: Product;
test.beforeEach(async () => {
  product = await startProduct('demo');
});
test.afterEach(() => product.stop());

const toSettings = async (page: Page, name: string) => {
  await toPage(page, /^Thiết lập$/);
  await page.getByRole('link', { name, exact: true }).click();
};

test('who is invited sees the unit of the invitation and no more, and is out as soon as the account is closed', async ({
  browser,
  page,
}) => {
  await openDashboard(page, product);
  await toSettings(page, 'Người dùng');
  await expect(page.getByRole('link', { name: 'Mời người dùng' })).toBeVisible();
  await expectAccessible(page, 'people');
  await page.getByRole('link', { name: 'Mời người dùng' }).click();
  await page.getByRole('button', { name: 'Tạo đường dẫn mời' }).click();
  await expect(page.getByText('Xin điền ô này.')).toHaveCount(2);
  await expectAccessible(page, 'invitation with faults');
  await page.getByRole('radio', { name: /^Người quản lý/ }).check();
  await page.getByRole('radio', { name: 'Phường Đông Lâm' }).check();
  await page.getByRole('button', { name: 'Tạo đường dẫn mời' }).click();
  await expect(page.getByRole('img', { name: 'Mã QR của đường dẫn' })).toBeVisible();
  await expectAccessible(page, 'invitation');
  const wide = page.viewportSize()!;
  await page.setViewportSize({ width: 360, height: 640 });
  const label = page.getByText('Đường dẫn dùng một lần', { exact: true });
  await expect.poll(async () => (await label.boundingBox())?.height).toBeGreaterThan(9);
  await page.setViewportSize(wide);
  const link = await page.getByLabel('Đường dẫn dùng một lần').inputValue();
  await page.getByRole('button', { name: 'Mời người khác' }).click();
  await page.getByRole('button', { name: 'Tạo đường dẫn mời' }).click();
  await expect(page.getByRole('img', { name: 'Mã QR của đường dẫn' })).toBeVisible();

  const invited = await (await browser.newContext()).newPage();
  // the server of a test has a port that it does not know beforehand
  await createAccount(invited, `${product.base}${link.slice(link.indexOf('/dashboard/'))}`, 'binh.le');
  await expect(invited.getByRole('heading', { level: 1 })).toContainText('Phường Đông Lâm');
  await toPage(invited, /^Thiết lập$/);
  await expect(invited.getByRole('link', { name: 'Người dùng', exact: true })).toHaveCount(0);

  await toSettings(page, 'Người dùng');
  await page.getByRole('button', { name: /^Thu hồi lời mời Người quản lý/ }).click();
  await page.getByRole('button', { name: 'Thu hồi', exact: true }).click();
  await expect(page.getByText('Đã thu hồi lời mời.')).toBeVisible();
  await page.getByRole('searchbox').fill('binh');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page
    .getByRole('row', { name: /binh\.le/ })
    .getByRole('link')
    .click();
  await expect(page.getByText('Đang có 1 phiên đăng nhập')).toBeVisible();
  await page.getByRole('button', { name: 'Ngừng tài khoản' }).click();
  await expect(page.getByText('Người này đang có 1 phiên đăng nhập và sẽ bị đăng xuất ngay')).toBeVisible();
  await expectAccessible(page, 'person');
  await page.getByRole('button', { name: 'Ngừng tài khoản' }).click();
  const said = page.getByRole('status').filter({ hasText: 'Đã ngừng tài khoản và kết thúc mọi phiên' });
  await expect(said).toBeFocused();
  await page.getByRole('radio', { name: 'Phường Tân Khê' }).check();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('.facts')).toContainText('Phường Tân Khê');
  await expect(page.getByText('Đã lưu.')).toBeVisible();
  await invited.reload();
  await expect(invited.getByRole('button', { name: 'Đăng nhập' })).toBeVisible();
  await invited.context().close();
});

test('a list is looked at before it is written, a field ends with a day, and its bad lines are named', async ({
  page,
}) => {
  await openDashboard(page, product);
  await toSettings(page, 'Lĩnh vực và thủ tục');
  await expect(page.getByRole('table', { name: 'Lĩnh vực' })).toContainText('Hộ tịch');
  await expectAccessible(page, 'fields');
  await page.getByRole('link', { name: 'Nhập danh sách' }).click();
  const give = (text: string) =>
    page.getByLabel('Tệp CSV trên máy này').setInputFiles({
      name: 'danh-sach.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
  await give('\uFEFFcode;name_vi;field\nzz;;\n9.000001;Thủ tục thử;khong\n');
  await expect(page.getByRole('row', { name: /name_vi/ })).toContainText('Còn trống.');
  await expect(page.getByRole('row', { name: /field/ })).toContainText('Dòng 3');
  await expectAccessible(page, 'list with faults');
  await page.getByRole('button', { name: 'Chọn danh sách khác' }).click();
  await give('code,name_vi,field\nzz,Lĩnh vực thử,\n9.000001,Thủ tục thử,zz\n');
  await expect(page.getByText('2 mục mới, 0 mục sửa')).toBeVisible();
  await expectAccessible(page, 'list to write');
  await page.getByRole('button', { name: 'Nhập danh sách này' }).click();
  await expect(page.getByText('Đã nhập danh sách.')).toBeVisible();

  await page.getByRole('link', { name: 'Lĩnh vực và thủ tục' }).click();
  await page.getByRole('link', { name: 'Lĩnh vực thử' }).click();
  await page.getByRole('button', { name: 'Cho hết hiệu lực' }).click();
  await expect(page.getByText('1 thủ tục của lĩnh vực cùng hết hiệu lực')).toBeVisible();
  await expectAccessible(page, 'field');
  await page.getByRole('button', { name: 'Cho hết hiệu lực' }).click();
  await expect(page.getByRole('button', { name: 'Bỏ ngày hết hiệu lực' })).toBeVisible();
});
