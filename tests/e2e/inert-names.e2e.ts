import { expect, type Page, test } from '@playwright/test';
import { heading, toPage } from './device-pages.ts';
import { openDashboard } from './manager-accounts.ts';
import { type Product, startProduct } from './product.ts';

/** Names of units, places, devices and people that would run if any page took them for more than text. */
const PAYLOADS = [
  '<img src=x onerror="window.pwned=1">',
  '<script>window.pwned=1</script>',
  '"><svg onload=window.pwned=1>',
  '</script><script>window.pwned=1</script>',
  '<iframe srcdoc="<script>parent.pwned=1</script>">',
  "' onmouseover='window.pwned=1' x='",
  '<a href="javascript:window.pwned=1">x</a>',
  '{{constructor.constructor("window.pwned=1")()}}',
  '${window.pwned=1}',
  '&lt;img src=x onerror=window.pwned=1&gt;',
  '\u2028window.pwned=1//',
];
const LONG = PAYLOADS.join(' ');
const DEVICE = PAYLOADS[2]! + PAYLOADS[0]!;

let product: Product;
test.beforeEach(async () => {
  product = await startProduct('real');
  await product.store.write(async (tx) => {
    const named = [
      'units',
      'unit_versions',
      'service_points',
      'point_versions',
      'fields',
      'campaigns',
    ] as const;
    for (const table of named) await tx.updateTable(table).set({ name_vi: LONG, name_en: LONG }).execute();
  });
});
test.afterEach(() => product.stop());

/** Everything that a browser reports when something tries to run. */
async function watch(page: Page): Promise<string[]> {
  const seen: string[] = [];
  await page.exposeFunction('noteViolation', (text: string) => void seen.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const note = (globalThis as unknown as { noteViolation: (text: string) => void }).noteViolation;
      note(`${violatedDirective} ${blockedURI}`);
    });
  });
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => seen.push(`error ${message}`));
  return seen;
}

async function expectInert(page: Page, screen: string): Promise<void> {
  await page.mouse.move(200, 200);
  const found = await page.evaluate(() => ({
    pwned: (globalThis as { pwned?: unknown }).pwned,
    strange: document.querySelectorAll(
      'img[src="x"], iframe, [onload], [onerror], [onmouseover], a[href^="javascript:"]',
    ).length,
  }));
  expect(found, screen).toEqual({ pwned: undefined, strange: 0 });
}

test('names that are code are shown as they are written, on every page, and the policy has nothing to report', async ({
  page,
}) => {
  const seen = await watch(page);
  await page.goto(`${product.base}/`);
  await expectInert(page, 'door');

  await page.goto(`${product.base}/q/${product.code}`);
  await expect(page.getByRole('radiogroup')).toBeVisible();
  await expect(page.getByText(PAYLOADS[0]!).first()).toBeVisible();
  await expectInert(page, 'phone');

  const made = await product.newDevice(DEVICE);
  await page.goto(`${product.base}/kiosk/staff/#enrol=${made.code}`);
  await expect(page.getByText(DEVICE).first()).toBeVisible();
  await expectInert(page, 'enrolment');

  await openDashboard(page, product);
  await expect(heading(page, /^Kết quả khảo sát/)).toContainText(PAYLOADS[1]!);
  await expectInert(page, 'figures');
  await toPage(page, /^Thiết bị$/);
  await expect(page.getByText(DEVICE).first()).toBeVisible();
  await expectInert(page, 'devices');
  await page.getByRole('link', { name: DEVICE }).first().click();
  await expect(heading(page, DEVICE)).toBeVisible();
  await expectInert(page, 'device');
  await toPage(page, /^Nhật ký$/);
  await expect(page.locator('.audit-lines > li').first()).toBeVisible();
  await expectInert(page, 'audit log');
  for (const settings of ['units', 'people', 'campaigns', 'codes']) {
    await page.goto(`${product.base}/dashboard/?page=${settings}`);
    await expect(
      page.getByRole('row').or(page.getByRole('listitem')).getByText(PAYLOADS[1]!).first(),
    ).toBeVisible();
    await expectInert(page, settings);
  }
  expect(seen).toEqual([]);
});
