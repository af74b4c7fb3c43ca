import { createHash } from 'node:crypto';
import { CLIP_BYTES_MOST } from '../shared/pack-limits.ts';

/** A recording as it is kept: its bytes, named by them. */
export interface ClipBytes {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Judged by its bytes and never by its name: MP3 that browsers of every tablet play, and not too large. */
export function readClip(bytes: Uint8Array): ClipBytes | 'wrong' | 'too-long' {
  if (bytes.length > CLIP_BYTES_MOST) return 'too-long';
  if (!isMp3(bytes)) return 'wrong';
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
}

/** An ID3v2 tag may stand in front (ID3v2.4 section 3.1); then a frame of MPEG 1, 2 or 2.5, layer III. */
function isMp3(bytes: Uint8Array): boolean {
  const at = hasTag(bytes) ? 10 + tagBytes(bytes) : 0;
  const [sync = 0, kind = 0, rates = 0] = bytes.subarray(at, at + 3);
  const version = (kind >> 3) & 3;
  const layer = (kind >> 1) & 3;
  const bitrate = rates >> 4;
  const sampling = (rates >> 2) & 3;
  return (
    sync === 0xff &&
    kind >> 5 === 7 &&
    version !== 1 &&
    layer === 1 &&
    bitrate > 0 &&
    bitrate < 15 &&
    sampling !== 3
  );
}

const hasTag = (bytes: Uint8Array) => bytes[0] === 0x49 && bytes[1] === 0x44 && bytes[2] === 0x33;
/** Four times seven bits. */
const tagBytes = (bytes: Uint8Array) =>
  bytes.subarray(6, 10).reduce((sum, byte) => (sum << 7) | (byte & 0x7f), 0);
