import * as v from 'valibot';
import type { Text } from '../questionnaire.ts';
import { REASON_LEAST, REASON_MOST } from '../reason-length.ts';
import { dayField } from './day-field.ts';
import type { DeviceState, HeldCohort } from './manage.ts';

/** What managers' pages ask of the server about devices, quarantine and re-attribution, and what they get. */

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
export const NAME_MOST = 80;
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NAME_MOST));
const reason = v.pipe(v.string(), v.trim(), v.minLength(REASON_LEAST), v.maxLength(REASON_MOST));

/** `GET /api/v1/points`: where a device of the scope can stand. */
export interface PointOption {
  readonly id: string;
  readonly name: Text;
  readonly unit: string;
  /** The service point at which this one is a counter. */
  readonly parent: string | null;
}

/**
 * `POST /api/v1/devices` → `NewCode` with the PIN; `…/ID/code` (empty object) → `NewCode` without one. With a holder it is
 * the telephone of that account, else a tablet.
 */
export const NewDeviceSchema = v.strictObject({ name, point: id, holder: v.optional(v.nullable(id)) });
export const NothingSchema = v.strictObject({});

/** `POST /api/v1/devices/ID/state` → `DeviceDetail`. Retired is for good. */
export const CHOSEN_STATES = ['active', 'inactive', 'retired'] as const satisfies readonly DeviceState[];
export const StateChangeSchema = v.strictObject({
  state: v.picklist(CHOSEN_STATES),
  note: v.pipe(v.string(), v.trim(), v.maxLength(300)),
});

/** `POST /api/v1/devices/ID/move` → `DeviceDetail`. From that local day on, today or later. */
export const MoveSchema = v.strictObject({ point: id, from: dayField });

/** `POST /api/v1/devices/ID/pin` → `NewPin`: the PIN given, or a new one. */
export const PIN_DIGITS = 6;
export const PinSchema = v.strictObject({ pin: v.nullable(v.pipe(v.string(), v.regex(/^\d{6}$/))) });
export interface NewPin {
  readonly pin: string;
}

/** `POST /api/v1/devices/ID/seen` (empty object) → `DeviceDetail`: a person has looked at all that is kept aside of it. */

/** `POST /api/v1/devices/ID/replace` → `NewCode` of the new device; the old one becomes inactive. */
export const ReplaceSchema = v.strictObject({
  name,
  note: v.pipe(v.string(), v.trim(), v.maxLength(300)),
});

/** `POST /api/v1/quarantine/decide` → `Decided`. A cohort is named by the four things it was listed by. */
export const DecideSchema = v.strictObject({
  cohort: v.strictObject({
    reason: v.pipe(v.string(), v.maxLength(40)),
    kind: v.picklist(['held', 'conflict'] as const satisfies readonly HeldCohort['kind'][]),
    point: v.nullable(id),
    halfMonth: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d\d\/[12]$/))),
  }),
  decision: v.picklist(['take', 'refuse']),
  reason,
});
export interface Decided {
  readonly decided: number;
  /** Of the cohort: still open, because something else is wrong with them too. */
  readonly left: number;
}

/** `POST /api/v1/reattributions` → `Reattributed`. Local days, both inside. */
export const ReattributionSchema = v.pipe(
  v.strictObject({ from: id, to: id, fromDay: dayField, toDay: dayField, reason }),
  v.check((asked) => asked.fromDay <= asked.toDay && asked.from !== asked.to, 'range'),
);
export interface Reattributed {
  readonly id: string;
  /** Submissions whose figures moved now; later ones of that place and time follow. */
  readonly moved: number;
}

/** `POST /api/v1/rescue` (a `RescueFile`) → what became of everything in it. */
export interface RescueImported {
  readonly device: string;
  readonly items: number;
  readonly stored: number;
  readonly dup: number;
  readonly held: number;
  readonly conflict: number;
  /** Seals of the file that the server has now. */
  readonly seals: number;
}
