import { randomBytes } from 'node:crypto';
import { expect, type Page, test as base } from '@playwright/test';
import { ADVANCE_MS } from '../../kiosk/visit/waits.ts';
import { newDevice } from '../../server/set-up.ts';
import { addAccount } from '../../server/store/accounts.ts';
import { addConsent } from '../../server/store/consent-scripts.ts';
import { putContact } from '../../server/store/contacts.ts';
import { addServicePoint, addWalkUpCode } from '../../server/store/organisation.ts';
import { USUAL_CONSENT } from '../../shared/consent-script.ts';
import { decodeSubmission } from '../../shared/submission.ts';
import { createFakeCamera, type FakeCamera } from '../fakes/fake-camera.ts';
import { answer, driveClock, expectAccessible, goOnEnrolled, grantPersistence, pause } from './people.ts';
import { expectNoScrolling, expectNothingSideways } from './room-on-screen.ts';
import { type Product, startProduct } from './product.ts';
import { bytesOfStored } from '../../server/store/packed-submission.ts';

/** A telephone of staff: a real camera picture, a real browser, no network where none is needed. */
const test = base.extend<object, { readonly camera: FakeCamera }>({
  camera: [
    // oxlint-disable-next-line no-empty-pattern -- a fixture says what it needs, and this one needs nothing
    async ({}, use) => {
      const camera = createFakeCamera();
      await use(camera);
      camera.remove();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, camera }, use) =>
      use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...camera.args] }),
    { scope: 'worker' },
  ],
});
test.use({ viewport: { width: 390, height: 844 } });
let product: Product;
test.beforeAll(async () => {
  product = await startProduct('real');
});
test.afterAll(() => product.stop());

/** Of a film, frame by frame, on a machine with two cores. */
const CAMERA = { timeout: 30_000 };
/** Longer than what is taken for the second half of a double tap. */
const DOUBLE_TAP = 450;
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

const SIZES = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
];

/** Nothing to be moved sideways on a telephone, small ones too, and no fault of accessibility, in both languages. */
async function look(page: Page, screen: string): Promise<void> {
  for (const language of ['English', 'Tiếng Việt']) {
    await button(page, language).click();
    await expectNothingSideways(page, `${screen}, ${language}`, SIZES);
    await expectAccessible(page, `${screen}, ${language}`);
  }
}

test('the camera scans the enrolment code inside the app, says of another code what it is not, and is off afterwards', async ({
  page,
  camera,
}) => {
  await grantPersistence(page);
  camera.show(`${product.base}/q/${product.code}`);
  await page.goto(`${product.base}/kiosk/staff/`);
  const readers: string[] = [];
  page.on('request', (request) => request.url().includes('/read-qr-') && readers.push(request.url()));
  await expect(heading(page, 'Đăng ký thiết bị')).toBeVisible();
  await look(page, 'enrolment');
  expect(readers, 'the reader of codes is loaded with a camera and not before').toEqual([]);
  await button(page, 'Quét mã QR').click();
  await expect(page.getByRole('alert')).toContainText('Đây không phải mã đăng ký', CAMERA);
  await expectAccessible(page, 'the camera');
  await button(page, 'Đóng máy ảnh').click();
  await expect(page.locator('video')).toHaveCount(0);
  camera.show(await product.deviceLink());
  await button(page, 'Quét mã QR').click();
  await expect(heading(page, 'Có đúng thiết bị này không?')).toBeVisible(CAMERA);
  await expect(page.locator('video')).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('');
  expect(readers).toHaveLength(1);
});

test('inside another app, which has no service worker, the page offers the browser and its address, and keeps nothing', async ({
  page,
}) => {
  await page.addInitScript(() => {
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
    Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (Linux; Android 13; wv) Zalo' });
  });
  await page.goto(`${product.base}/kiosk/staff/#enrol=ABCD2345`);
  await expect(heading(page, 'Xin mở trang này bằng trình duyệt')).toBeVisible();
  const address = `${product.base}/kiosk/staff/#enrol=ABCD2345`;
  await expect(page.getByLabel('Địa chỉ của trang')).toHaveValue(address);
  const out = await page.getByRole('link', { name: 'Mở bằng trình duyệt' }).getAttribute('href');
  expect(out).toContain(`${address.replace('http://', 'intent://')}#Intent;scheme=http;`);
  await expectAccessible(page, 'in a web view');
  expect(await page.evaluate(() => indexedDB.databases().then((list) => list.length))).toBe(0);
});

test('an interview runs without a network from the counter’s code to the kept form, which nobody can open again and which arrives once as assisted', async ({
  page,
  camera,
  context,
}) => {
  const { counters, phone } = await setUpPhone();
  await driveClock(page);
  await grantPersistence(page);
  camera.show(`${product.base}/kiosk/staff/#enrol=${phone.code}`);
  await page.goto(`${product.base}/kiosk/staff/`);
  await button(page, 'Quét mã QR').click();
  await button(page, 'Đúng thiết bị này').click();
  await goOnEnrolled(page, heading(page, 'Bắt đầu phỏng vấn'));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await look(page, 'home');

  // a day without a network begins: the page opens from its copy, reader of codes included
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('Người hỏi: Trần Thị Hoa')).toBeVisible();
  // the code of a receipt needs a connection: that is said, and what can be done without one
  camera.show(`${product.base}/s#t=${'x'.repeat(22)}`);
  await button(page, 'Quét mã tại quầy').click();
  await expect(page.getByRole('alert')).toContainText('chỉ mở được khi có mạng', CAMERA);
  await expect(page.getByRole('alert')).toContainText('Vẫn phỏng vấn được');
  camera.show(`${product.base}/q/${counters[0]!.walkUp}`);
  await expect(heading(page, 'Hôm nay Ông/Bà trực ở quầy nào?')).toBeVisible(CAMERA);
  await look(page, 'duty');
  await button(page, 'Quầy 1').click();
  await expect(heading(page, 'Xin đọc cho người dân nghe')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Ông/Bà đang trực chính quầy này');
  await expect(page.getByText('Tôi là Trần Thị Hoa')).toContainText('Tôi xin hỏi 40 câu');
  await expect(page.getByText('Xin Ông/Bà cứ nói thật lòng.')).toBeVisible();
  await expect(page.getByText('Điện thoại của cơ quan: 0263 3822 456')).toBeVisible();
  await look(page, 'consent');
  await button(page, 'Từ chối').click();
  await expect(heading(page, 'Đã ghi nhận lời từ chối')).toBeVisible();
  await button(page, 'Người tiếp theo').click();

  await button(page, 'Chọn quầy, lĩnh vực').click();
  await button(page, 'Quầy 2').click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await button(page, 'Đồng ý').click();
  await expect(page.getByText('Câu 1/40')).toBeVisible();
  await expectAccessible(page, 'a question');
  // a keyboard is enough: the first answer is the first stop behind the heading
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('Tab');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Hài lòng', exact: true })).toBeFocused();
  await pause(page, DOUBLE_TAP);
  await page.keyboard.press('Enter');
  await pause(page, ADVANCE_MS);
  await expect(page.getByText('Câu 2/40')).toBeVisible();
  await button(page, 'Quay lại').click();
  await expect(page.getByRole('radio', { name: 'Hài lòng', exact: true })).toBeChecked();
  await pause(page, DOUBLE_TAP);
  await button(page, 'Tiếp tục').click();
  let notes = 0;
  for (let at = 2; at <= 40; at++) {
    await expect(page.getByText(`Câu ${at}/40`)).toBeVisible();
    if (await page.getByText('"Chính sách" ở đây nói đến').isVisible()) {
      notes += 1;
      await expectNoScrolling(page, 'a question with the note about policy', [{ width: 390, height: 844 }]);
    }
    await answer(page, at === 5 ? 'Không có ý kiến' : 'Rất hài lòng');
  }
  expect(notes).toBe(1);
  for (const [number, ending] of [
    'Giới tính của Ông/Bà',
    'Độ tuổi của Ông/Bà',
    'Ông/Bà đến giải quyết việc cho ai?',
  ].entries()) {
    await expect(heading(page, ending)).toBeVisible();
    await pause(page, DOUBLE_TAP);
    if (number === 0) await answer(page, 'Nữ');
    else await button(page, 'Không trả lời câu này').click();
  }
  await expect(heading(page, 'Ông/Bà có muốn góp ý thêm không?')).toBeVisible();
  await pause(page, DOUBLE_TAP);
  await button(page, 'Tiếp tục').click();
  await expect(heading(page, 'Đã hỏi xong')).toBeVisible();
  await expectAccessible(page, 'before it is handed in');
  await pause(page, DOUBLE_TAP);
  await button(page, 'Nộp phiếu').click();
  await expect(heading(page, 'Đã lưu phiếu')).toBeVisible();
  await page.goBack().catch(() => undefined);
  // the tablet's address leads to the page of interviews, without a network too
  await page.goto(`${product.base}/kiosk/`);
  await expect(page.getByText('1 phiếu chờ gửi')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/kiosk/interview/');
  expect(await page.locator('body').textContent()).not.toContain('Rất hài lòng');

  await context.setOffline(false);
  await page.reload();
  await expect(page.getByText('Mọi phiếu đã gửi về máy chủ.')).toBeVisible({ timeout: 40_000 });
  const rows = await product.store.read.selectFrom('submissions').select(['id', 'p']).execute();
  const assisted = rows
    .map((row) => decodeSubmission(bytesOfStored(row))!)
    .filter(({ ch }) => ch === 'assisted');
  expect(assisted).toHaveLength(1);
  expect(assisted[0]).toMatchObject({
    fm: 'full',
    sp: counters[1]!.id,
    ui: 's1a',
    e: 'done',
    dm: { sex: 2 },
  });
  expect(assisted[0]!.b).toMatch(/^\d{4}-\d\d\/[12]$/);
  const day = () =>
    product.store.read
      .selectFrom('device_days')
      .select('counts')
      .where('device', '=', phone.id)
      .executeTakeFirst()
      .then((row) => JSON.parse(row?.counts ?? '{}') as object);
  await expect
    .poll(day, { timeout: 30_000 })
    .toMatchObject({ agreed: { 'own-1': 1 }, refused: 1, ownCounter: 0, starts: 1 });
});

/** A centre with two counters and their codes, and the telephone of an official that has a code to enrol. */
async function setUpPhone() {
  const { store, unit, point } = product;
  const random = (length: number) => new Uint8Array(randomBytes(length));
  const at = Date.now();
  const counters = ['Quầy 1', 'Quầy 2'].map((vi, i) => ({
    id: `counter-${i + 1}`,
    name: { vi, en: `Counter ${i + 1}` },
    walkUp: ['ABCDEFGHJK', 'BCDEFGHJKL'][i]!,
  }));
  const dates = { validFrom: '2025-07-01', validTo: null };
  const { campaign } = await store.read.selectFrom('codes').select('campaign').executeTakeFirstOrThrow();
  const id = await store.write(async (tx) => {
    await putContact(tx, 'units', unit, '02633822456');
    const { vi, en } = USUAL_CONSENT.assisted;
    const words = { vi: { ...vi, more: 'Xin Ông/Bà cứ nói thật lòng.' }, en };
    await addConsent(tx, { unit, kind: 'assisted', said: { version: 'own-1', words }, since: '2026-01-01' });
    for (const { walkUp, ...counter } of counters) {
      await addServicePoint(tx, { ...counter, unit, parent: point, opening: [], fields: [], ...dates });
      await addWalkUpCode(tx, { code: walkUp, servicePoint: counter.id, field: null, campaign });
    }
    await addAccount(tx, {
      id: 'hoa',
      login: 'hoa.tran',
      name: 'Trần Thị Hoa',
      role: 'staff',
      unit,
      password: null,
    });
    return newDevice(tx, { name: 'Điện thoại của chị Hoa', servicePoint: point, at, account: 'hoa' }, random);
  });
  return { counters, phone: { id, code: await product.deviceCode(id) } };
}
