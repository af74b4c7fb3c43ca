import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certifyPast } from '../../server/demo/certify-past.ts';
import { fillDemo } from '../../server/demo/fill-demo.ts';
import { openKeys } from '../../server/keys.ts';
import { prepareStore } from '../../server/set-up.ts';
import { openSqlite } from '../../server/store/store.ts';

/** The province Lâm Khê takes seconds to fill: it is filled once for all journeys, and each gets a copy of its own. */
const FOLDER = 'JOURNEYS_DEMO';

/** Where in the province a journey takes place. */
export interface DemoPlace {
  readonly unit: string;
  readonly point: string;
  readonly code: string;
}

const random = (length: number) => new Uint8Array(randomBytes(length));

async function fill(folder: string): Promise<void> {
  const store = await openSqlite(join(folder, 'sipas.db'));
  const keys = openKeys(join(folder, 'keys.json'));
  await prepareStore(store, random);
  const nowMs = Date.now();
  const { unit, kioskPoint, code } = await fillDemo(store, { nowMs, random, keys });
  await certifyPast(store, nowMs);
  await store.close();
  writeFileSync(join(folder, 'place.json'), JSON.stringify({ unit, point: kioskPoint, code }));
}

/** Database and keys of the province, into this folder; outside of a run of all journeys they are filled anew. */
export async function layDemo(folder: string): Promise<DemoPlace> {
  const template = process.env[FOLDER];
  if (template && existsSync(join(template, 'place.json'))) cpSync(template, folder, { recursive: true });
  else await fill(folder);
  return JSON.parse(readFileSync(join(folder, 'place.json'), 'utf8')) as DemoPlace;
}

/** Playwright calls it before the first journey, and what it returns after the last one. */
export default async function fillOnce(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'sipas-demo-'));
  await fill(folder);
  process.env[FOLDER] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
