import { RESCUE_INFO, type RescueContent, type RescueFile } from '../../shared/wire/rescue.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';

/**
 * Everything that a device holds, encrypted to the server's public key. Whoever carries the file cannot read it, and
 * neither can the tablet afterwards: the private half of the file's own key is never kept.
 *
 * `serverKey` is the uncompressed point of the settings (base64url). Rejects when it is none.
 */
export async function sealRescueFile(
  content: RescueContent,
  serverKey: string,
  random: (length: number) => Uint8Array<ArrayBuffer>,
): Promise<RescueFile> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const theirs = await crypto.subtle.importKey('raw', fromBase64Url(serverKey), curve, false, []);
  const own = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const key = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey));
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own.privateKey, 256);
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode(RESCUE_INFO);
  const aes = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: key, info },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const iv = random(12);
  const text = new TextEncoder().encode(JSON.stringify(content));
  const data = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aes, text));
  return {
    sipas: 'rescue',
    v: 1,
    dev: content.dev,
    key: toBase64Url(key),
    iv: toBase64Url(iv),
    data: toBase64Url(data),
  };
}

/** `sipas-cuu-ho-<device>-<day>.json` */
export const rescueFileName = (dev: string, day: string): string => `sipas-cuu-ho-${dev}-${day}.json`;
