import { bareHeading } from './headings.ts';
import type { Text } from '../../shared/questionnaire.ts';

/** Something of ours that a file may name, by its code or by its name. */
export interface Named {
  readonly id: string;
  readonly name: Text;
}

/**
 * Finds what a word means: by code, by the whole name with or without marks, by the only name that begins so, or by what
 * a person said that it means. Undefined: nothing, or more than one.
 */
export function createNames<T extends Named>(
  all: readonly T[],
  meanings: Readonly<Record<string, string>> = {},
) {
  const byId = new Map(all.map((one) => [one.id, one]));
  const bare = all.flatMap((one) =>
    [...new Set([bareHeading(one.name.vi), bareHeading(one.name.en)])].map((name) => [name, one] as const),
  );
  const found = new Map<string, T | undefined>();
  const only = (ones: readonly T[]) => {
    const different = new Set(ones);
    return different.size === 1 ? ones[0] : undefined;
  };
  return (word: string): T | undefined => {
    if (!found.has(word)) {
      const wanted = bareHeading(word);
      const meant = Object.hasOwn(meanings, word) ? byId.get(meanings[word]!) : undefined;
      const whole = bare.filter(([name]) => name === wanted).map(([, one]) => one);
      const begins = bare.filter(([name]) => wanted !== '' && name.startsWith(wanted)).map(([, one]) => one);
      found.set(word, meant ?? byId.get(word) ?? (whole.length > 0 ? only(whole) : only(begins)));
    }
    return found.get(word);
  };
}
