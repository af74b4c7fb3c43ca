import { isTypedCode, readTypedCode } from '../../shared/ids.ts';
import type { Interviewer, Place } from '../../shared/wire/device.ts';
import { fieldsAt } from '../visit/visit.ts';

/** Where the person was served and what for; null = not named. */
export interface Chosen {
  readonly counter: string | null;
  readonly field: string | null;
}

/** What is still to be chosen by hand. */
export const needsCounter = ({ counters = [] }: Place) => counters.length > 1;
export const needsField = (place: Place, counter: string | null) => fieldsAt(place, counter).length > 1;

/** A place with one thing only to be here for has nothing to choose. */
export function onlyChoice(place: Place, counter: string | null): Chosen {
  return { counter, field: fieldsAt(place, counter)[0]?.code ?? null };
}

export const onlyCounter = ({ counters = [] }: Place) => (counters.length === 1 ? counters[0]!.id : null);

/** The place as a visit takes it: narrowed to what was chosen, so that the visit asks for neither again. */
export function narrowed(place: Place, { counter, field }: Chosen): Place {
  const fields = fieldsAt(place, counter).filter(({ code }) => code === field);
  const { counters, ...rest } = place;
  const at = counters?.find(({ id }) => id === counter);
  return { ...rest, fields, ...(at && { counters: [{ ...at, fields }] }) };
}

export type Scanned =
  | { readonly kind: 'place'; readonly counter: string | null; readonly field: string | null }
  /** A walk-up code that is not of this place. */
  | { readonly kind: 'elsewhere' }
  /** A one-time invitation: the citizen's own way to answer. */
  | { readonly kind: 'ticket' }
  /** Something else, such as the code of a dossier: it is not kept, not even looked at. */
  | { readonly kind: 'other' };

/** What a scanned code says, from what the telephone knows without a network. */
export function readScanned(text: string, { codes }: Interviewer): Scanned {
  if (/^https?:\/\/[^/?#]+\/s\/?#t=/.test(text)) return { kind: 'ticket' };
  const typed = /^https?:\/\/[^/?#]+\/q\/([^/?#]+)$/.exec(text)?.[1] ?? text;
  if (!isTypedCode(typed)) return { kind: 'other' };
  const found = codes.find(({ code }) => code === readTypedCode(typed));
  return found ? { kind: 'place', counter: found.counter, field: found.field } : { kind: 'elsewhere' };
}
