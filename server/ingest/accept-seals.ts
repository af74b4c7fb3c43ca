import * as v from 'valibot';
import {
  encodeSeal,
  type Seal,
  sealPreimage,
  type SealReceiptKind,
  SealSchema,
  type SignedSeal,
} from '../../shared/wire/seal.ts';
import { isSignedBy, readDeviceKey, sha256 } from '../device-key.ts';
import { hasRoomToRefuse } from '../store/device-bounds.ts';
import type { Device } from '../store/devices.ts';
import { knownLeaves, lackingLeaves } from '../store/leaves.ts';
import {
  addSeal,
  type ChainEnd,
  isRefused,
  keyForSeal,
  lastSeal,
  refuseSeal,
  sealHash,
} from '../store/seals.ts';
import type { Tx } from '../store/store.ts';

/**
 * Accepting seals, lowest number first, in one transaction. Promised: what is stored is one unbroken chain per
 * device, signed by the key of its time, in which no leaf stands twice; everything else is kept aside with a reason, or,
 * where too much lies there already, left with the device until a person has looked.
 */

export type SealFault =
  | 'unreadable'
  | 'revoked'
  | 'other-device'
  | 'no-key'
  | 'signature'
  /** Another seal of this number, well signed: a copied or restored device. */
  | 'cloned'
  | 'leaves'
  | 'chain'
  | 'total'
  | 'leaf-twice';

export interface SealsResult {
  readonly receipts: readonly (readonly [n: number, kind: SealReceiptKind])[];
  /** Sealed leaves that the server has nothing of. */
  readonly lacks: readonly string[];
}

type Verdict =
  | { readonly kind: 'stored' | 'dup' | 'later' }
  | { readonly kind: 'refused'; readonly reason: SealFault };

export async function acceptSeals(
  tx: Tx,
  device: Device,
  seals: readonly SignedSeal[],
): Promise<SealsResult> {
  const receipts: (readonly [number, SealReceiptKind])[] = [];
  const lacks = new Set<string>();
  for (const { s, sig } of seals) {
    const seal = readSeal(s);
    const hash = sha256(sealPreimage(s));
    const n = seal?.n ?? readableNumber(s);
    let verdict: Verdict = seal
      ? await judgeSeal(tx, device, { seal, s, sig, hash })
      : { kind: 'refused', reason: 'unreadable' };
    if (verdict.kind === 'refused') {
      if (await hasRoomToRefuse(tx, device.id))
        await refuseSeal(tx, { device: device.id, n, hash, reason: verdict.reason, s, sig });
      else if (!(await isRefused(tx, hash))) verdict = { kind: 'later' };
    }
    if (seal && verdict.kind === 'stored') {
      const { prev, total, b, leaves } = seal;
      await addSeal(tx, { device: device.id, n, hash, prev, total, b, s, sig }, leaves);
    }
    if (seal && (verdict.kind === 'stored' || verdict.kind === 'dup'))
      for (const leaf of await lackingLeaves(tx, seal.leaves)) lacks.add(leaf);
    receipts.push([n, verdict.kind]);
  }
  return { receipts, lacks: [...lacks] };
}

interface Judged {
  readonly seal: Seal;
  readonly s: string;
  readonly sig: string;
  readonly hash: string;
}

async function judgeSeal(tx: Tx, device: Device, judged: Judged): Promise<Verdict> {
  const { seal, s, sig, hash } = judged;
  const refused = (reason: SealFault): Verdict => ({ kind: 'refused', reason });
  if (seal.dev !== device.id) return refused('other-device');
  const known = await sealHash(tx, device.id, seal.n);
  if (known === hash) return { kind: 'dup' };
  if (device.state === 'retired') return refused('revoked');
  const spki = await keyForSeal(tx, device.id, seal.n);
  const key = spki === undefined ? undefined : readDeviceKey(spki);
  if (!key) return refused('no-key');
  // before anything is told or believed: who holds a stolen token alone can seal nothing and accuse nobody
  if (!isSignedBy(key, sealPreimage(s), sig)) return refused('signature');
  if (known !== undefined) return refused('cloned');
  const last = await lastSeal(tx, device.id);
  if (seal.n > last.n + 1) return { kind: 'later' };
  const fault = chainFault(seal, last);
  if (fault) return refused(fault);
  const leaves = await knownLeaves(tx, seal.leaves);
  if ([...leaves.values()].some(({ sealed }) => sealed)) return refused('leaf-twice');
  return { kind: 'stored' };
}

/** What is wrong with the next seal of a chain, by itself. */
export function chainFault(seal: Seal, last: ChainEnd): SealFault | undefined {
  const isSorted = seal.leaves.every((leaf, i) => i === 0 || seal.leaves[i - 1]! < leaf);
  if (!isSorted) return 'leaves';
  if (seal.prev !== last.hash) return 'chain';
  if (seal.total !== last.total + seal.leaves.length) return 'total';
  return undefined;
}

function parsed(s: string): unknown {
  try {
    return JSON.parse(s);
  } catch {
    return undefined;
  }
}

/** A seal of version 1 whose text is the one text it can have. */
function readSeal(s: string): Seal | undefined {
  const result = v.safeParse(SealSchema, parsed(s));
  return result.success && encodeSeal(result.output) === s ? result.output : undefined;
}

/** So that the device can settle a seal that is otherwise unreadable; 0 where there is no number. */
function readableNumber(s: string): number {
  const n = (parsed(s) as { n?: unknown } | null | undefined)?.n;
  return typeof n === 'number' && Number.isInteger(n) && n > 0 && n < 2 ** 31 ? n : 0;
}
