import * as v from 'valibot';
import { DAY_MS } from '../shared/period.ts';
import type { RandomBytes } from '../shared/ids.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { allUnits } from './store/organisation.ts';
import { dropSetting, putSetting, SET_UP_LINK, SET_UP_SESSION, setting } from './store/settings.ts';
import type { Reader, Tx } from './store/store.ts';

/**
 * The one way into the set-up of a real office. Promised: it is open only while there is no real unit, and real units
 * come together with the first account and its second factor; a link works once, and who comes later shuts out who came
 * before. Only hashes are stored.
 */

/** Whoever reads the link on the server's screen walks to a desk; whoever fills in the pages may have lunch. */
const LINK_MS = DAY_MS;
const SESSION_MS = 8 * 3_600_000;

const KeptSchema = v.pipe(v.string(), v.parseJson(), v.object({ sha256: v.string(), expires: v.number() }));

/** Whether nobody has set up a real office here yet. */
export async function isSetUpOpen(read: Reader): Promise<boolean> {
  return !(await allUnits(read)).some(({ tree }) => tree === 'real');
}

/** A new link; the one before stops working. */
export function newSetUpLink(tx: Tx, at: number, random: RandomBytes): Promise<string> {
  return keep(tx, SET_UP_LINK, at + LINK_MS, random);
}

/** Uses a link up and begins the session of the set-up; undefined when the link is unknown, used or too old. */
export async function beginSetUp(
  tx: Tx,
  secret: string,
  at: number,
  random: RandomBytes,
): Promise<string | undefined> {
  if (!(await isKept(tx, SET_UP_LINK, secret, at)) || !(await isSetUpOpen(tx))) return undefined;
  await dropSetting(tx, SET_UP_LINK);
  return keep(tx, SET_UP_SESSION, at + SESSION_MS, random);
}

export async function isSetUpSession(read: Reader, token: string, at: number): Promise<boolean> {
  return (await isKept(read, SET_UP_SESSION, token, at)) && (await isSetUpOpen(read));
}

/** No link and no session is left that could be tried. */
export async function closeSetUp(tx: Tx): Promise<void> {
  await dropSetting(tx, SET_UP_LINK);
  await dropSetting(tx, SET_UP_SESSION);
}

async function keep(tx: Tx, name: string, expires: number, random: RandomBytes): Promise<string> {
  const secret = newSecret(random);
  await putSetting(tx, name, JSON.stringify({ sha256: hashSecret(secret), expires }));
  return secret;
}

async function isKept(read: Reader, name: string, secret: string, at: number): Promise<boolean> {
  const kept = v.safeParse(KeptSchema, await setting(read, name));
  return kept.success && kept.output.expires > at && kept.output.sha256 === hashSecret(secret);
}
