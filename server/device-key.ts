import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';

/** Public keys of devices: ECDSA on P-256, as WebCrypto exports them (SPKI, base64). */

/** Reads a key; undefined when it is anything but a point on P-256 in the one form that WebCrypto writes. */
export function readDeviceKey(spki: string): KeyObject | undefined {
  const der = Buffer.from(spki, 'base64');
  if (der.toString('base64') !== spki) return undefined;
  try {
    // OpenSSL refuses points that do not lie on the curve
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ec' || key.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
      return undefined;
    return key.export({ type: 'spki', format: 'der' }).equals(der) ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the signature (ECDSA with SHA-256, raw r‖s, base64) over the text was made with the key's other half. */
export function isSignedBy(key: KeyObject, text: string, signature: string): boolean {
  const raw = Buffer.from(signature, 'base64');
  // one signature has one text: no second spelling of it may pass
  if (raw.length !== 64 || raw.toString('base64') !== signature) return false;
  return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, raw);
}

export const sha256 = (text: string): string => hash('sha256', text);
