import * as v from 'valibot';

/** A local day that exists: the 30th of February is named as wrong at its field. */
export const dayField = v.pipe(
  v.string(),
  v.regex(/^20\d\d-\d\d-\d\d$/, 'wrong'),
  v.check((day) => new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day, 'wrong'),
);

/** A name of our own in both languages; the Vietnamese one is the source. */
const words = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, 'needed'), v.maxLength(most, 'too-long'));
export const textField = (most: number) => v.strictObject({ vi: words(most), en: words(most) });
export const idField = v.pipe(v.string(), v.minLength(1, 'needed'), v.maxLength(64, 'wrong'));
