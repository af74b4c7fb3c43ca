import * as v from 'valibot';
import { isFieldCode } from '../field-code.ts';
import { isDay } from '../period.ts';

/** A local day that exists: the 30th of February is named as wrong at its field. */
export const dayField = v.pipe(v.string(), v.check(isDay, 'wrong'));

/** A new code of a field or procedure. */
export const codeField = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'needed'),
  v.check(isFieldCode, 'wrong'),
);

/** A name of our own in both languages; the Vietnamese one is the source. */
const words = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, 'needed'), v.maxLength(most, 'too-long'));
export const textField = (most: number) => v.strictObject({ vi: words(most), en: words(most) });
export const idField = v.pipe(v.string(), v.minLength(1, 'needed'), v.maxLength(64, 'wrong'));
