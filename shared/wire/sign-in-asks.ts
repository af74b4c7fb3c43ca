import * as v from 'valibot';
import { isLongEnough } from '../password-rule.ts';

/** What a new account is made of. */
export const LoginSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^[a-z0-9][a-z0-9._@-]{1,60}$/),
);
export const PersonNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80));
export const NewPasswordSchema = v.pipe(v.string(), v.maxLength(200), v.check(isLongEnough));

/** Six digits; people and apps write a space in their middle. */
const code = v.pipe(
  v.string(),
  v.maxLength(20),
  v.transform((text) => text.replace(/\s/g, '')),
  v.regex(/^\d{6}$/),
);

/** `POST /api/v1/session`: `code` once the answer to name and password alone was `code-needed`. */
export const SignInSchema = v.strictObject({
  login: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(80)),
  password: v.pipe(v.string(), v.maxLength(200)),
  code: v.optional(code),
});

/** Answer of `POST /api/v1/session/second-factor`: what the authenticator app takes, shown once. */
export interface NewSecondFactor {
  /** Base 32. */
  readonly secret: string;
  /** What the QR picture holds: `otpauth://…`. */
  readonly address: string;
  /** Comes back with the first code; only the server can read it. */
  readonly pending: string;
}

/** `PUT /api/v1/session/second-factor`: the first code shows that the app has the secret. */
export const ConfirmSchema = v.strictObject({ code, pending: v.pipe(v.string(), v.maxLength(1_000)) });
