import * as v from 'valibot';
import { HELD_REASONS } from './manage.ts';

/** What the managers' pages ask of the server to change: bodies of `POST` requests, judged by the server. */

export const NAME_MOST = 80;
/** A decision about what people answered is never made without a word why. */
export const REASON_LEAST = 10;
export const REASON_MOST = 300;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NAME_MOST));
const reason = v.pipe(v.string(), v.trim(), v.minLength(REASON_LEAST), v.maxLength(REASON_MOST));
const day = v.pipe(v.string(), v.isoDate());

/** `POST /api/v1/devices` → NewCode */
export const AddDeviceSchema = v.strictObject({ name, point: id });
export type AddDevice = v.InferOutput<typeof AddDeviceSchema>;

/** `POST /api/v1/devices/ID/replace` → NewCode of the new device, which stands where the old one stood. */
export const ReplaceSchema = v.strictObject({ name });

/** `POST /api/v1/devices/ID/move` → 204. `starts` is a local day, today or later. */
export const MoveSchema = v.strictObject({ point: id, starts: day });
export type Move = v.InferOutput<typeof MoveSchema>;

/** `POST /api/v1/devices/ID/state` → 204. Retiring is for good. */
export const StateSchema = v.strictObject({
  state: v.picklist(['active', 'inactive', 'retired']),
  note: v.pipe(v.string(), v.trim(), v.maxLength(REASON_MOST)),
});
export type StateChange = v.InferOutput<typeof StateSchema>;

/** `POST /api/v1/devices/ID/code` → NewCode, `…/pin` → NewPin. */
export const NothingSchema = v.strictObject({});

/** `POST /api/v1/quarantine/decide` → Decided. The cohort is named by what `GET /api/v1/quarantine` said of it. */
export const DecisionSchema = v.strictObject({
  reason: v.picklist(HELD_REASONS),
  point: v.nullable(id),
  halfMonth: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d\d\/[12]$/))),
  decision: v.picklist(['take', 'refuse']),
  note: reason,
});
export type Decision = v.InferOutput<typeof DecisionSchema>;
