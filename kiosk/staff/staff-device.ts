import type { Settings } from '../../shared/wire/device.ts';
import type { PackStates } from '../device/pack-states.ts';
import type { EnrolDeps } from './enrol-course.ts';
import type { DeviceFacts } from './judge-health.ts';
import type { PinLock } from './pin-lock.ts';
import type { TestResult } from './self-test.ts';

/** What the health page shows beside what it judges. */
export interface DeviceHealth extends DeviceFacts {
  readonly sealNo: number;
  readonly questionnaire: Settings['questionnaire'] | null;
  readonly packs: PackStates;
}

/** How a round by hand ended. `drained` is said only when nothing waits any more. */
export type SendEnd =
  | { readonly kind: 'drained' }
  | {
      readonly kind: 'left';
      readonly left: number;
      readonly done: number;
      readonly why: 'unreachable' | 'portal' | 'refused';
    };

export type RescueEnd =
  | { readonly kind: 'saved'; readonly file: string; readonly items: number }
  | { readonly kind: 'empty' | 'no-key' | 'failed' };

export type UpdateEnd = 'found' | 'none' | 'failed';

/** All that the staff page asks of the tablet. The entry file builds it over the real parts. */
export interface StaffDevice extends EnrolDeps {
  /** Undefined while the device is not enrolled. */
  readonly settings: () => Promise<Settings | undefined>;
  readonly health: () => Promise<DeviceHealth>;
  /** `onLeft` hears how many still wait. */
  readonly send: (onLeft: (left: number) => void) => Promise<SendEnd>;
  readonly rescue: () => Promise<RescueEnd>;
  readonly lookForUpdate: () => Promise<UpdateEnd>;
  readonly readLock: () => Promise<PinLock | undefined>;
  readonly writeLock: (lock: PinLock) => Promise<void>;
  readonly readTest: () => Promise<TestResult | undefined>;
  readonly writeTest: (result: TestResult) => Promise<void>;
  /** The device's clock, ms since 1970. */
  readonly clock: () => number;
  /** Best guess of the true time, ms since 1970. */
  readonly trueTime: () => number;
  readonly toKiosk: () => void;
  /** Back to the survey, which then knows that today's test has run. */
  readonly toKioskTested: () => void;
}
