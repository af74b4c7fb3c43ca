import { bareText } from '../../shared/bare-text.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { CallCase } from '../../shared/wire/call-list.ts';
import type { Place } from '../../shared/wire/device.ts';

/** The place of a plan as the visit of one case takes it: nothing is left to choose. */
export function placeOfCall(plan: Place, one: CallCase): Place {
  const { counters = [], ...place } = plan;
  const { id, vi, en } = one.point;
  const named = [place, ...counters].flatMap(({ fields }) => fields).find(({ code }) => code === one.field);
  const unnamed = one.field === null ? [] : [{ code: one.field, name: { vi: '', en: '' } }];
  return {
    ...place,
    point: { id, name: { vi, en } },
    authority: one.authority,
    fields: named ? [named] : unnamed,
  };
}

/** What somebody is called about: lists of offices do not always name the procedure. */
export const nameOf = ({ procedure }: CallCase, { fields }: Place, language: Language): string | undefined =>
  procedure?.[language] || fields[0]?.name[language] || undefined;

const numberIn = (name: string) => /^\D*0*(\d+)\D*$/.exec(name)?.[1];

/**
 * Whether a dossier was handled at the counter where the interviewer is on duty. Lists of offices name counters as people
 * do ("Quầy 3", "quầy số 03", "3"), so that one number, or the same words, is enough: a warning too many costs little.
 */
export function isOwnCounter(here: Place, duty: string | null | undefined, one: CallCase): boolean {
  const own = here.counters?.find(({ id }) => id === duty);
  if (!own) return false;
  if (one.point.id === own.id) return true;
  if (one.counter === null || one.point.id !== here.point.id) return false;
  const [theirs, mine] = [one.counter, own.name.vi].map((name) => bareText(name).trim());
  return theirs === mine || (numberIn(theirs!) !== undefined && numberIn(theirs!) === numberIn(mine!));
}
