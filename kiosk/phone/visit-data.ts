import type { Language, Questionnaire } from '../../shared/questionnaire.ts';
import type { Place } from '../../shared/wire/device.ts';

/** What the server writes into the page for one opening of it; `null` while nothing has been written. */
export interface VisitData {
  readonly place: Place;
  readonly code: string;
  /** At least the items drawn; the server may leave out the others. */
  readonly questionnaire: Questionnaire;
  /** Drawn by the server, because the page stores nothing. */
  readonly items: readonly number[];
  /** The server's clock as it wrote the page. */
  readonly now: number;
  readonly languages: readonly Language[];
}
/** Why there is no visit: a code that nobody knows, or none yet. */
export interface SorryData {
  readonly sorry: 'unknown-code' | 'no-code';
}

export function readVisitData(text: string | null | undefined): VisitData | SorryData {
  const data = JSON.parse(text ?? 'null') as VisitData | SorryData | null;
  return data ?? { sorry: 'no-code' };
}
