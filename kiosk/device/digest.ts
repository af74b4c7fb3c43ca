import { toHex } from '../../shared/ids.ts';

/** SHA-256 of a salt's bytes, if any, and a text as UTF-8; lower-case hex. A kiosk is always a secure context. */
export async function digest(text: string, salt: Iterable<number> = []): Promise<string> {
  return hashOf(Uint8Array.from([...salt, ...new TextEncoder().encode(text)]));
}

/** SHA-256 of bytes, lower-case hex. */
export async function hashOf(bytes: BufferSource): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
