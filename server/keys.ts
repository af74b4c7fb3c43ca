import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import {
  RESCUE_INFO,
  RescueContentSchema,
  type RescueContent,
  type RescueFile,
} from '../shared/wire/rescue.ts';
import { flush, flushFolder } from './durable-files.ts';
import { StoreFault } from './store/store.ts';

/**
 * The server's own keys. They lie in a file beside the database and never in it: whoever holds a copy of the
 * database alone can neither sign a root, nor open a rescue file, nor read a remark's original.
 */
export interface Keys {
  /** Ed25519 signature of a text, base64: nightly roots, and the seals of own phones. */
  sign(text: string): string;
  /** SPKI, base64. */
  readonly signPublic: string;
  /** P-256 public key that rescue files are encrypted to: 65 raw bytes, base64url. */
  readonly rescuePublic: string;
  /** What a rescue file holds; undefined when it was made for other keys, or damaged. */
  openRescue(file: RescueFile): RescueContent | undefined;
  /** AES-256-GCM for small secrets at rest (originals of remarks, second factors). */
  lock(text: string): string;
  unlock(locked: string): string | undefined;
  /** HMAC-SHA-256, hex: by it equal texts are told without being kept. */
  mark(text: string): string;
}

const KeyFileSchema = v.object({
  v: v.literal(1),
  /** Ed25519 private key, PKCS#8 PEM. */
  sign: v.string(),
  /** P-256 private key, 32 raw bytes, base64url. */
  rescue: v.string(),
  /** AES-256 key, base64url. */
  lock: v.string(),
});
type KeyFile = v.InferOutput<typeof KeyFileSchema>;

function makeKeyFile(): KeyFile {
  const rescue = createECDH('prime256v1');
  rescue.generateKeys();
  return {
    v: 1,
    sign: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    rescue: rescue.getPrivateKey('base64url'),
    lock: randomBytes(32).toString('base64url'),
  };
}

/** Reads the key file, or makes it (mode 0600) where there is none yet. */
export function openKeys(file: string): Keys {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const made = `${file}.new`;
    writeFileSync(made, JSON.stringify(makeKeyFile()), { mode: 0o600 });
    flush(made);
    renameSync(made, file);
    // a database that knows its keys must never outlive their name
    flushFolder(dirname(file));
  }
  try {
    return keysOf(v.parse(KeyFileSchema, JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    throw new StoreFault(({ store }) => store.keysUnreadable(file));
  }
}

/** Keys that live as long as the process: tests, and looking at a backup. */
export const newKeys = (): Keys => keysOf(makeKeyFile());

function keysOf({ sign: pem, rescue, lock }: KeyFile): Keys {
  const privateKey = createPrivateKey(pem);
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(rescue, 'base64url');
  // made once: of raw bytes each locking would make a key of its own, which costs more than the locking
  const secret = createSecretKey(Buffer.from(lock, 'base64url'));
  return {
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
    signPublic: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64'),
    rescuePublic: ecdh.getPublicKey('base64url'),
    openRescue(file) {
      try {
        const key = Buffer.from(file.key, 'base64url');
        const shared = ecdh.computeSecret(key);
        const aes = Buffer.from(hkdfSync('sha256', shared, key, RESCUE_INFO, 32));
        const text = decrypt(aes, Buffer.from(file.iv, 'base64url'), Buffer.from(file.data, 'base64url'));
        const content = v.safeParse(RescueContentSchema, JSON.parse(text));
        return content.success && content.output.dev === file.dev ? content.output : undefined;
      } catch {
        return undefined;
      }
    },
    lock(text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secret, iv);
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return Buffer.concat([iv, data]).toString('base64url');
    },
    mark: (text) => createHmac('sha256', secret).update(`sipas-mark-1\n${text}`).digest('hex'),
    unlock(locked) {
      try {
        const bytes = Buffer.from(locked, 'base64url');
        return decrypt(secret, bytes.subarray(0, 12), bytes.subarray(12));
      } catch {
        return undefined;
      }
    },
  };
}

/** The last 16 bytes are the tag, as WebCrypto writes it. */
function decrypt(key: KeyObject | Buffer, iv: Buffer, data: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAuthTag(data.subarray(-16));
  return Buffer.concat([decipher.update(data.subarray(0, -16)), decipher.final()]).toString('utf8');
}
