import * as v from 'valibot';
import { ItemSchema } from './batch.ts';
import { SignedSealSchema } from './seal.ts';

/**
 * A rescue file: everything a device holds, encrypted to the server's public key, for the day the network never
 * comes back. ECDH P-256 with a key made for this file, HKDF-SHA-256 (salt = the file's raw public key,
 * info = `RESCUE_INFO`), AES-256-GCM with a 96-bit iv. Importing it twice changes nothing: ids decide.
 */
export const RESCUE_INFO = 'sipas-rescue-1';
/**
 * A tablet of 60 days offline makes about 3 MB; this holds years. The server reads it whole, one at a time: AES-GCM proves
 * the file by its last 16 bytes, and nothing of it may be taken in before.
 */
export const RESCUE_MOST_BYTES = 64 * 1024 * 1024;

const base64url = v.pipe(v.string(), v.regex(/^[\w-]+$/));

export const RescueFileSchema = v.strictObject({
  sipas: v.literal('rescue'),
  v: v.literal(1),
  dev: v.pipe(v.string(), v.maxLength(64)),
  /** The file's public key: 65 raw bytes, uncompressed point. */
  key: v.pipe(base64url, v.length(87)),
  iv: v.pipe(base64url, v.length(16)),
  data: base64url,
});
export type RescueFile = Readonly<v.InferOutput<typeof RescueFileSchema>>;

/** What is inside. */
export const RescueContentSchema = v.strictObject({
  dev: v.pipe(v.string(), v.maxLength(64)),
  app: v.pipe(v.string(), v.maxLength(32)),
  items: v.array(ItemSchema),
  seals: v.array(SignedSealSchema),
});
export type RescueContent = v.InferOutput<typeof RescueContentSchema>;
