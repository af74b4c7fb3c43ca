import * as v from 'valibot';

const MOST = 120;
/** One plain address in ASCII without quotes, comments or names: what stands in a header can end no line. */
const PLAIN =
  /^[a-z0-9](?:[a-z0-9._+-]{0,62}[a-z0-9])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;

export const isEmail = (text: string): boolean =>
  text.length <= MOST && PLAIN.test(text) && !text.includes('..');

/** Null = none; an empty field is none too. */
export const EmailSchema = v.nullable(
  v.pipe(
    v.string(),
    v.trim(),
    v.check((text) => text === '' || isEmail(text), 'wrong'),
    v.transform((text) => (text === '' ? null : text)),
  ),
);
