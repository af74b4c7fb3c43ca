import { localDay } from '../../shared/period.ts';
import type { Opening, Tree } from '../../shared/wire/device.ts';
import type { Lamp } from '../../shared/wire/manage.ts';
import { storageFaults } from '../device/persistence.ts';
import { isOlderApp } from '../../shared/is-older-app.ts';
import { openingDaysAfter } from './opening-days.ts';

/** What a device knows about itself. Counts and days only: nothing of any answer. */
export interface DeviceFacts {
  readonly tree: Tree;
  readonly opening: readonly Opening[];
  /** False while managers have put the device out of service. */
  readonly collects: boolean;
  readonly kept: number;
  readonly unsent: number;
  /** Half-day of the oldest entry that waits, `2026-11-20AM`; null when nothing waits. */
  readonly oldestUnsent: string | null;
  /** Set aside by the server for people to look at. */
  readonly held: number;
  /** Counted once and no longer found anywhere on the device. */
  readonly lost: number;
  readonly databaseWorks: boolean;
  readonly journalWorks: boolean;
  /** The signing key is there and signs. */
  readonly keyWorks: boolean;
  readonly persisted: boolean;
  /** Null where the browser does not say. */
  readonly freeBytes: number | null;
  /** A write was refused as "full". */
  readonly wasFull: boolean;
  /** Server's clock minus the device's at the last answer; null before the first. */
  readonly clockOffsetMs: number | null;
  readonly lastContactMs: number | null;
  /** The server answers, and takes nothing from this device: its token is known to nobody. */
  readonly isRefused: boolean;
  readonly app: string;
  /** Lowest version that the server lets collect. */
  readonly minApp: string;
  /** Words of the fault log. */
  readonly faults: readonly string[];
}

export const REASONS = [
  'cannot-keep',
  'lost',
  'database-fails',
  'journal-fails',
  'not-persisted',
  'storage-full',
  'storage-corrupt',
  'refused',
  'key-lost',
  'old-app',
  'unsent-long',
  'unsent-old',
  'silent',
  'storage-low',
  'clock-off',
  'not-collecting',
  'held',
  'faults',
] as const;
export type ReasonKind = (typeof REASONS)[number];

export interface Reason {
  readonly kind: ReasonKind;
  readonly lamp: Exclude<Lamp, 'green'>;
  /** How many, where it can be counted. */
  readonly n?: number;
}

export interface Judgement {
  readonly lamp: Lamp;
  /** The weightiest first. */
  readonly reasons: readonly Reason[];
}

export const CLOCK_OFF_MS = 10 * 60_000;
/** From the second opening day on somebody should look, after a working week somebody must act. */
const UNSENT_OLD_DAYS = 1;
const UNSENT_LONG_DAYS = 5;

function daysWaiting({ oldestUnsent, opening }: DeviceFacts, nowMs: number): number {
  return oldestUnsent === null ? 0 : openingDaysAfter(oldestUnsent.slice(0, 10), nowMs, opening);
}

/** In order of weight; a lamp that is not shown is `false`. */
function reasonsOf(facts: DeviceFacts, nowMs: number): (Reason | false)[] {
  const { databaseWorks, journalWorks, lost, held } = facts;
  const free = storageFaults(facts.freeBytes, facts.wasFull);
  const waited = daysWaiting(facts, nowMs);
  const silentDays =
    facts.lastContactMs === null ? 0 : openingDaysAfter(localDay(facts.lastContactMs), nowMs, facts.opening);
  const when = (is: boolean, kind: ReasonKind, lamp: Reason['lamp'], n?: number): Reason | false =>
    is && { kind, lamp, ...(n !== undefined && { n }) };
  return [
    when(!databaseWorks && !journalWorks, 'cannot-keep', 'red'),
    when(lost > 0, 'lost', 'red', lost),
    when(!databaseWorks && journalWorks, 'database-fails', 'red'),
    when(!journalWorks && databaseWorks, 'journal-fails', 'red'),
    when(!facts.persisted, 'not-persisted', facts.tree === 'real' ? 'red' : 'amber'),
    when(free.includes('storage-full'), 'storage-full', 'red'),
    when(free.includes('storage-corrupt'), 'storage-corrupt', 'red'),
    when(facts.isRefused, 'refused', 'red'),
    when(!facts.keyWorks, 'key-lost', 'red'),
    when(isOlderApp(facts.app, facts.minApp), 'old-app', 'red'),
    when(waited >= UNSENT_LONG_DAYS, 'unsent-long', 'red', facts.unsent),
    when(waited >= UNSENT_OLD_DAYS && waited < UNSENT_LONG_DAYS, 'unsent-old', 'amber', facts.unsent),
    when(silentDays >= UNSENT_OLD_DAYS && waited < UNSENT_OLD_DAYS, 'silent', 'amber'),
    when(free.includes('storage-low'), 'storage-low', 'amber'),
    when(Math.abs(facts.clockOffsetMs ?? 0) > CLOCK_OFF_MS, 'clock-off', 'amber'),
    when(!facts.collects, 'not-collecting', 'amber'),
    when(held > 0, 'held', 'amber', held),
    when(facts.faults.length > 0, 'faults', 'amber', facts.faults.length),
  ];
}

/** One lamp and why: green when nothing is wrong, red when somebody must act today. */
export function judgeHealth(facts: DeviceFacts, nowMs: number): Judgement {
  const reasons = reasonsOf(facts, nowMs).filter((reason) => reason !== false);
  const red = reasons.filter(({ lamp }) => lamp === 'red');
  const amber = reasons.filter(({ lamp }) => lamp === 'amber');
  return {
    lamp: red.length > 0 ? 'red' : amber.length > 0 ? 'amber' : 'green',
    reasons: [...red, ...amber],
  };
}
