import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { hashSecret, newSecret } from '../../server/secrets.ts';
import { newDevice } from '../../server/set-up.ts';
import { activateDevice } from '../../server/store/devices.ts';
import { addServicePoint, addUnit } from '../../server/store/organisation.ts';
import { putDeviceKey } from '../../server/store/seals.ts';
import { openPostgres, openSqlite, type Store } from '../../server/store/store.ts';
import { DAY_MS, halfDayAt } from '../../shared/period.ts';
import { serverEnvironment, serverMemory } from '../../launch/node.mjs';
import { addFields } from '../fakes/dossier-files.ts';
import { type Office, openOffice } from '../fakes/office.ts';
import { newTabletKey, type TabletKey } from '../fakes/tablet-key.ts';
import { type RealServer, startServer } from '../fsync-count/served-by-main.ts';
import { type RunningPostgres, startCluster } from '../store/postgres-server.ts';
import { pointAt } from './invented-province.ts';
import { childrenOf } from './process-cost.ts';
import type { Sender } from './send-load.ts';

/**
 * The product as it runs in production, `server/main.ts` in a process of its own over a database on disk, with a province of
 * communes and enrolled tablets; for benchmarks that speak to it over HTTP.
 */
export const KINDS = ['sqlite', 'postgres'] as const;
export type Kind = (typeof KINDS)[number];

export function kindOf(text: string | undefined): Kind {
  const kind = KINDS.find((each) => each === (text ?? 'sqlite'));
  if (!kind) throw new Error(`sqlite or postgres, not ${text}`);
  return kind;
}

export interface FleetSize {
  readonly devices: number;
  /** Service points at which they stand in turn, four to a commune. */
  readonly points: number;
  /** Fills the database before the server starts. */
  readonly fill?: (office: Office) => Promise<void>;
}

export interface Fleet {
  readonly server: RealServer;
  readonly pid: number;
  /** Of PostgreSQL; undefined with SQLite. */
  readonly postgres: RunningPostgres | undefined;
  readonly office: Office;
  readonly senders: readonly Sender[];
  readonly keys: readonly TabletKey[];
  /** What stands in the bytes of all that is sent now. */
  readonly halfDay: string;
  /** An empty database of the same kind on the same disk, for the floor. */
  readonly floorDatabase: string;
  readonly version: string;
  stop(): Promise<void>;
}

const POINTS_OF_COMMUNE = 4;

export async function startFleet(kind: Kind, size: FleetSize): Promise<Fleet> {
  const folder = mkdtempSync(join(tmpdir(), 'sipas-fleet-'));
  const postgres = kind === 'postgres' ? await startCluster() : undefined;
  const databaseUrl = postgres && (await newDatabase(postgres, 'sipas'));
  const store = await (databaseUrl ? openPostgres(databaseUrl) : openSqlite(join(folder, 'sipas.db')));
  const office = await openOffice({ store });
  office.now = Date.now();
  await addFields(office);
  const { senders, keys } = await addTablets(office, size);
  await size.fill?.(office);
  const version = await versionOf(store);
  await store.close();
  const server = await startServer(join(import.meta.dirname, '../..'), folder, [], {
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    ...serverEnvironment({}),
    // as `npm start` starts it; flags of whoever profiles it behind them
    NODE_OPTIONS: [...serverMemory, process.env['NODE_OPTIONS']].join(' '),
  });
  const pid = server.process.pid!;
  await calm(pid);
  return {
    server,
    pid,
    postgres,
    office,
    senders,
    keys,
    version,
    halfDay: halfDayAt(office.now),
    floorDatabase: postgres ? await newDatabase(postgres, 'floor') : join(folder, 'floor.db'),
    async stop() {
      server.process.kill('SIGTERM');
      await once(server.process, 'exit');
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function addTablets(office: Office, { devices, points }: FleetSize) {
  const dates = { validFrom: '2025-07-01', validTo: null };
  const at = office.now - 60 * DAY_MS;
  const [senders, keys]: [Sender[], TabletKey[]] = [[], []];
  await office.store.write(async (tx) => {
    for (let i = 0; i < points; i++) {
      const [commune, number] = [Math.floor(i / POINTS_OF_COMMUNE), i % POINTS_OF_COMMUNE];
      const unit = `u${commune}`;
      const name = { vi: `Xã ${commune}`, en: `Commune ${commune}` };
      if (number === 0)
        await addUnit(tx, { id: unit, parent: office.unit, tree: 'real', kind: 'xa', name, ...dates });
      await addServicePoint(tx, { id: placeOf(i), unit, name, opening: [], fields: [], ...dates });
    }
    for (let i = 0; i < devices; i++) {
      const point = placeOf(i % points);
      const id = await newDevice(tx, { name: `Ki-ốt ${i}`, servicePoint: point, at }, office.random);
      const [token, key] = [newSecret(office.random), newTabletKey()];
      await activateDevice(tx, id, hashSecret(token), at);
      await putDeviceKey(tx, { device: id, fromSeal: 1, publicKey: key.spki });
      senders.push({ id, token, point });
      keys.push(key);
    }
  });
  return { senders, keys };
}

const placeOf = (index: number) => pointAt(Math.floor(index / POINTS_OF_COMMUNE), index % POINTS_OF_COMMUNE);

async function newDatabase(server: RunningPostgres, name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`);
  await admin.end();
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function versionOf({ dialect, read }: Store): Promise<string> {
  const asked =
    dialect === 'sqlite'
      ? sql<{ v: string }>`select sqlite_version() as v`
      : sql<{ v: string }>`show server_version`;
  const { rows } = await asked.execute(read);
  return `${dialect} ${Object.values(rows[0]!)[0]}`;
}

/** A server that has just started may look at the half-day and the night in processes of their own. */
async function calm(pid: number): Promise<void> {
  for (let calmMs = 0; calmMs < 2_000; calmMs += 100) {
    if (childrenOf(pid).length > 0) calmMs = 0;
    await wait(100);
  }
}
