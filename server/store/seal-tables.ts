import type { Generated } from 'kysely';

/** Seals of devices, and the keys that prove them. */
export interface SealTables {
  device_keys: { device: string; from_seal: number; public_key: string };
  seals: {
    device: string;
    n: number;
    hash: string;
    total: number;
    b: string;
    app: string;
    /** Signature, hash of the seal before, leaves (packed-seal.ts). */
    body: Uint8Array;
    /** The signed text where it does not follow from the rest. */
    s: string | null;
    /** Number of the nightly root that holds it. */
    root: number | null;
  };
  refused_seals: {
    hash: string;
    device: string;
    n: number;
    reason: string;
    s: string;
    sig: string;
    /** 1: a person has looked at it. */
    seen: Generated<number>;
  };
}
