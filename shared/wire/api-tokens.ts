import * as v from 'valibot';
import { dayField, idField } from './day-field.ts';
import type { UnitName } from './overview.ts';

/** Access codes with which programs read what a unit's pages show; what they may read is named by scopes. */

export const API_SCOPES = [
  /** Percentages with everything that stands beside them, units and periods. */
  'figures:read',
  /** Campaigns, their progress, targets, days off. */
  'plans:read',
  /** Tablets and what each has taken, stored and still holds. */
  'devices:read',
  /** Places unlike themselves, marked forms by groups, low-score alerts, what is held. */
  'checks:read',
  /** Numbers of dossiers, of calls and of asking again; never a dossier. */
  'dossiers:read',
  /** How many cases wait, and what was published; never a remark. */
  'cases:read',
] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** So that whoever searches files for secrets finds a code that was left in one. */
export const TOKEN_PREFIX = 'sipas_';
export const TOKEN_NAME_MOST = 80;
/** A code that nobody renews ends within a year. */
export const TOKEN_DAYS_MOST = 366;

/** `POST /api/v1/tokens` → `NewToken`; `POST …/tokens/ID/revoke` with an empty object → `TokenRow`. */
export const TokenSchema = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1, 'needed'), v.maxLength(TOKEN_NAME_MOST, 'too-long')),
  unit: idField,
  scopes: v.pipe(v.array(v.picklist(API_SCOPES)), v.minLength(1, 'needed'), v.maxLength(API_SCOPES.length)),
  /** The last local day on which it opens anything. */
  until: dayField,
});
export type TokenAsked = v.InferOutput<typeof TokenSchema>;

export type TokenState = 'active' | 'expired' | 'revoked';
export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly unit: UnitName;
  readonly scopes: readonly ApiScope[];
  readonly state: TokenState;
  /** Local days. */
  readonly made: string;
  readonly until: string;
  readonly lastUsed: string | null;
  readonly revoked: string | null;
  /** Whoever made it; it ends when that account is closed, or gets another role or unit. */
  readonly maker: string | null;
}
/** `GET /api/v1/tokens`: newest first. */
export interface TokenList {
  readonly today: string;
  readonly tokens: readonly TokenRow[];
  /** Scopes that the caller may give. */
  readonly scopes: readonly ApiScope[];
}
/** Shown once: only a hash of the secret is kept. */
export interface NewToken {
  readonly token: TokenRow;
  readonly secret: string;
  /** Where programs ask. */
  readonly base: string;
}
