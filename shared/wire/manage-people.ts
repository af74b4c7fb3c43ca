import * as v from 'valibot';
import { EmailSchema } from '../email.ts';
import { ROLES, type Role, type UnitName } from './overview.ts';

/** What the page of people exchanges with the server: accounts of the scope, invitations, one-time links. */

const unit = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const role = v.picklist(ROLES);

export interface PersonRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: UnitName;
  readonly secondFactor: boolean;
  /** Whether role and tree ask for one. */
  readonly needsSecondFactor: boolean;
  /** Where alerts are mailed to; null = nowhere, or of somebody whom the caller does not look after. */
  readonly email: string | null;
  /** Local day; null = never. */
  readonly lastSignIn: string | null;
  readonly closed: boolean;
  /** Places where the account is signed in now. */
  readonly signedIn: number;
  readonly isSelf: boolean;
  /** Whether the caller looks after it: nobody does so with more rights than the own ones. */
  readonly mayChange: boolean;
}
export interface InvitationRow {
  readonly id: string;
  readonly role: Role;
  readonly unit: UnitName;
  /** Server's clock, ms. */
  readonly expires: number;
  readonly mayChange: boolean;
}
/** `GET /api/v1/people` */
export interface People {
  readonly people: readonly PersonRow[];
  readonly invitations: readonly InvitationRow[];
  /** Roles that the caller may give. */
  readonly mayGive: readonly Role[];
}

/** `POST /api/v1/people/invitations` → `NewLink`; `DELETE …/invitations/ID` takes one back. */
export const InviteSchema = v.strictObject({ role, unit });

/** Shown once: only a hash of its secret is kept. */
export interface NewLink {
  readonly address: string;
  /** Server's clock when it answered and when the link ends, ms. */
  readonly now: number;
  readonly expires: number;
}

/** `PUT /api/v1/people/ID` → `PersonRow`. Another role or unit signs the account out. */
export const PersonSchema = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  role,
  unit,
  /** Left out = as before. */
  email: v.optional(EmailSchema),
});

/**
 * `POST /api/v1/people/ID/close`, `…/reopen`, `…/second-factor` (takes it away) → `PersonRow`; `…/password` → `NewLink`.
 * All with an empty object.
 */
export type PersonAct = 'close' | 'reopen' | 'second-factor' | 'password';
