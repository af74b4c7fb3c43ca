import { randomBytes } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { addAccount } from '../../server/store/accounts.ts';
import { takeAttempt } from '../../server/store/call-attempts.ts';
import { heldCases, topUp } from '../../server/store/call-leases.ts';
import { addImport, removeImport } from '../../server/store/dossier-imports.ts';
import { putDossiers } from '../../server/store/dossiers.ts';
import type { Outcome } from '../../shared/calls.ts';
import { openRecheck } from '../../server/store/rechecks.ts';
import { addDays, halfMonthOf, localDay } from '../../shared/period.ts';
import { uuid4 } from '../../shared/ids.ts';
import { toPage } from './device-pages.ts';
import { openDashboard } from './manager-accounts.ts';
import { expectAccessible } from './people.ts';
import { type Product, startProduct } from './product.ts';

/** A manager looks at what there is to call, draws, and sees what became of it. */
let product: Product;
test.beforeEach(async () => {
  product = await startProduct('demo');
});
test.afterEach(() => product.stop());

const random = (length: number) => new Uint8Array(randomBytes(length));
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** 240 dossiers that were returned in the last days, of two fields; one in ten has no number. */
async function bringDossiers({ store, unit, point, keys }: Product, today: string): Promise<void> {
  const rows = Array.from({ length: 240 }, (_, i) => ({
    point,
    code: `H40-${i}`,
    field: i % 3 === 0 ? 'dd' : 'ht',
    procedure: null,
    authority: null,
    counter: null,
    received: addDays(today, -12),
    due: addDays(today, -4),
    returned: addDays(today, i % 8 === 0 ? -2 : -5),
    phone: i % 10 === 0 ? null : { key: `key-${i}`, number: keys.lock(`0912${String(i).padStart(6, '0')}`) },
    suppressed: false,
  }));
  const counts = { account: null, sha256: 'x', added: 240, changed: 0, same: 0, left: 0, covers: null };
  await store.write(async (tx) => {
    // those of the demo have nobody who could be called
    await removeImport(tx, 'lk-list');
    await addImport(tx, { id: 'brought', unit, kind: 'list', day: today, points: [point], ...counts });
    const numbers = new Set(rows.flatMap(({ phone }) => phone?.key ?? []));
    await putDossiers(tx, 'brought', rows, { numbers, loose: [] });
  });
}

/** Twenty calls of one telephone: twelve interviews, and what else happens. */
async function callTwenty({ store, unit, point }: Product, device: string, now: number): Promise<void> {
  const account = 'interviewer';
  const about = { id: account, login: account, name: 'Trần Thị Hoa', role: 'staff', unit } as const;
  const rest = [
    'PARTIAL',
    'REFUSED',
    'REFUSED',
    'BREAKOFF',
    'WRONG',
    'LANGUAGE',
    'NO_ANSWER',
    'CALLBACK',
  ] as const;
  const outcomes: readonly Outcome[] = [...Array.from({ length: 12 }, () => 'COMPLETE' as const), ...rest];
  const markOf = (locked: string) => locked;
  await store.write(async (tx) => {
    await addAccount(tx, { ...about, password: null });
    await topUp(tx, device, { points: [point], now, markOf });
    const cases = await heldCases(tx, device, localDay(now));
    for (const [i, { id }] of cases.entries()) {
      const outcome = outcomes[i]!;
      const later = outcome === 'CALLBACK' ? { callbackAt: now + 86_400_000 } : {};
      const attempt = { id: uuid4(random), case: id, at: now, tq: 'ok' as const, outcome, ...later };
      await takeAttempt(tx, attempt, { device, account, now, random, markOf });
    }
  });
}

/** One interview by telephone that was drawn, and one dossier of a place where people are asked face to face. */
async function drawTwo({ store, point }: Product, today: string): Promise<void> {
  const at = { point, halfMonth: halfMonthOf(today), day: today };
  await store.write(async (tx) => {
    const call = { ...at, kind: 'call', interviewer: 'interviewer', dossier: 'H40-1' } as const;
    await openRecheck(tx, call, random);
    await openRecheck(tx, { ...at, kind: 'face', interviewer: '', dossier: 'H40-2' }, random);
  });
}

/** People who were interviewed are asked again, on a phone as anywhere. */
async function askAgain(page: Page): Promise<void> {
  await page.goto(`${product.base}/dashboard/?page=progress`);
  const cardOf = (code: string) =>
    page.locator('article', { has: page.getByText(`Hồ sơ ${code},`, { exact: false }) });
  await cardOf('H40-1').getByRole('button', { name: 'Ghi kết quả phúc tra hồ sơ H40-1' }).click();
  await cardOf('H40-1').getByLabel('Có được phỏng vấn không?').selectOption('yes');
  await press(page, 'Ghi kết quả');
  await expect(page.getByText('Có 2 ô cần xem lại')).toBeVisible();
  await page.getByLabel('Khi nào?').selectOption('same');
  await page.getByLabel('Bằng cách nào?').selectOption('call');
  await press(page, 'Ghi kết quả');
  await expect(page.getByText('Đã ghi kết quả.')).toBeVisible();
  await expect(cardOf('H40-1')).toHaveCount(0);
  await expect(page.getByRole('row', { name: /^Trần Thị Hoa/ })).toContainText('chưa đủ số liệu');
  await expect(cardOf('H40-2')).toContainText('Có thể người này không được phỏng vấn trực tiếp.');
  await cardOf('H40-2').getByRole('button').click();
  await cardOf('H40-2').getByLabel('Có được phỏng vấn không?').selectOption('no');
  await press(page, 'Ghi kết quả');
  // chance may have drawn one of the calls too
  await expect(cardOf('H40-2')).toHaveCount(0);
  await expect(page.getByText('Phúc tra phỏng vấn trực tiếp, theo nơi tiếp nhận')).toBeVisible();
  // express forms by factor and item stand folded in the card of their unit
  const card = page
    .locator('article', { has: page.getByText('Phiếu nhanh theo nhân tố và câu hỏi') })
    .first();
  await card.getByText('Phiếu nhanh theo nhân tố và câu hỏi').click();
  await expect(card.getByRole('row', { name: /^Thủ tục hành chính/ })).toContainText('±5 điểm');
  await card.getByText('Từng câu hỏi', { exact: true }).click();
  await expect(card.getByRole('row', { name: /^31\. Thái độ lịch sự/ })).toContainText('±5 điểm');
  await expectAccessible(page, 'people who were asked again');
}

/** The words that are read out before the first question, in an office’s own way. */
async function wordConsent(page: Page): Promise<void> {
  await page.goto(`${product.base}/dashboard/?page=consent`);
  await page.getByRole('button', { name: 'Soạn lời khác: Phỏng vấn qua điện thoại' }).click();
  await page
    .getByLabel('Lời chào và mục đích')
    .first()
    .fill('Xin chào, tôi là {tên} ở {đơn vị}, xin hỏi Ông/Bà đôi điều.');
  await press(page, 'Dùng lời này');
  await expect(page.getByText('Lời chào cần ít nhất 40 ký tự, có đủ {tên}, {đơn vị}, {ngày}')).toBeVisible();
  await page
    .getByLabel('Lời chào và mục đích')
    .first()
    .fill(
      'Tôi là {tên}, gọi thay mặt {đơn vị} về kết quả ngày {ngày}.[ {trễ hẹn}] Xin hỏi {số câu} câu, {số phút} phút.',
    );
  await expect(page.getByText('về kết quả ngày 10/11. Xin hỏi 40 câu, 10 phút.')).toBeVisible();
  await expectAccessible(page, 'other words of consent');
  await press(page, 'Dùng lời này');
  await expect(page.getByText('Đã ghi lời mới.')).toBeVisible();
  await expect(page.getByText(/soạn, dùng từ ngày .* Phiên bản call-[0-9a-f]{10}\./)).toBeVisible();
}

test('a manager sees who can be called, draws a sample, and sees progress and rates by AAPOR’s formulae; asks people again, and words the consent', async ({
  page,
}) => {
  const now = Date.now();
  await bringDossiers(product, localDay(now));
  await openDashboard(page, product);
  await toPage(page, /^Thiết lập$/);
  await page.getByRole('link', { name: 'Gọi điện phỏng vấn', exact: true }).click();
  await expect(page.getByText('Chưa có kế hoạch nào.')).toBeVisible();
  await page.getByRole('link', { name: 'Lập kế hoạch gọi' }).click();
  await page.getByLabel('Đơn vị (gồm cả đơn vị bên dưới)').selectOption({ index: 1 });
  await page.getByLabel('Số hồ sơ cần rút').fill('60');
  await press(page, 'Xem trước');
  await expect(page.getByRole('heading', { name: 'Hồ sơ trong những ngày này' })).toBeFocused();
  await expect(page.getByText('vào khoảng ±12,7 điểm phần trăm; nếu một nửa trả lời, ±17,9')).toBeVisible();
  await expectAccessible(page, 'what a plan would be drawn from');

  await press(page, 'Rút mẫu và giao danh sách');
  await expect(page.getByText('Đã lập kế hoạch.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Đất đai.*20/ })).toBeVisible();
  await callTwenty(product, (await product.newDevice('Điện thoại')).id, now);
  await page.reload();
  const row = page.getByRole('row', { name: /^Trần Thị Hoa/ });
  // 12 of 17 that count: 18 have ended, one of them was a wrong number
  await expect(row).toContainText('12/17');
  await expect(row).toContainText('70,6\u00a0%');
  await expect(page.getByRole('row', { name: /^Từ chối 2\.11 2$/ })).toBeVisible();
  await expectAccessible(page, 'a plan with its rates');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page, 'a plan on a phone');

  await press(page, 'Đóng kế hoạch');
  await page.getByRole('button', { name: 'Đóng kế hoạch' }).click();
  await expect(page.getByText('Đã đóng kế hoạch.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Chưa gọi lần nào 3\.11 40$/ })).toBeVisible();

  await drawTwo(product, localDay(now));
  await askAgain(page);
  await wordConsent(page);
});
