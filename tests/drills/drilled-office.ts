import { halfDayAt, localDay } from '../../shared/period.ts';
import { putSetting } from '../../server/store/settings.ts';
import { openPostgres } from '../../server/store/store.ts';
import { type Office, openOffice, signInAs } from '../fakes/office.ts';
import { type RunningPostgres, startCluster } from '../store/postgres-server.ts';
import { startBalancer } from './round-robin.ts';
import { startTablets, type Tablets } from './loyal-tablets.ts';
import { copyKeys, type Instance, openInstance, restartPostgres } from './two-instances.ts';

export const TABLETS = 24;
/** A month ago: a night that was missed is due as soon as an instance leads. */
const LAST_NIGHT_MS = 30 * 86_400_000;

/** A PostgreSQL with an office and its tablets, and two instances that run over it. */
export interface DrilledOffice {
  readonly url: string;
  readonly office: Office;
  readonly devices: readonly { readonly id: string; readonly token: string }[];
  /** Of a manager who is signed in. */
  readonly cookie: string;
  readonly halfDay: string;
  readonly one: Instance;
  readonly other: Instance;
  /** All tablets, over a balancer. */
  load(): Promise<Tablets & { stop(): Promise<void> }>;
  /** How long it was away, ms. */
  restartDatabase(signal: Parameters<typeof restartPostgres>[1]): Promise<number>;
  close(): Promise<void>;
}

/** `sources` is the project's folder, or a copy with a fault. */
export async function openDrilledOffice(sources?: string): Promise<DrilledOffice> {
  let cluster: RunningPostgres = await startCluster();
  const { url } = cluster;
  const store = await openPostgres(url);
  const office = await openOffice({ store });
  const devices: { id: string; token: string }[] = [];
  for (let i = 0; i < TABLETS; i++) {
    // six enrolments a minute, by its clock
    office.now = Date.now() - (TABLETS - i) * 60_000;
    devices.push(await office.enrol(`Ki-ốt ${i + 1}`));
  }
  office.now = Date.now();
  const halfDay = halfDayAt(office.now);
  const cookie = await signInAs(office, 'manager');
  await store.write((tx) => putSetting(tx, 'night', localDay(office.now - LAST_NIGHT_MS)));
  await store.close();

  const [one, other] = [await openInstance(url, sources), await openInstance(url, sources)];
  await one.start();
  copyKeys(one, other);
  await other.start();
  return {
    url,
    office,
    devices,
    cookie,
    halfDay,
    one,
    other,
    async load() {
      const balancer = await startBalancer([one.port, other.port]);
      return { ...startTablets(devices, office, balancer.url, halfDay), stop: balancer.stop };
    },
    async restartDatabase(signal) {
      const { again, awayMs } = await restartPostgres(cluster, signal);
      cluster = again;
      return awayMs;
    },
    async close() {
      for (const instance of [one, other]) {
        await instance.end();
        instance.remove();
      }
      await cluster.stop();
    },
  };
}
