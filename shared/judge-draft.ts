import { type Item, itemsOf, type Questionnaire } from './questionnaire.ts';
import {
  blocksOf,
  type Draft,
  type DraftItem,
  type DraftText,
  droppedIn,
  isEmpty,
  isUnchanged,
  relationOf,
} from './questionnaire-draft.ts';
import { isDrawable } from './rotation.ts';
import type { FaultAt } from './wire/problem.ts';

/**
 * What is missing before a draft can be published, each with its place: `items.31.text.en` is the English sentence of item
 * 31, `factors.II.A` a factor, `express` the draw. The page asks while somebody writes, the server before it publishes.
 */

/** A headline names the matter: it is read in a second, at most ten syllables, eight words in English. */
export const HEADLINE_MOST = { vi: 10, en: 8 } as const;
const LANGUAGES = ['vi', 'en'] as const;

export function judgeDraft(base: Questionnaire, draft: Draft): FaultAt[] {
  const formerOf = new Map(itemsOf(base).map((item) => [item.number, item]));
  const asked = draft.items.filter(({ isAsked }) => isAsked);
  return [
    ...missing('title', draft.title),
    ...missing('source', draft.source),
    ...judgeHeadline('overall.headline', draft.overall.headline),
    ...judgeText('overall.text', draft.overall.text, base.overall.text),
    ...asked.flatMap((item) => judgeItem(item, formerOf.get(item.number))),
    ...judgeAlike(draft, asked),
    ...judgeFactors(base, draft, asked),
    ...(isLikeBase(base, draft) ? [fault('draft', 'taken')] : judgeSource(base, draft)),
  ];
}

const fault = (at: string, why: FaultAt['why']): FaultAt => ({ at, why });

function missing(at: string, text: DraftText): FaultAt[] {
  return LANGUAGES.flatMap((language) =>
    text[language] === '' ? [fault(`${at}.${language}`, 'needed')] : [],
  );
}

function judgeHeadline(at: string, headline: DraftText): FaultAt[] {
  return LANGUAGES.flatMap((language) => {
    const text = headline[language];
    const place = `${at}.${language}`;
    if (text === '') return [fault(place, 'needed')];
    if (text.split(' ').length > HEADLINE_MOST[language]) return [fault(place, 'too-long')];
    return /[.{}]/.test(text) ? [fault(place, 'wrong')] : [];
  });
}

const PLACES: ReadonlySet<string> = new Set(['{point}', '{place}', '{neighbourhood}']);
const placesIn = (text: string) => (text.match(/\{[^}]*\}?/g) ?? []).toSorted().join(' ');

/** Both languages name the same places, only known ones, and none that the sentence before named is lost. */
function judgeText(at: string, text: DraftText, former: DraftText | undefined): FaultAt[] {
  const empty = missing(at, text);
  if (empty.length > 0) return empty;
  const places = LANGUAGES.map((language) => placesIn(text[language]));
  const unknown = LANGUAGES.filter((_language, i) =>
    places[i]!.split(' ').some((place) => place !== '' && !PLACES.has(place)),
  );
  if (unknown.length > 0) return unknown.map((language) => fault(`${at}.${language}`, 'unknown'));
  const expected = former ? placesIn(former.vi) : places[0];
  return LANGUAGES.flatMap((language, i) =>
    places[i] === expected ? [] : [fault(`${at}.${language}`, 'wrong')],
  );
}

function judgeItem(item: DraftItem, former: Item | undefined): FaultAt[] {
  const at = `items.${item.number}`;
  const { headline, text, note } = item;
  // another statement may well be about no place
  const kept = former && item.relation !== 'other' ? former : undefined;
  return [
    ...judgeHeadline(`${at}.headline`, headline),
    ...judgeText(`${at}.text`, text, kept?.text),
    ...(isEmpty(note) ? [] : judgeText(`${at}.note`, note, kept?.note)),
    ...(relationOf(item, former) === undefined ? [fault(`${at}.relation`, 'needed')] : []),
  ];
}

/** Nobody could tell two questions apart whose headlines are alike. */
function judgeAlike(draft: Draft, asked: readonly DraftItem[]): FaultAt[] {
  return LANGUAGES.flatMap((language) => {
    const seen = new Set([draft.overall.headline[language]]);
    return asked.flatMap(({ number, headline }) => {
      const text = headline[language];
      if (text === '' || !seen.has(text)) {
        seen.add(text);
        return [];
      }
      return [fault(`items.${number}.headline.${language}`, 'taken')];
    });
  });
}

/** Each factor has an item, or a reason why it has none; what is asked can be drawn for ever. */
function judgeFactors(base: Questionnaire, draft: Draft, asked: readonly DraftItem[]): FaultAt[] {
  const has = (code: string) => asked.some(({ factor }) => factor === code);
  const factors = base.areas.flatMap((area) => area.factors.map(({ code }) => code));
  const blocks = blocksOf(base, draft);
  return [
    ...asked.flatMap(({ number, factor }) =>
      factors.includes(factor) ? [] : [fault(`items.${number}.factor`, 'unknown')],
    ),
    ...factors
      .filter((code) => !has(code))
      .flatMap((code) => missing(`factors.${code}`, draft.leftOut[code] ?? { vi: '', en: '' })),
    ...base.areas
      .filter((area) => !area.factors.some(({ code }) => has(code)))
      .map(({ code }) => fault(`areas.${code}`, 'needed')),
    ...(blocks.every(isDrawable) ? [] : [fault('express', 'wrong')]),
  ];
}

/** Where the wording comes from is no longer true of wording that has changed. */
const judgeSource = (base: Questionnaire, { source }: Draft): FaultAt[] =>
  LANGUAGES.filter((language) => source[language] === base.source[language]).map((language) =>
    fault(`source.${language}`, 'taken'),
  );

/** A version that asks the same in the same words would only break the trend. */
function isLikeBase(base: Questionnaire, draft: Draft): boolean {
  const formerOf = new Map(itemsOf(base).map((item) => [item.number, item]));
  const same = (one: DraftText, other: DraftText | undefined) =>
    one.vi === (other?.vi ?? '') && one.en === (other?.en ?? '');
  return (
    droppedIn(base, draft).length === 0 &&
    same(draft.overall.headline, base.overall.headline) &&
    same(draft.overall.text, base.overall.text) &&
    draft.items
      .filter(({ isAsked }) => isAsked)
      .every((item) => {
        const former = formerOf.get(item.number);
        return (
          former !== undefined &&
          isUnchanged(item, former) &&
          same(item.headline, former.headline) &&
          same(item.text, former.text) &&
          same(item.note, former.note)
        );
      })
  );
}
