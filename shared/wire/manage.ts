import type { Text } from '../questionnaire.ts';
import type { Opening, Settings } from './device.ts';
import type { Role } from './overview.ts';
import type { Answer } from './answer-parts.ts';
import type { HeldCohortSchema, UnlikePlaceSchema } from './check-answers.ts';
import type { HolderSchema, DeviceRowSchema } from './device-answers.ts';

/** What the managers' pages of devices, quarantine and the audit log exchange with the server. */

/** `new` has never been enrolled; `inactive` asks nobody for now; `retired` for good: what it still sends is held. */
export const DEVICE_STATES = ['new', 'active', 'inactive', 'retired'] as const;
export type DeviceState = (typeof DEVICE_STATES)[number];

/** Green: all is well. Amber: somebody should look this week. Red: somebody must act today. */
export const LAMPS = ['green', 'amber', 'red'] as const;
export type Lamp = (typeof LAMPS)[number];

/** Why a lamp is not green; the pages have a plain sentence for each. */
export const DEVICE_ALARMS = [
  'silent', // not heard from for one full opening day
  'missing', // it took more than the server has and it holds
  'lost', // it reports a loss on the device itself
  'cloned', // two seals of one number: a copied or restored device
  'seal-refused',
  'seal-gap',
  'not-persisted',
  'storage-low',
  'storage-full',
  'held',
  'held-full', // so much of it is held that the server sets no more aside: what else is held stays on the device
  'unsent-old', // something has waited for more than one opening day
  'old-app',
  'fault',
] as const;
export type DeviceAlarm = (typeof DEVICE_ALARMS)[number];

/** Why a device asks nobody: its place has closed, its state, its day there has not come, no campaign runs there. */
export type NotAsking = 'closed' | 'state' | 'not-yet' | 'campaign';

/** An account that asks people face to face. `GET /api/v1/devices/holders`: those of the scope, by name. */
export type Holder = Answer<typeof HolderSchema>;

/** `GET /api/v1/devices`: one row a device of the scope. */
export type DeviceRow = Answer<typeof DeviceRowSchema>;

/** `GET /api/v1/devices/ID`: the row, and its history. */
export interface DeviceDetail extends DeviceRow {
  readonly assignments: readonly {
    readonly point: string;
    readonly name: Text;
    readonly starts: string;
    readonly ends: string | null;
  }[];
  readonly states: readonly { readonly day: string; readonly state: DeviceState; readonly note: string }[];
  readonly faults: readonly string[];
  /** What it is given at its next round; null where it stands nowhere. */
  readonly given: {
    readonly campaign: Text;
    readonly questionnaire: Settings['questionnaire'];
    readonly form: Settings['form'];
    /** The coming seven days: days off are closed ones. */
    readonly opening: readonly Opening[];
  } | null;
}

/**
 * Answer of everything that makes an enrolment code (a new device, `…/code`, `…/replace`): shown once, with the PIN of
 * the staff page where it is new.
 */
export interface NewCode {
  readonly device: string;
  readonly code: string;
  /** What the QR holds: the staff page with the code behind `#`, as in `https://host/kiosk/staff/#enrol=ABCD2345`. */
  readonly address: string;
  /** Server's clock when it answered and when the code ends, ms: the page counts the difference down. */
  readonly now: number;
  readonly expires: number;
  readonly pin: string | null;
}

/** Why a submission is in quarantine; the pages have a plain sentence for each. */
export const HELD_REASONS = [
  'newer-protocol',
  'unreadable',
  'revoked',
  'unknown-version',
  'unknown-item',
  'level',
  'not-begun',
  'unknown-campaign',
  'unknown-field',
  'unknown-authority',
  'channel',
  'service-point',
  'remark',
  'other-bytes', // the reason of a conflict
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** `GET /api/v1/quarantine`: cohorts, never single submissions. */
export type HeldCohort = Answer<typeof HeldCohortSchema>;

/**
 * `GET /api/v1/findings`: half-months of service points that look unlike themselves, the newest first. Never a day, a
 * number or a share: what stands behind a sign may be a few people.
 */
export type UnlikePlace = Answer<typeof UnlikePlaceSchema>;

/** `GET /api/v1/audit?before=…`: newest first; `older` is the `before` of the next lines, null at the end. */
export interface AuditPage {
  readonly lines: readonly AuditLine[];
  readonly older: string | null;
}

/** `details.name` is the name of the subject (a device, an account), where it has one. */
export interface AuditLine {
  readonly at: number;
  readonly who: string | null;
  readonly role: Role | null;
  readonly what: string;
  readonly subject: string | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}
