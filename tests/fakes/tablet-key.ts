import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { leafPreimage } from '../../shared/submission.ts';
import { encodeSeal, NO_SEAL, type Seal, sealPreimage, type SignedSeal } from '../../shared/wire/seal.ts';

/** What a tablet does with its key, without a browser: the same curve, the same forms as WebCrypto's. */
export interface TabletKey {
  /** SPKI, base64. */
  readonly spki: string;
  /** ECDSA P-256 with SHA-256, raw r‖s, base64. */
  sign(text: string): string;
}

export function newTabletKey(): TabletKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return {
    spki: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (text) =>
      sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64'),
  };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The seals of one device: each call closes the next one over some submission bytes. */
export function sealChain(device: { readonly id: string; readonly key: TabletKey }) {
  let last = { n: 0, hash: NO_SEAL, total: 0 };
  return {
    /** Makes the next seal; `change` damages it before it is signed. */
    seal(ps: readonly string[], change: Partial<Seal> = {}): SignedSeal {
      const leaves = ps.map((p) => sha256(leafPreimage(p))).sort();
      const total = last.total + leaves.length;
      const head = { v: 1, dev: device.id, n: last.n + 1, prev: last.hash, total } as const;
      const seal = { ...head, b: '2026-11-20AM', app: '0.1.0', leaves, ...change };
      const s = encodeSeal(seal);
      last = { n: seal.n, hash: sha256(sealPreimage(s)), total: seal.total };
      return { s, sig: device.key.sign(sealPreimage(s)) };
    },
    last: () => last,
    /** Goes on from another end, as a restored or re-enrolled tablet does. */
    goOnFrom(end: typeof last) {
      last = end;
    },
  };
}

/** A signed seal with one hexadecimal digit of its text changed after signing. */
export function damaged({ s, sig }: SignedSeal): SignedSeal {
  return { s: s.replace(/"prev":"(.)/, (_, digit) => `"prev":"${digit === '1' ? '2' : '1'}`), sig };
}
