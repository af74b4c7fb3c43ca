import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { RESCUE_INFO, type RescueContent, type RescueFile } from '../../shared/wire/rescue.ts';

/** A rescue file as a tablet makes it: encrypted to the server's public key. */
export function rescueFileOf(rescuePublic: string, content: RescueContent): RescueFile {
  const ecdh = createECDH('prime256v1');
  const key = ecdh.generateKeys();
  const shared = ecdh.computeSecret(Buffer.from(rescuePublic, 'base64url'));
  const iv = randomBytes(12);
  const aes = Buffer.from(hkdfSync('sha256', shared, key, RESCUE_INFO, 32));
  const cipher = createCipheriv('aes-256-gcm', aes, iv);
  const data = Buffer.concat([
    cipher.update(JSON.stringify(content), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return {
    sipas: 'rescue',
    v: 1,
    dev: content.dev,
    key: key.toString('base64url'),
    iv: iv.toString('base64url'),
    data: data.toString('base64url'),
  };
}
