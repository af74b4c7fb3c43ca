import * as v from 'valibot';
import type { OfferedLanguage } from '../../shared/wire/packs.ts';
import { recall, type Shelf } from './shelf.ts';

/** Which languages of a tablet have their pack here whole, as the kiosk's page leaves it for the staff page. */
const PackStatesSchema = v.array(
  v.object({
    code: v.string(),
    name: v.string(),
    /** Since when it is being fetched, true time in ms; null = it is here. */
    lacksSinceMs: v.nullable(v.number()),
  }),
);
export type PackStates = v.InferOutput<typeof PackStatesSchema>;
const NAME = 'pack-states';

export const keepPackStates = (shelf: Shelf, states: PackStates): Promise<void> => shelf.write(NAME, states);
export const recallPackStates = async (shelf: Shelf): Promise<PackStates> =>
  (await recall(shelf, NAME, PackStatesSchema)) ?? [];

/** Who has waited for a pack goes on waiting for a newer one of the same language. */
export function packStates(
  offered: readonly OfferedLanguage[],
  isHere: (language: OfferedLanguage) => boolean,
  before: PackStates,
  nowMs: number,
): PackStates {
  return offered.map((language) => {
    const { code, name } = language;
    const sinceMs = before.find((old) => old.code === code)?.lacksSinceMs ?? nowMs;
    return { code, name, lacksSinceMs: isHere(language) ? null : sinceMs };
  });
}

/** A pack of 2 MB comes within a day over any line that sends answers at all. */
const LATE_MS = 86_400_000;
export const areLate = (states: PackStates, nowMs: number): boolean =>
  states.some(({ lacksSinceMs }) => lacksSinceMs !== null && nowMs - lacksSinceMs >= LATE_MS);
