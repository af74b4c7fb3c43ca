import * as v from 'valibot';
import { idField } from './day-field.ts';
import type { UnitName } from './overview.ts';

/** The switch of a unit's public page, as the managers' page of it speaks with the server. */

/** `POST /api/v1/public-pages` → `PublicPageState` of the unit. */
export const PublicSwitchSchema = v.strictObject({ unit: idField, on: v.boolean() });
export type PublicSwitch = v.InferOutput<typeof PublicSwitchSchema>;

/** `GET /api/v1/public-pages?unit=ID` */
export interface PublicPageState {
  readonly unit: UnitName;
  /** Null = it is off. */
  readonly on: { readonly since: string; readonly by: string } | null;
  /** Where everybody finds it while it is on. */
  readonly address: string;
  /** What it shows, or would show: quarters with a figure, and what was done about remarks. */
  readonly shows: { readonly quarters: readonly string[]; readonly replies: number };
  /** Units in the scope of whoever asks whose page is on. */
  readonly others: readonly UnitName[];
}
