import type { Settings } from '../../shared/wire/device.ts';
import type { PackStates } from '../device/pack-states.ts';
import type { LastRound } from '../device/last-round.ts';
import type { HealthFacts } from '../outbox/health-facts.ts';
import type { DeviceHealth } from './staff-device.ts';

/** What this page has seen itself, beside what the device has stored. */
export interface SeenHere {
  readonly settings: Settings | undefined;
  readonly round: LastRound | undefined;
  readonly faults: readonly string[];
  readonly isRefused: boolean;
  /** Device's clock. */
  readonly contactMs: number | null;
  readonly app: string;
  readonly packs: PackStates;
}

/** Faults that have a lamp and a sentence of their own. */
const SAID_ELSEWHERE =
  /^(?:outbox-lost|key-lost|journal-fails|storage-(?:dead|low|full|corrupt|quota)|held|app-too-old)(?:-\d+)?$/;

/** One picture of the device. */
export function factsOf(facts: HealthFacts, seen: SeenHere): DeviceHealth {
  const { settings, round } = seen;
  const faults = [...new Set([...seen.faults, ...(round?.faults ?? [])])];
  const contactMs = seen.contactMs ?? round?.contactMs ?? null;
  return {
    tree: settings?.tree ?? 'real',
    opening: settings?.opening ?? [],
    collects: settings?.interviewer?.collects ?? facts.collects,
    kept: facts.total,
    unsent: facts.unsent,
    oldestUnsent: facts.oldestUnsent,
    held: facts.held,
    lost: facts.lost,
    databaseWorks: facts.hasDatabase,
    // The page has opened the journal itself: what it saw is newer than what the kiosk noted.
    journalWorks: !seen.faults.includes('journal-fails'),
    keyWorks: facts.hasKey,
    persisted: facts.persisted,
    freeBytes: facts.freeBytes,
    wasFull: faults.includes('storage-quota'),
    clockOffsetMs: facts.clockOffsetMs,
    lastContactMs: contactMs === null ? null : contactMs + (facts.clockOffsetMs ?? 0),
    isRefused: seen.isRefused,
    app: seen.app,
    minApp: round?.minApp ?? '0.0.0',
    faults: faults.filter((fault) => !SAID_ELSEWHERE.test(fault)),
    sealNo: facts.sealNo,
    questionnaire: settings?.questionnaire ?? null,
    packs: seen.packs,
  };
}
