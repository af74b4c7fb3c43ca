import { randomBytes } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { newDevice } from '../../server/set-up.ts';
import { addAccount } from '../../server/store/accounts.ts';
import { addCases } from '../../server/store/call-cases.ts';
import { putContact } from '../../server/store/contacts.ts';
import { addImport } from '../../server/store/dossier-imports.ts';
import { putDossiers } from '../../server/store/dossiers.ts';
import { putField } from '../../server/store/fields.ts';
import { addServicePoint } from '../../server/store/organisation.ts';
import { bytesOfStored } from '../../server/store/packed-submission.ts';
import { addPlan } from '../../server/store/planned-calls.ts';
import { addDays, localDay } from '../../shared/period.ts';
import { decodeSubmission } from '../../shared/submission.ts';
import {
  answer,
  beginInTheMorning,
  driveClock,
  expectAccessible,
  goOnEnrolled,
  grantPersistence,
  pause,
} from './people.ts';
import { type Product, startProduct } from './product.ts';

/** An official calls people of a list, for a day without a network. */
test.use({ viewport: { width: 390, height: 844 } });
let product: Product;
test.beforeAll(async () => {
  product = await startProduct('real');
  beginInTheMorning(product);
});
test.afterAll(() => product.stop());

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const NUMBERS = { 'HS-1': '0912000001', 'HS-2': '0912000002', 'HS-3': '0912000003', 'HS-4': '0912000004' };

/** What the device has stored of calls, as text. */
const shelf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        indexedDB.open('sipas').addEventListener('success', ({ target }) => {
          const database = (target as IDBOpenDBRequest).result;
          const asked = database.transaction('device').objectStore('device').get('calls');
          asked.addEventListener('success', () => {
            database.close();
            resolve(JSON.stringify(asked.result ?? null));
          });
        });
      }),
  );

test('a day of calls runs without a network: each call has one outcome, also where the page was closed in it, and with the outcome the number goes', async ({
  page,
  context,
}) => {
  const code = await setUpList(product);
  const choose = (dossier: string) => page.getByRole('button', { name: dossier }).click();
  await driveClock(page);
  await grantPersistence(page);
  await page.goto(`${product.base}/kiosk/staff/#enrol=${code}`);
  await button(page, 'Đúng thiết bị này').click();
  await goOnEnrolled(page, heading(page, 'Bắt đầu phỏng vấn'));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // numbers come when the list is opened, and not before
  expect(await shelf(page)).not.toContain('0912');
  await button(page, 'Gọi điện').click();
  await button(page, 'Quầy 1').click();
  await expect(heading(page, 'Danh sách gọi')).toBeVisible();
  await expect(page.getByRole('button', { name: /HS-\d/ })).toHaveCount(4);
  await expectAccessible(page, 'the list');

  await context.setOffline(true);
  await page.reload();
  await button(page, 'Gọi điện (4)').click();

  // the page is closed in the middle of an interview: its outcome comes first
  await choose('HS-1');
  await expect(page.getByRole('alert')).toContainText('quầy của Ông/Bà');
  await expect(page.getByRole('link', { name: 'Gọi 0912 000 001' })).toHaveAttribute(
    'href',
    'tel:0912000001',
  );
  await expectAccessible(page, 'a case');
  await button(page, 'Người dân nghe máy').click();
  await button(page, 'Đồng ý').click();
  await expect(page.getByText('Câu 1/8')).toBeVisible();
  await page.reload();
  await expect(page.getByText('chưa có kết quả')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(3);
  await page.getByRole('radio', { name: 'Dừng giữa chừng' }).click();
  await button(page, 'Ghi kết quả').click();
  await expect(page.getByText('Số điện thoại đã xóa')).toBeVisible();
  await button(page, 'Người tiếp theo').click();

  // a whole interview
  await choose('HS-2');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await button(page, 'Người dân nghe máy').click();
  await expect(page.getByText('Tôi là Trần Thị Hoa, gọi thay mặt')).toContainText('Tôi xin hỏi 8 câu');
  await expect(page.getByText('Điện thoại của cơ quan: 0263 3822 456')).toBeVisible();
  await expectAccessible(page, 'consent');
  await button(page, 'Đồng ý').click();
  for (let at = 1; at <= 8; at++) {
    await expect(page.getByText(`Câu ${at}/8`)).toBeVisible();
    await answer(page, 'Hài lòng');
  }
  for (const ending of ['Giới tính của Ông/Bà', 'Độ tuổi của Ông/Bà', 'Ông/Bà đến giải quyết việc cho ai?']) {
    await expect(heading(page, ending)).toBeVisible();
    await pause(page, DOUBLE_TAP);
    await button(page, 'Không trả lời câu này').click();
  }
  await expect(heading(page, 'Ông/Bà có muốn góp ý thêm không?')).toBeVisible();
  await pause(page, DOUBLE_TAP);
  await button(page, 'Tiếp tục').click();
  await pause(page, DOUBLE_TAP);
  await button(page, 'Nộp phiếu').click();
  await expect(heading(page, 'Đã lưu phiếu')).toBeVisible();
  await button(page, 'Người tiếp theo').click();

  // a call-back has a day and an hour inside the hours of calls
  await choose('HS-3');
  await button(page, 'Kết quả khác').click();
  await expectAccessible(page, 'outcomes');
  await page.getByRole('radio', { name: 'Hẹn gọi lại' }).click();
  await button(page, 'Ghi kết quả').click();
  await page.getByRole('radio', { name: '14:30' }).click();
  await expectAccessible(page, 'a time to call back');
  await button(page, 'Ghi lịch hẹn').click();
  await button(page, 'Người tiếp theo').click();
  await expect(page.getByText('14:30 hôm nay')).toBeVisible();

  // "no" ends it in one touch
  await choose('HS-4');
  await button(page, 'Người dân nghe máy').click();
  await button(page, 'Từ chối').click();
  await expect(heading(page, 'Đã ghi nhận lời từ chối')).toBeVisible();
  await button(page, 'Người tiếp theo').click();
  await expect(page.getByText('Lúc này không có ai gọi được')).toBeVisible();
  const left = await shelf(page);
  expect(Object.values(NUMBERS).filter((number) => left.includes(number))).toEqual([NUMBERS['HS-3']]);
  expect(left).not.toMatch(/HS-[124]/);

  await context.setOffline(false);
  await page.reload();
  const { read } = product.store;
  const outcomes = async () => {
    const rows = await read.selectFrom('call_attempts').select(['call_case', 'outcome']).execute();
    return Object.fromEntries(rows.map(({ call_case, outcome }) => [call_case, outcome]));
  };
  await expect.poll(outcomes).toEqual({
    'case-1': 'BREAKOFF',
    'case-2': 'COMPLETE',
    'case-3': 'CALLBACK',
    'case-4': 'REFUSED',
  });
  const called = async () => {
    const rows = await read.selectFrom('submissions').select(['id', 'p']).execute();
    return rows.map((row) => decodeSubmission(bytesOfStored(row))!).filter(({ ch }) => ch === 'call');
  };
  await expect.poll(called).toHaveLength(1);
  const [form] = await called();
  expect(form).toMatchObject({ fm: 'express', ui: 'c1a', ot: 'on', sp: product.point, e: 'done' });
  expect(form!.b).toMatch(/^\d{4}-\d\d\/[12]$/);
  const own = await read
    .selectFrom('call_attempts')
    .select('call_case')
    .where('own_counter', '=', 1)
    .execute();
  expect(own).toEqual([{ call_case: 'case-1' }]);
});

/** Longer than what is taken for the second half of a double tap. */
const DOUBLE_TAP = 450;

/** A centre with two counters, a plan of four calls, and the telephone of an official that has a code to enrol. */
async function setUpList({ store, unit, point, keys, clockShiftMs }: Product) {
  const random = (length: number) => new Uint8Array(randomBytes(length));
  const now = Date.now() + clockShiftMs;
  const today = localDay(now);
  const returned = addDays(today, -3);
  const dates = { validFrom: '2025-07-01', validTo: null };
  const { campaign } = await store.read.selectFrom('codes').select('campaign').executeTakeFirstOrThrow();
  const rows = Object.entries(NUMBERS).map(([code, number]) => ({
    point,
    code,
    field: 'ht',
    procedure: null,
    authority: null,
    counter: code === 'HS-1' ? 'Quầy số 1' : 'Quầy 2',
    received: addDays(today, -9),
    due: returned,
    returned,
    phone: { key: `key-${code}`, number: keys.lock(number) },
    suppressed: false,
  }));
  const id = await store.write(async (tx) => {
    await putContact(tx, 'units', unit, '02633822456');
    await putField(tx, { tree: 'real', code: 'ht', name: { vi: 'Hộ tịch', en: 'Civil status' }, ...dates });
    for (const n of [1, 2]) {
      const counter = { id: `counter-${n}`, name: { vi: `Quầy ${n}`, en: `Counter ${n}` } };
      await addServicePoint(tx, { ...counter, unit, parent: point, opening: [], fields: [], ...dates });
    }
    const account = { id: 'hoa', login: 'hoa.tran', name: 'Trần Thị Hoa', role: 'staff', unit } as const;
    await addAccount(tx, { ...account, password: null });
    const nothing = { account: null, sha256: 'x', added: 4, changed: 0, same: 0, left: 0, covers: null };
    await addImport(tx, { id: 'brought', unit, kind: 'list', day: today, points: [point], ...nothing });
    const numbers = new Set(rows.map(({ phone }) => phone.key));
    await putDossiers(tx, 'brought', rows, { numbers, loose: [] });
    const days = { from: returned, to: returned, made: today, ends: addDays(today, 9), closed: null };
    const plan = {
      id: 'plan',
      unit,
      campaign,
      queue: 'sample',
      wanted: 4,
      seed: 'f0',
      account: 'hoa',
    } as const;
    await addPlan(tx, { ...plan, ...days }, []);
    const cases = rows.map(({ code, field }) => ({
      id: code.replace('HS', 'case'),
      point,
      field,
      dossier: code,
    }));
    await addCases(tx, plan, cases);
    return newDevice(
      tx,
      { name: 'Điện thoại của chị Hoa', servicePoint: point, at: now, account: 'hoa' },
      random,
    );
  });
  return product.deviceCode(id);
}
