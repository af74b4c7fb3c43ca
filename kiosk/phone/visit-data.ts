import type { Language, Questionnaire } from '../../shared/questionnaire.ts';
import type { Place } from '../../shared/wire/device.ts';

/** What the server writes into the page for one opening of it; `null` while nothing has been written. */
export interface VisitData {
  readonly place: Place;
  /** At least the items drawn; the server may leave out the others. */
  readonly questionnaire: Questionnaire;
  /** Drawn by the server, because the page stores nothing. */
  readonly items: readonly number[];
  /** The server's clock as it wrote the page. */
  readonly now: number;
  readonly languages: readonly Language[];
}
/** What opens the visit, and is sent with its answers. */
export type WayIn = { readonly code: string } | { readonly ticket: string };

/** Why there is no visit: a code that nobody knows or that has ended, none yet, or a ticket that the page must read. */
export interface SorryData {
  readonly sorry: 'unknown-code' | 'ended-code' | 'no-code' | 'ticket';
}

export function readVisitData(
  text: string | null | undefined,
): (VisitData & { readonly code: string }) | SorryData {
  const data = JSON.parse(text ?? 'null') as ReturnType<typeof readVisitData> | null;
  return data ?? { sorry: 'no-code' };
}
