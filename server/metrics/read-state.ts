import { DEVICE_ALARMS } from '../../shared/wire/manage.ts';
import { deviceRows } from '../devices/device-rows.ts';
import type { Deps } from '../deps.ts';
import { JOB_NAMES, lastResult } from '../jobs/night.ts';
import { wholeTree } from '../scope.ts';
import { allBackups } from '../store/backups.ts';
import { databaseBytes } from '../store/look-into.ts';
import { countMails } from '../store/mails.ts';
import { gauge, type Sample } from './metric-text.ts';

/** How things stand in the database: nights, backups, devices, mail. Only counts of the real tree leave. */
export async function readState({
  store,
  clock,
  freeBytes,
}: Pick<Deps, 'store' | 'clock' | 'freeBytes'>): Promise<Sample[]> {
  const { read } = store;
  return [
    ...(await ofNights(store)),
    ...(await ofBackups(store)),
    ...(await ofDevices(read, clock())),
    ...(await ofMails(read)),
    gauge('sipas_database_size_bytes', 'Size of the database.', await databaseBytes(store)),
    ...(freeBytes ? [gauge('sipas_disk_free_bytes', 'Room left where the data lie.', freeBytes())] : []),
  ];
}

type Store = Deps['store'];
const seconds = (ms: number) => ms / 1000;

async function ofNights(store: Store): Promise<Sample[]> {
  const results = await Promise.all(
    JOB_NAMES.map(async (job) => ({ job, result: await lastResult(store, job) })),
  );
  const known = results.flatMap(({ job, result }) => (result ? [{ labels: { job }, result }] : []));
  return [
    gauge(
      'sipas_job_ok',
      'Whether a job of the night went well when it last ran.',
      known.map(({ labels, result }) => ({ labels, value: result.ok ? 1 : 0 })),
    ),
    gauge(
      'sipas_job_last_success_timestamp_seconds',
      'When a job of the night ended well; missing while its last run has failed.',
      known.flatMap(({ labels, result }) => (result.ok ? [{ labels, value: seconds(result.at) }] : [])),
    ),
  ];
}

async function ofBackups({ read }: Store): Promise<Sample[]> {
  const taken = await allBackups(read);
  const newest = taken[0];
  const elsewhere = taken.find(({ offMachine }) => offMachine);
  return [
    gauge('sipas_backup_last_timestamp_seconds', 'When the newest backup was taken; by place.', [
      ...(newest ? [{ labels: { place: 'here' }, value: seconds(newest.at) }] : []),
      ...(elsewhere ? [{ labels: { place: 'elsewhere' }, value: seconds(elsewhere.at) }] : []),
    ]),
    gauge('sipas_backup_size_bytes', 'Size of the newest backup.', newest ? newest.sizeBytes : []),
  ];
}

async function ofDevices(read: Store['read'], nowMs: number): Promise<Sample[]> {
  const rows = (await deviceRows(read, await wholeTree(read, 'real'), nowMs)).filter(
    ({ state }) => state === 'active',
  );
  const sum = (of: 'waiting' | 'missing' | 'held') => rows.reduce((all, { ledger }) => all + ledger[of], 0);
  return [
    gauge('sipas_devices', 'Tablets and phones in use.', rows.length),
    gauge(
      'sipas_devices_alarms',
      'Devices in use that raise an alarm, by its kind.',
      DEVICE_ALARMS.map((alarm) => ({
        labels: { alarm },
        value: rows.filter(({ alarms }) => alarms.includes(alarm)).length,
      })),
    ),
    gauge(
      'sipas_outbox_forms',
      'Forms on devices that are not here, as they last said: waiting to be sent, missing without an explanation, or held for a person.',
      [
        { labels: { state: 'waiting' }, value: sum('waiting') },
        { labels: { state: 'missing' }, value: sum('missing') },
        { labels: { state: 'held' }, value: sum('held') },
      ],
    ),
  ];
}

async function ofMails(read: Store['read']): Promise<Sample[]> {
  const { waiting, failed } = await countMails(read);
  return [
    gauge('sipas_mails', 'E-mails that wait, or were given up.', [
      { labels: { state: 'waiting' }, value: waiting },
      { labels: { state: 'failed' }, value: failed },
    ]),
  ];
}
