import * as v from 'valibot';
import type { Text } from '../questionnaire.ts';
import { readOfficePhone } from '../vietnam-phone.ts';
import { dayField } from './day-field.ts';
import type { Opening } from './device.ts';

/**
 * The organisation: units and service points by dates, and the bundled catalogue. Every act says the day from which it
 * holds (`from`): before it, everything stays as it was.
 */

/** Picks the words for the place in official sentences. Any unit may be the authority of a procedure, `so` above all. */
export const UNIT_KINDS = ['tinh', 'thanh_pho', 'xa', 'phuong', 'dac_khu', 'so'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const UNIT_NAME_MOST = 150;
const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(UNIT_NAME_MOST));
const name = v.strictObject({ vi: line, en: line });
const kind = v.picklist(UNIT_KINDS);

/** The telephone number that citizens see at a place, as it is written: its own, and the one shown, which may be inherited. */
export interface Contact {
  readonly own: string | null;
  readonly shown: string | null;
}

/** A version of a unit: what holds from a day on. */
export interface UnitVersionLine {
  readonly starts: string;
  readonly name: Text;
  readonly kind: UnitKind;
  /** Name of the unit above; null at the top of a tree, or where it lies outside of the scope. */
  readonly parent: Text | null;
}

/** `GET /api/v1/organisation/units[?asOf=DAY]` → `UnitLine[]`: units of the scope that are there on the day. */
export interface UnitLine {
  readonly id: string;
  /** Null at the top of the scope. */
  readonly parent: string | null;
  readonly kind: UnitKind;
  readonly name: Text;
  readonly validFrom: string;
  /** The last day; null = no end is known. */
  readonly validTo: string | null;
  /** Service points and counters of its own and devices at them, on the day; accounts, as of today. */
  readonly points: number;
  readonly devices: number;
  readonly accounts: number;
  /** Whether the account may move, merge or close it: it lies below the account's own unit and has no end yet. */
  readonly mayEnd: boolean;
}

/**
 * What was decided of a unit last, while its day has not come: its end, a merger that it takes part in, a new name or
 * place, the unit itself.
 */
export interface Withdrawable {
  readonly what: 'end' | 'merger' | 'version' | 'unit';
  readonly from: string;
}

/** `GET /api/v1/organisation/units/ID` → `UnitDetail`: also of one that has ended or is still to come. */
export interface UnitDetail extends UnitLine {
  readonly versions: readonly UnitVersionLine[];
  /** Units directly below it today; of one that is still to come, as it will begin. The service points likewise. */
  readonly below: number;
  readonly pointList: readonly PointLine[];
  /** Merged into this one, with their last day. */
  readonly predecessors: readonly { readonly id: string; readonly name: Text; readonly validTo: string }[];
  readonly successor: { readonly id: string; readonly name: Text } | null;
  /** Null also where the account may not withdraw it. */
  readonly withdrawable: Withdrawable | null;
  readonly contact: Contact;
}

export interface PointLine {
  readonly id: string;
  /** The service point at which this one is a counter. */
  readonly parent: string | null;
  readonly name: Text;
  readonly opening: readonly Opening[];
  readonly fields: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly devices: number;
  readonly contact: Contact;
}

/** `POST /api/v1/organisation/units` → `UnitDetail`. */
export const NewUnitSchema = v.strictObject({ parent: id, kind, name, from: dayField });
/** `POST …/units/ID/rename` → `UnitDetail`. */
export const RenameUnitSchema = v.strictObject({ kind, name, from: dayField });
/** `POST …/units/ID/move` → `UnitDetail`. */
export const MoveUnitSchema = v.strictObject({ parent: id, from: dayField });
/** `POST …/units/ID/close` → `UnitDetail`: `from` is the first day on which it is no longer there. */
export const CloseSchema = v.strictObject({ from: dayField });
/** `POST …/units/ID/withdraw` → `UnitDetail`: takes back what was decided of it last (`withdrawable`), named by its day. */
export const WithdrawSchema = v.strictObject({ from: dayField });
/** `POST …/units/merge` → `UnitDetail` of what they go on as: one of them, or a new unit. */
export const MergeUnitsSchema = v.strictObject({
  units: v.pipe(v.array(id), v.minLength(2, 'needed'), v.maxLength(50, 'too-many')),
  into: v.union([v.strictObject({ id }), v.strictObject({ parent: id, kind, name })]),
  from: dayField,
});
export type MergeInto = v.InferOutput<typeof MergeUnitsSchema>['into'];

const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'wrong'));
const opening = v.pipe(
  v.array(
    v.pipe(
      v.strictObject({
        days: v.pipe(
          v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
          v.minLength(1, 'needed'),
        ),
        from: time,
        to: time,
      }),
      v.forward(
        v.check(({ from, to }) => from < to, 'order'),
        ['to'],
      ),
    ),
  ),
  v.maxLength(14, 'too-many'),
);
const fields = v.pipe(v.array(id), v.maxLength(200, 'too-many'));

/** `POST …/points` → `UnitDetail`. A counter without hours or fields of its own keeps those of its service point. */
export const NewPointSchema = v.strictObject({
  unit: id,
  parent: v.nullable(id),
  name,
  opening,
  fields,
  from: dayField,
});
/** `POST …/points/ID/change` → `UnitDetail`. */
export const ChangePointSchema = v.strictObject({ name, opening, fields, from: dayField });
/** `POST …/points/ID/move` → `UnitDetail` of the unit that it stands in then; counters go with it. */
export const MovePointSchema = v.strictObject({ unit: id, parent: v.nullable(id), from: dayField });
/** `POST …/points/ID/close` (`CloseSchema`) → `UnitDetail`. */

/** `PUT …/units/ID/contact`, `…/points/ID/contact` → `UnitDetail`: holds at once; an empty one is inherited again. */
export const ContactSchema = v.strictObject({
  contact: v.pipe(
    v.string(),
    v.maxLength(40),
    v.trim(),
    v.check((text) => text === '' || readOfficePhone(text) !== undefined, 'wrong'),
    v.transform((text) => readOfficePhone(text) ?? null),
  ),
});

/** `GET /api/v1/catalogue` → provinces; `?province=CODE` → its communes. */
export interface CatalogueUnit {
  readonly code: string;
  /** Code of the province; null = it is one. */
  readonly province: string | null;
  readonly kind: Exclude<UnitKind, 'so'>;
  readonly name: Text;
}
/** `POST /api/v1/catalogue` → `CatalogueLoaded`. */
export const LoadCatalogueSchema = v.strictObject({
  under: id,
  codes: v.pipe(v.array(id), v.minLength(1, 'needed'), v.maxLength(400, 'too-many')),
});
export interface CatalogueLoaded {
  readonly added: number;
  readonly known: number;
}
