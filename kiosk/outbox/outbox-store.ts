import * as v from 'valibot';
import type { Rests } from '../../shared/rotation.ts';
import type { BatchItem } from '../../shared/wire/batch.ts';
import { NO_SEAL } from '../../shared/wire/seal.ts';

/**
 * What the outbox promises, whatever holds it (IndexedDB on a device, plain memory in the simulator):
 *
 * - `keep` settles only when the submission, the counters and the rest of the rotation are durable together;
 *   keeping the same submission again changes nothing.
 * - the bytes of an entry never change; only its state does.
 * - an entry leaves only by `prune`: 30 days after its seal was inside a verified backup of the server.
 * - rows + pruned + lost = total, always.
 */

export const ENTRY_STATES = ['new', 'stored', 'held', 'safe'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export const EntrySchema = v.object({
  id: v.string(),
  p: v.string(),
  leaf: v.string(),
  st: v.picklist(ENTRY_STATES),
});
/** What is only carried along is not judged here: the server says what it cannot read. */
export interface Entry extends Readonly<v.InferOutput<typeof EntrySchema>> {
  readonly remark?: BatchItem['remark'];
  /** Number of the seal it went into; absent while it waits for one. */
  readonly seal?: number;
}

export interface Meta {
  /** Kept since enrolment; of them removed after their time; of them gone by a fault. */
  readonly total: number;
  readonly pruned: number;
  readonly lost: number;
  /** The chain: last seal made, its hash, submissions sealed up to it. */
  readonly sealNo: number;
  readonly sealHash: string;
  readonly sealTotal: number;
  /** Last seal that the server has answered for; last one in its verified backup; last one removed here. */
  readonly sealSent: number;
  readonly safeSeal: number;
  readonly sealPruned: number;
  /** The server's epoch when it last answered. */
  readonly epoch: string | null;
}
export const NEW_META: Meta = {
  total: 0,
  pruned: 0,
  lost: 0,
  sealNo: 0,
  sealHash: NO_SEAL,
  sealTotal: 0,
  sealSent: 0,
  safeSeal: 0,
  sealPruned: 0,
  epoch: null,
};
/** As it is stored: records of the first version have neither `lost` nor what belongs to seals. */
export const StoredMetaSchema = v.object({ total: v.number(), pruned: v.number() });

export const RestsSchema = v.array(v.array(v.number()));

/** A finished visit as it is handed over for keeping. */
export interface Keepable {
  readonly id: string;
  readonly p: string;
  /** The journal does without, so it is not waited for before the journal is written. */
  readonly leaf: string | Promise<string>;
  readonly remark?: BatchItem['remark'];
}

/** The rotation that a visit drew from; each questionnaire version has blocks of its own. */
export interface Rotation {
  readonly name: string;
  readonly rests: Rests;
}

/** A seal as this device keeps it. `s` is empty when only its members are known (rebuilt from the journal). */
export interface KeptSeal {
  readonly n: number;
  readonly s: string;
  readonly sig: string;
  readonly hash: string;
  /** Its entries, in the order of their leaves. */
  readonly ids: readonly string[];
  /** The server's local day on which all of it was safe. */
  readonly safe?: string;
}

/** Entries. */
export interface EntryStore {
  /** The total of submissions kept so far, this one included. */
  keep(submission: Keepable, rotation: Rotation): Promise<number>;
  readRests(name: string): Promise<Rests | undefined>;
  /** Ids of all entries that the server has not named in a receipt of this epoch. */
  unsentIds(): Promise<string[]>;
  /** Ids in a state; `held` ones are shown to staff. */
  idsIn(st: EntryState): Promise<string[]>;
  /** Entries that can be read; one damaged entry never holds up the others. */
  load(ids: readonly string[]): Promise<Entry[]>;
  settle(states: ReadonlyMap<string, EntryState>): Promise<void>;
  readMeta(): Promise<Meta>;
}

/** Seals, and what depends on them: when an entry is safe and when it may go. */
export interface SealStore {
  /** Ids of the entries that no seal holds, in the order of the ids, which are random. */
  openIds(): Promise<string[]>;
  /** One transaction: the seal, its entries marked, the chain moved on. False when the chain has moved meanwhile. */
  addSeal(seal: KeptSeal, entries: readonly Entry[]): Promise<boolean>;
  /** Seals that the server has not answered for, lowest number first. */
  unsentSeals(most: number): Promise<KeptSeal[]>;
  /** The last seal the server has answered for, while it is still here; else nothing. */
  lastSeal(): Promise<KeptSeal[]>;
  /** All seals up to `n` are answered for; the server lacks the submissions of these leaves: they are `new` again. */
  settleSeals(n: number, lacks: readonly string[]): Promise<void>;
  /** Takes the server's epoch; unless it is the first one, all that `safeSeal` does not cover is offered again. */
  enterEpoch(epoch: string, safeSeal: number): Promise<void>;
  /** The server's verified backup reaches up to `safeSeal`: what of it has a receipt is safe from `day` on. */
  markSafe(safeSeal: number, day: string): Promise<void>;
  /** Removes whole seals, lowest first, that have been safe since `day` or longer. */
  prune(day: string): Promise<void>;
}

export interface OutboxStore extends EntryStore, SealStore {}
