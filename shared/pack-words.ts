import type { Questionnaire, Text } from './questionnaire.ts';
import type { Wide } from './text/words.ts';

/**
 * The texts of a pack as screens read them: dictionary and questionnaire in the shape of the built-in ones. What a
 * pack does not say stays Vietnamese, so nothing is ever empty.
 */
type Texts = Readonly<Record<string, string>>;

/** A dictionary of the shape of `words`, each text by its path. */
export function wordsOf<T extends object>(words: T, texts: Texts, at = ''): Wide<T> {
  const inside = (value: string | object, path: string) =>
    typeof value === 'string' ? (texts[path] ?? value) : wordsOf(value, texts, `${path}.`);
  if (Array.isArray(words)) return words.map((value: string, i) => inside(value, `${at}${i}`)) as Wide<T>;
  const entries = Object.entries(words) as [string, string | object][];
  return Object.fromEntries(entries.map(([name, value]) => [name, inside(value, `${at}${name}`)])) as Wide<T>;
}

/** The questionnaire with the texts of the pack in the place of both built-in languages. */
export function questionnaireOf(questionnaire: Questionnaire, texts: Texts): Questionnaire {
  const put = (key: string, text: Text): Text => {
    const said = texts[key] ?? text.vi;
    return { vi: said, en: said };
  };
  const asked = <T extends { headline: Text; text: Text; note?: Text | undefined }>(
    key: string,
    item: T,
  ) => ({
    ...item,
    headline: put(key, item.headline),
    text: put(`${key}-full`, item.text),
    ...(item.note && { note: put(`${key}-note`, item.note) }),
  });
  const places = Object.entries(questionnaire.places).map(([kind, { place, neighbourhood }]) => [
    kind,
    { place: put(`place-${kind}`, place), neighbourhood: put(`neighbourhood-${kind}`, neighbourhood) },
  ]);
  return {
    ...questionnaire,
    stem: put('stem', questionnaire.stem),
    policyNote: put('policy-note', questionnaire.policyNote),
    levels: questionnaire.levels.map((level, i) => put(`level-${i + 1}`, level)),
    noOpinion: put('no-opinion', questionnaire.noOpinion),
    overall: asked('overall', questionnaire.overall),
    areas: questionnaire.areas.map((area) => ({
      ...area,
      factors: area.factors.map((factor) => ({
        ...factor,
        items: factor.items.map((item) => asked(`item-${item.number}`, item)),
      })),
    })),
    places: Object.fromEntries(places),
  };
}
