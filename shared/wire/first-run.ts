import * as v from 'valibot';
import type { Text } from '../questionnaire.ts';
import { dayField } from './day-field.ts';
import type { UnitName } from './overview.ts';
import { ConfirmSchema, LoginSchema, NewPasswordSchema, PersonNameSchema } from './sign-in-asks.ts';

/**
 * The first run: what the pages that set up a real office exchange with the server. Until the first account exists a draft
 * is kept; it may be half empty, so that nobody loses what was typed.
 */

export const SET_UP_STEPS = [
  'province',
  'office',
  'points',
  'fields',
  'account',
  'campaign',
  'tablet',
] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];
/** The steps whose words are kept in the draft. */
export const DRAFT_STEPS = ['province', 'office', 'points', 'fields'] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

export const SET_UP_MOST = { name: 120, points: 20, counters: 40, fields: 60, ownFields: 20 } as const;

const typed = v.pipe(v.string(), v.maxLength(200));
const text = v.strictObject({ vi: typed, en: typed });
const code = v.pipe(v.string(), v.maxLength(20));

/** `POST /api/v1/set-up/draft`. Empty strings are what nobody has filled in yet. */
export const DraftSchema = v.strictObject({
  /** Code of the catalogue. */
  province: code,
  office: v.strictObject({
    kind: v.picklist(['commune', 'department']),
    /** Code of the catalogue, of a commune. */
    commune: code,
    /** Of a department; a commune is named by the catalogue. */
    name: text,
    /** The telephone number that citizens see, as typed; drafts of older versions have none. */
    contact: v.optional(typed),
  }),
  points: v.pipe(
    v.array(
      v.strictObject({ name: text, counters: v.pipe(v.array(text), v.maxLength(SET_UP_MOST.counters)) }),
    ),
    v.maxLength(SET_UP_MOST.points),
  ),
  /** Codes of the list of common fields. */
  fields: v.pipe(v.array(code), v.maxLength(SET_UP_MOST.fields)),
  ownFields: v.pipe(v.array(text), v.maxLength(SET_UP_MOST.ownFields)),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

export const EMPTY_DRAFT: Draft = {
  province: '',
  office: { kind: 'commune', commune: '', name: { vi: '', en: '' } },
  points: [],
  fields: [],
  ownFields: [],
};

/** A province or commune of the catalogue; the name is the whole one, such as `Xã Tân An`. */
export interface Place {
  readonly code: string;
  readonly kind: string;
  readonly name: Text;
}

/** What of the demo is still there, so that a person knows what removing it removes. */
export interface DemoContents {
  readonly units: number;
  readonly points: number;
  readonly devices: number;
  readonly accounts: number;
  readonly submissions: number;
}

/** `POST /api/v1/set-up/session` with the secret of the link → nothing but the cookie. */
export const BeginSchema = v.strictObject({ secret: v.pipe(v.string(), v.maxLength(128)) });

/** `GET /api/v1/set-up`: where the set-up is. */
export type SetUpState =
  | {
      readonly stage: 'organisation';
      readonly draft: Draft;
      readonly provinces: readonly Place[];
      /** Common ones; `isUsual`: communes have it. */
      readonly fields: readonly { readonly code: string; readonly name: Text; readonly isUsual: boolean }[];
      readonly demo: DemoContents | null;
    }
  | {
      /** The account has taken over from the link. */
      readonly stage: 'campaign' | 'tablet';
      /** First day of the first campaign; null while there is none. */
      readonly starts: string | null;
      readonly office: UnitName;
      readonly points: readonly {
        readonly id: string;
        readonly name: Text;
        readonly address: string | null;
      }[];
      /** The device that was made here, with what has come of it. */
      readonly tablet: SetUpTablet | null;
      readonly demo: DemoContents | null;
      /** The server's day. */
      readonly today: string;
    };
export interface SetUpTablet {
  readonly id: string;
  readonly name: string;
  readonly isEnrolled: boolean;
  readonly accepted: number;
}

/** `POST /api/v1/set-up/second-factor` → `NewSecondFactor`; the name stands in the authenticator app. */
export const AskFactorSchema = v.strictObject({ login: LoginSchema });

/** `POST /api/v1/set-up/office` → `Account`: makes all that the draft says, and the first account with its second factor. */
export const FirstAccountSchema = v.strictObject({
  login: LoginSchema,
  name: PersonNameSchema,
  password: NewPasswordSchema,
  ...ConfirmSchema.entries,
});

/** `POST /api/v1/set-up/campaign` → `SetUpState`. Local days. */
const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'needed'), v.maxLength(SET_UP_MOST.name));
export const FirstCampaignSchema = v.strictObject({
  name: v.strictObject({ vi: name, en: v.pipe(v.string(), v.trim(), v.maxLength(SET_UP_MOST.name)) }),
  starts: dayField,
  ends: v.nullable(dayField),
  statistic: v.picklist(['top2', 'mean5']),
});
export type FirstCampaign = v.InferOutput<typeof FirstCampaignSchema>;

/** `POST /api/v1/set-up/tablet` → `NewCode`: a first device, or another code for the one that is not enrolled yet. */
export const FirstTabletSchema = v.strictObject({ name, point: v.pipe(v.string(), v.maxLength(64)) });
