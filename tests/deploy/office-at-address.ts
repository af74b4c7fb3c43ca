import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { firstRunVi } from '../../dashboard/text/first-run-vi.ts';
import { staffVi } from '../../kiosk/staff/staff-vi.ts';
import { totpCode, totpStep } from '../../server/totp.ts';
import { PASSWORD } from '../e2e/manager-accounts.ts';
import { goOnEnrolled, grantPersistence, startOf, takePart, waitForAttract } from '../e2e/people.ts';

/** People in front of real browsers, which trust what a person has installed in them and nothing else. */
export interface Desk {
  /** A new browser with a profile on the disk, as a tablet's or a manager's. */
  open(): Promise<Page>;
  trust(certificate: Uint8Array): void;
  close(): Promise<void>;
}

/** `host` is found at `address`, as the office's DNS would say. */
export function openDesk(host: string, address: string): Desk {
  const home = mkdtempSync(join(tmpdir(), 'sipas-desk-'));
  const trusted = join(home, '.pki/nssdb');
  mkdirSync(trusted, { recursive: true });
  const certutil = (...args: string[]) => execFileSync('certutil', ['-d', `sql:${trusted}`, ...args]);
  certutil('-N', '--empty-password');
  const open: BrowserContext[] = [];
  const executablePath = process.env['CHROMIUM_PATH'];
  return {
    async open() {
      const context = await chromium.launchPersistentContext(join(home, `profile-${open.length}`), {
        ...(executablePath && { executablePath }),
        env: { ...process.env, HOME: home },
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
        args: [
          '--disable-gpu',
          '--no-first-run',
          '--no-sandbox',
          `--host-resolver-rules=MAP ${host} ${address}`,
        ],
      });
      open.push(context);
      return context.newPage();
    },
    trust(certificate) {
      const file = join(home, 'root.crt');
      writeFileSync(file, certificate);
      certutil('-A', '-n', 'office', '-t', 'C,,', '-i', file);
    },
    async close() {
      for (const context of open) await context.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The seven steps of the first run up to the tablet's code. */
export async function setUpOffice(page: Page, link: string): Promise<{ code: string; pin: string }> {
  const run = firstRunVi;
  const goOn = () => page.getByRole('button', { name: run.next }).click();
  const choose = async (words: string, name: string) => {
    await page.getByRole('searchbox').fill(words);
    await page.getByRole('radio', { name, exact: true }).check();
    await goOn();
  };
  const at = (name: string) =>
    expect(page.getByRole('heading', { level: 2, name })).toBeVisible({ timeout: 20_000 });
  await page.goto(link);
  await at(run.steps.province.name);
  await choose('bac ninh', 'Tỉnh Bắc Ninh');
  await at(run.steps.office.name);
  await choose('bac giang', 'Phường Bắc Giang');
  await at(run.steps.points.name);
  await goOn();
  await at(run.steps.fields.name);
  await goOn();
  await at(run.steps.account.name);
  await page.getByLabel(run.account.name).fill('Nguyễn Thị Lan');
  await page.getByLabel(run.account.login).fill('lan.nguyen');
  await page.getByLabel(run.account.password, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: run.account.toFactor }).click();
  const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '');
  await page.locator('input.code').fill(totpCode(secret, totpStep(Date.now())));
  await page.getByRole('button', { name: run.account.make }).click();
  await at(run.steps.campaign.name);
  await page.getByRole('button', { name: run.campaign.make }).click();
  await at(run.steps.tablet.name);
  await page.getByLabel(run.tablet.point).selectOption({ index: 1 });
  await page.getByRole('button', { name: run.tablet.make }).click();
  await expect(page.getByRole('img', { name: run.tablet.qr })).toBeVisible({ timeout: 20_000 });
  const code = ((await page.locator('.large-code > [aria-hidden]').textContent()) ?? '').replace(' ', '');
  return { code, pin: (await page.locator('.pin-shown').textContent()) ?? '' };
}

/** Enrols the tablet and waits until it could be pulled off the network. */
export async function enrol(tablet: Page, base: string, code: string): Promise<void> {
  await grantPersistence(tablet);
  await tablet.goto(`${base}/kiosk/staff/#enrol=${code}`);
  await tablet.getByRole('button', { name: staffVi.confirm.yes }).click();
  await goOnEnrolled(tablet, startOf(tablet));
  await waitForAttract(tablet);
  await tablet.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** Opens the survey anew, from what the tablet holds where there is no network, and answers one form. */
export async function answerOne(tablet: Page, base: string): Promise<void> {
  await tablet.goto(`${base}/kiosk/`);
  await waitForAttract(tablet);
  await takePart(tablet, 'Hài lòng');
  await waitForAttract(tablet);
}

/** An official sends what waits, on the staff's page. */
export async function sendNow(tablet: Page, base: string, pin: string): Promise<void> {
  await tablet.goto(`${base}/kiosk/staff/`);
  for (const digit of pin) await tablet.getByRole('button', { name: digit, exact: true }).click();
  await tablet.getByRole('button', { name: staffVi.pin.open, exact: true }).click();
  await tablet.getByRole('button', { name: staffVi.actions.send }).click();
  await expect(tablet.getByText(staffVi.actions.sent)).toBeVisible({ timeout: 30_000 });
}
