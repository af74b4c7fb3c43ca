import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../server/app.ts';
import { type Assets, loadAssets } from '../../server/assets.ts';
import { exportInProcess } from '../../server/exports/export-process.ts';
import { listen, type Listening } from '../../server/serve.ts';
import { newEnrolmentCode } from '../../server/enrolment-code.ts';
import { type Keys, openKeys } from '../../server/keys.ts';
import { addOffice, newAccountLink, newDevice, prepareStore } from '../../server/set-up.ts';
import { newSetUpLink } from '../../server/set-up-link.ts';
import { openSqlite, type Store } from '../../server/store/store.ts';
import type { RandomBytes } from '../../shared/ids.ts';
import { localDay } from '../../shared/period.ts';
import type { Role } from '../../shared/wire/overview.ts';
import { layDemo } from './demo-template.ts';

/** The built product on a real port and a real database file; a journey may drive its clock and cut its line. */
export interface Product {
  readonly store: Store;
  readonly base: string;
  readonly unit: string;
  readonly point: string;
  readonly code: string;
  readonly keys: Keys;
  /** Added to the real time; journeys turn it to let weeks pass. */
  clockShiftMs: number;
  /** A new device and the code that enrols it. */
  newDevice(name?: string): Promise<{ readonly id: string; readonly code: string }>;
  /** One more code for a device that is there. */
  deviceCode(id: string): Promise<string>;
  /** What a manager's QR code holds, for a new device. */
  deviceLink(): Promise<string>;
  setPin(device: string, digits: string): Promise<void>;
  /** Left out = an administrator. */
  accountLink(role?: Role): Promise<string>;
  /** What the console of a server says that nobody has set up yet. */
  setUpLink(): Promise<string>;
  stop(): Promise<void>;
}

const random: RandomBytes = (length) => new Uint8Array(randomBytes(length));

const WRITE_EXPORT = join(import.meta.dirname, '../../server/cli/write-export.ts');
const DIST = join(import.meta.dirname, '../../dist');

/** `demo`: the province Lâm Khê. `real`: one commune that is set up. `empty`: a production start, before anybody came. */
export async function startProduct(
  kind: 'demo' | 'real' | 'empty',
  assets: Assets = loadAssets(DIST),
): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'sipas-journey-'));
  const demo = kind === 'demo' ? await layDemo(folder) : undefined;
  const store = await openSqlite(join(folder, 'sipas.db'));
  await prepareStore(store, random);
  const clock = () => Date.now() + product.clockShiftMs;
  const keys = openKeys(join(folder, 'keys.json'));
  const place = demo ?? (kind === 'empty' ? NOWHERE : await setUpOffice(store));
  const app = buildApp({
    store,
    clock,
    random,
    keys,
    log: () => {},
    assets,
    publicUrl: 'http://localhost',
    exporter: exportInProcess(WRITE_EXPORT, { ...process.env, DATA_DIR: folder }),
  });
  const server: Listening = await listen(app, 'localhost', 0);
  const product: Product = {
    ...place,
    keys,
    store,
    base: `http://localhost:${server.port}`,
    clockShiftMs: 0,
    async newDevice(name = 'Ki-ốt thử') {
      const device = { name, servicePoint: place.point, at: clock() };
      const id = await store.write((tx) => newDevice(tx, device, random));
      return { id, code: await product.deviceCode(id) };
    },
    async deviceCode(device) {
      const tree = kind === 'demo' ? 'demo' : 'real';
      const asked = { device, tree, at: clock() } as const;
      return (await store.write((tx) => newEnrolmentCode(tx, asked, random))).code;
    },
    deviceLink: async () => `${product.base}/kiosk/staff/#enrol=${(await product.newDevice()).code}`,
    async setPin(device, digits) {
      const salt = randomBytes(16);
      const hash = pbkdf2Sync(digits, salt, 1_000, 32, 'sha256').toString('base64url');
      const pin = JSON.stringify({ salt: salt.toString('base64url'), rounds: 1_000, hash });
      await store.write(async (tx) => {
        await tx.updateTable('devices').set({ pin }).where('id', '=', device).execute();
      });
    },
    async accountLink(role) {
      const link = {
        kind: 'account',
        subject: place.unit,
        at: clock(),
        livesMs: 3_600_000,
        ...(role && { role }),
      } as const;
      return `${product.base}/dashboard/#invite=${await store.write((tx) => newAccountLink(tx, link, random))}`;
    },
    async setUpLink() {
      return `${product.base}/dashboard/#set-up=${await store.write((tx) => newSetUpLink(tx, clock(), random))}`;
    },
    async stop() {
      await server.stop(500);
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return product;
}

const NOWHERE = { unit: '', point: '', code: '' };

async function setUpOffice(store: Store) {
  const office = {
    unit: { vi: 'Ủy ban nhân dân xã Sơn Khê', en: 'Sơn Khê commune' },
    point: { vi: 'Trung tâm Phục vụ hành chính công xã Sơn Khê', en: 'Sơn Khê service centre' },
    kind: 'xa',
    day: localDay(Date.now() - 60 * 86_400_000),
  };
  return store.write((tx) => addOffice(tx, office, random));
}
