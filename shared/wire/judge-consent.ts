import {
  CONSENT_LIMITS,
  CONSENT_PLACES,
  type ConsentKind,
  type ConsentParts,
  type ConsentPlace,
  type ConsentWords,
  LOOSE,
  LOOSE_PLACES,
  NEEDED_PLACES,
  PLACE,
  placesIn,
} from '../consent-script.ts';
import type { Language } from '../questionnaire.ts';
import type { FaultAt, FieldFault } from './problem.ts';

/** Signs below which nothing can be said that must be. */
const LEAST = { greeting: 40, question: 10 } as const;
/** Places that may stand there beside those that must. A person face to face has no day and no delay. */
const FREE_PLACES: readonly ConsentPlace[] = ['place', 'field'];

/** What is wrong with a wording; paths as `words.vi.greeting`. */
export function judgeConsent(kind: ConsentKind, words: ConsentWords): FaultAt[] {
  return (['vi', 'en'] as const).flatMap((language) =>
    (['greeting', 'more', 'question'] as const).flatMap((part) => {
      const why = faultIn(kind, language, part, words[language][part]);
      return why === undefined ? [] : [{ at: `words.${language}.${part}`, why }];
    }),
  );
}

function faultIn(
  kind: ConsentKind,
  language: Language,
  part: keyof ConsentParts,
  text: string,
): FieldFault | undefined {
  if (text === '') return part === 'more' ? undefined : 'needed';
  if (text.length > CONSENT_LIMITS[part]) return 'too-long';
  if (part !== 'more' && text.length < LEAST[part]) return 'wrong';
  if (part !== 'greeting') return /[[\]{}]/.test(text) || isNoQuestion(part, text) ? 'wrong' : undefined;
  const nameOf = (place: ConsentPlace) => CONSENT_PLACES[place][language];
  const bare = text.replace(LOOSE, (_, inner: string) => (placesIn(inner).length > 0 ? '' : '['));
  // what is left over is a bracket without its other half, or one that nothing takes away
  if (/[[\]]/.test(bare) || /[{}]/.test(text.replace(PLACE, ''))) return 'wrong';
  const there = placesIn(text);
  const known = [...NEEDED_PLACES[kind], ...FREE_PLACES];
  if (!there.every((name) => known.some((place) => nameOf(place) === name))) return 'wrong';
  const always = placesIn(bare);
  if (LOOSE_PLACES.some((place) => always.includes(nameOf(place)))) return 'wrong';
  const isThere = (place: ConsentPlace) =>
    (LOOSE_PLACES.includes(place) ? there : always).includes(nameOf(place));
  return NEEDED_PLACES[kind].every(isThere) ? undefined : 'wrong';
}

const isNoQuestion = (part: keyof ConsentParts, text: string) => part === 'question' && !text.endsWith('?');
