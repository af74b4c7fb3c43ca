import { randomBytes } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { addAccount } from '../../server/store/accounts.ts';
import { takeAttempt } from '../../server/store/call-attempts.ts';
import { heldCases, topUp } from '../../server/store/call-leases.ts';
import { addImport } from '../../server/store/dossier-imports.ts';
import { putDossiers } from '../../server/store/dossiers.ts';
import type { Outcome } from '../../shared/calls.ts';
import { addDays, localDay } from '../../shared/period.ts';
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

test('a manager sees who can be called, draws a sample, and sees progress and rates by AAPOR’s formulae', async ({
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
});
