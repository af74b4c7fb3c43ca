import * as v from 'valibot';
import type { Rests } from '../../shared/rotation.ts';
import type { BatchItem } from '../../shared/wire/batch.ts';

/**
 * What the outbox promises, whatever holds it (IndexedDB on a device, plain memory in the simulator):
 *
 * - `keep` settles only when the submission, the counters and the rest of the rotation are durable together;
 *   keeping the same submission again changes nothing.
 * - the bytes of an entry never change; only its state does.
 * - an entry leaves no sooner than its receipt, and stays even then: a restored server asks for it again.
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
  /** Number of the seal it went into. */
  readonly seal?: number;
}

export const MetaSchema = v.object({
  /** Kept since enrolment, and of them no longer here: rows + pruned = total, or something was lost. */
  total: v.number(),
  pruned: v.number(),
  sealNo: v.number(),
  sealHash: v.nullable(v.string()),
  /** The server's epoch when it last answered. */
  epoch: v.nullable(v.string()),
});
export type Meta = Readonly<v.InferOutput<typeof MetaSchema>>;
export const NEW_META: Meta = { total: 0, pruned: 0, sealNo: 0, sealHash: null, epoch: null };

export const RestsSchema = v.array(v.array(v.number()));

/** A finished visit as it is handed over for keeping. */
export interface Keepable {
  readonly id: string;
  readonly p: string;
  readonly leaf: string;
  readonly remark?: BatchItem['remark'];
}

/** The rotation that a visit drew from; each questionnaire version has blocks of its own. */
export interface Rotation {
  readonly name: string;
  readonly rests: Rests;
}

export interface OutboxStore {
  keep(submission: Keepable, rotation: Rotation): Promise<void>;
  readRests(name: string): Promise<Rests | undefined>;
  /** Ids of all entries that the server has not named in a receipt of this epoch. */
  unsentIds(): Promise<string[]>;
  /** Entries that can be read; one damaged entry never holds up the others. */
  load(ids: readonly string[]): Promise<Entry[]>;
  settle(states: ReadonlyMap<string, EntryState>): Promise<void>;
  readMeta(): Promise<Meta>;
  /** Takes the server's epoch; unless it is the first one, everything not safe is offered again. */
  enterEpoch(epoch: string): Promise<void>;
}
