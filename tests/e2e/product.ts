import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../server/app.ts';
import { loadAssets } from '../../server/assets.ts';
import { fillDemo } from '../../server/demo/fill-demo.ts';
import { listen, type Listening } from '../../server/serve.ts';
import { type Keys, newKeys } from '../../server/keys.ts';
import { addOffice, newAccountLink, newDeviceLink, prepareStore } from '../../server/set-up.ts';
import { openSqlite, type Store } from '../../server/store/store.ts';
import type { RandomBytes } from '../../shared/ids.ts';
import { localDay } from '../../shared/period.ts';

/** The built product on a real port and a real database file; a journey may drive its clock and cut its line. */
export interface Product {
  readonly store: Store;
  readonly base: string;
  readonly unit: string;
  readonly point: string;
  readonly code: string;
  /** Added to the real time; journeys turn it to let weeks pass. */
  clockShiftMs: number;
  deviceLink(): Promise<string>;
  accountLink(): Promise<string>;
  stop(): Promise<void>;
}

const random: RandomBytes = (length) => new Uint8Array(randomBytes(length));

/** `demo`: the province Lâm Khê. `real`: one commune as a production start would have it. */
export async function startProduct(kind: 'demo' | 'real'): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'sipas-journey-'));
  const store = await openSqlite(join(folder, 'sipas.db'));
  await prepareStore(store, random);
  const clock = () => Date.now() + product.clockShiftMs;
  const keys = newKeys();
  const place = await setUp(store, kind, keys);
  const app = buildApp({
    store,
    clock,
    random,
    keys,
    log: () => {},
    assets: loadAssets(join(import.meta.dirname, '../../dist')),
    publicUrl: 'http://localhost',
  });
  const server: Listening = await listen(app, 'localhost', 0);
  const product: Product = {
    ...place,
    store,
    base: `http://localhost:${server.port}`,
    clockShiftMs: 0,
    async deviceLink() {
      const link = { name: 'Ki-ốt thử', servicePoint: place.point, at: clock(), livesMs: 3_600_000 };
      return `${product.base}/kiosk/#enrol=${await store.write((tx) => newDeviceLink(tx, link, random))}`;
    },
    async accountLink() {
      const link = { kind: 'account', subject: place.unit, at: clock(), livesMs: 3_600_000 } as const;
      return `${product.base}/dashboard/#invite=${await store.write((tx) => newAccountLink(tx, link, random))}`;
    },
    async stop() {
      await server.stop(500);
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return product;
}

async function setUp(store: Store, kind: 'demo' | 'real', keys: Keys) {
  if (kind === 'demo') {
    const { unit, kioskPoint, code } = await fillDemo(store, { nowMs: Date.now(), random, keys });
    return { unit, point: kioskPoint, code };
  }
  const office = {
    unit: { vi: 'Ủy ban nhân dân xã Sơn Khê', en: 'Sơn Khê commune' },
    point: { vi: 'Trung tâm Phục vụ hành chính công xã Sơn Khê', en: 'Sơn Khê service centre' },
    kind: 'xa',
    day: localDay(Date.now() - 60 * 86_400_000),
  };
  return store.write((tx) => addOffice(tx, office, random));
}
