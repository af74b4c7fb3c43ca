import { halfMonthOf, localDay } from '../../shared/period.ts';
import { decodeSubmission, type Submission } from '../../shared/submission.ts';
import { type BatchItem, PROTO, type Receipt } from '../../shared/wire/batch.ts';
import type { Keys } from '../keys.ts';
import { lockRemark, placeOfRemark, sealedRemark } from '../remark-lock.ts';
import { scopeOf } from '../scope.ts';
import { accountById } from '../store/accounts.ts';
import { type Catalogue, tallyContext } from '../store/catalogue.ts';
import { counterDays } from '../store/counter-days.ts';
import type { KeptGroups } from '../store/group-rows.ts';
import { keepRemark } from '../store/kept-remarks.ts';
import { keepLeaves, keepPhoneLeaves, type KnownLeaf, knownLeaves, leafOf } from '../store/leaves.ts';
import { noteHalfDays } from '../store/newest-half-day.ts';
import type { Tx } from '../store/store.ts';
import { insertSubmissions, isSetAside, knownSubmissions, setAside } from '../store/submissions.ts';
import { addToTallies } from '../store/tallies.ts';
import type { Accepted } from '../store/tally-cells.ts';
import { type Decisions, readDecisions } from './decisions.ts';
import { businessDate, type HeldReason, isOfPhone, reasonToHold, type Sender, senderFault } from './judge.ts';

/**
 * Accepting a batch, in one transaction: insert what is new, add to the tallies for the new ones only, a
 * receipt for each. Promised: the first bytes under an id stay for ever; the same bytes again change nothing;
 * what cannot be taken is kept aside and named, and holds up no other. Where there is no room to keep it aside it is
 * not named: the device keeps it and offers it again.
 */
export interface Parcel {
  readonly proto: number;
  readonly items: readonly BatchItem[];
}

export interface Offer {
  readonly parcel: Parcel;
  readonly sender: Sender;
  /** How many more may be set aside of this sender before a person looks; left out = any number. */
  readonly roomToHold?: (tx: Tx) => Promise<number>;
}

export interface AcceptContext {
  readonly nowMs: number;
  /** What the submissions are judged by; it must hold everything of theirs that exists. */
  readonly catalogueFor: (submissions: readonly Submission[]) => Promise<Catalogue>;
  /** Locks the originals of remarks. */
  readonly keys: Pick<Keys, 'lock'>;
  /** Tallies that the next parcels change again. */
  readonly kept?: KeptGroups;
}

/** What counting needs beside the submissions: the catalogue that judged them. */
export interface AdmitContext extends Pick<AcceptContext, 'nowMs' | 'keys' | 'kept'> {
  readonly catalogue: Catalogue;
  /** Left out = they are read. */
  readonly decisions?: Decisions;
  /** What no device seals, so that the server does in the night; left out = what own phones send. */
  readonly isSealedHere?: (submission: Submission) => boolean;
}

export interface AcceptResult {
  readonly receipts: readonly Receipt[];
  readonly accepted: number;
  readonly held: number;
}

/** What has been judged and may be counted, with its business date. */
export type Candidate = {
  readonly item: BatchItem;
  readonly leaf: string;
  readonly submission: Submission;
  readonly date: string;
};

export async function acceptBatch(tx: Tx, offer: Offer, context: AcceptContext): Promise<AcceptResult> {
  return (await acceptTogether(tx, [offer], context))[0]!;
}

/** Parcels of several senders as if they came one after the other, with one reading and one writing for all. */
export async function acceptTogether(
  tx: Tx,
  offers: readonly Offer[],
  context: AcceptContext,
): Promise<AcceptResult[]> {
  const { judged, catalogue, decisions } = await judgeOffers(tx, offers, context);
  // paper has no key of its own either
  const keyed = new Set(
    offers.flatMap(({ sender }, i) => (sender.kind === 'paper' ? idsOf(judged[i]!) : [])),
  );
  const isSealedHere = (submission: Submission) => keyed.has(submission.id) || isOfPhone(submission);
  const all = judged.flatMap(({ candidates }) => candidates);
  const inserted = await admit(tx, all, { ...context, catalogue, decisions, isSealedHere });
  return judged.map(({ candidates, receipts, held }) => {
    let accepted = 0;
    for (const { submission } of candidates) {
      const isNew = inserted.has(submission.id);
      if (isNew) accepted++;
      receipts.push([submission.id, isNew ? 'stored' : 'dup']);
    }
    return { receipts, accepted, held };
  });
}

const idsOf = ({ candidates }: Judged) => candidates.map(({ submission }) => submission.id);

/** What may be counted of a parcel, and receipts for the rest; what cannot be taken is set aside. */
export interface Judged {
  readonly candidates: Candidate[];
  readonly receipts: Receipt[];
  readonly held: number;
}

export async function judgeOffers(
  tx: Tx,
  offers: readonly Offer[],
  context: AcceptContext,
): Promise<{ readonly judged: Judged[]; readonly catalogue: Catalogue; readonly decisions: Decisions }> {
  const read = offers.map(({ parcel }) => parcel.items.map(readItem));
  const all = read.flat();
  const readable = all.flatMap(({ submission }) => submission ?? []);
  const catalogue = await context.catalogueFor(readable);
  const [known, leaves, decisions] = await Promise.all([
    knownSubmissions(
      tx,
      readable.map((submission) => submission.id),
    ),
    knownLeaves(
      tx,
      all.map(({ leaf }) => leaf),
    ),
    readDecisions(tx),
  ]);
  const rooms = new Map<string, number>();
  const judged: Judged[] = [];
  for (const [i, offer] of offers.entries()) {
    judged.push(await judgeOffer(tx, offer, read[i]!, { ...context, catalogue, known, leaves, rooms }));
  }
  return { judged, catalogue, decisions };
}

interface ReadItem {
  readonly item: BatchItem;
  readonly leaf: string;
  readonly submission: Submission | undefined;
}

const readItem = (item: BatchItem): ReadItem => {
  return { item, leaf: leafOf(item.p), submission: decodeSubmission(item.p) };
};

interface JudgeContext extends Pick<AcceptContext, 'nowMs' | 'keys'> {
  readonly catalogue: Catalogue;
  /** Stored bytes by id. What was judged before is known to what comes after it. */
  readonly known: Map<string, string>;
  readonly leaves: ReadonlyMap<string, KnownLeaf>;
  /** How many more can be set aside, by device. */
  readonly rooms: Map<string, number>;
}

async function judgeOffer(
  tx: Tx,
  { parcel, sender: from, roomToHold }: Offer,
  read: readonly ReadItem[],
  { nowMs, keys, catalogue, known, leaves, rooms }: JudgeContext,
): Promise<Judged> {
  const receipts: Receipt[] = [];
  let held = 0;
  const holder = from.kind === 'device' ? from.device.id : '';
  const hold = async (
    id: string,
    item: BatchItem,
    kind: 'held' | 'conflict',
    reason: HeldReason | 'other-bytes',
  ) => {
    const leaf = leafOf(item.p);
    const room = roomToHold ? (rooms.get(holder) ?? (await roomToHold(tx))) : Infinity;
    rooms.set(holder, room);
    if (room > 0) {
      const remark = item.remark && lockRemark(keys, item.remark);
      if (await setAside(tx, { leaf, kind, reason, p: item.p, remark })) {
        held++;
        rooms.set(holder, room - 1);
      }
    } else if (!(await isSetAside(tx, leaf))) return;
    receipts.push([id, kind]);
  };

  const readable = read.flatMap(({ submission }) => submission ?? []);
  const sender = await withPlaces(tx, from, readable, nowMs);
  const candidates: Candidate[] = [];
  for (const { item, leaf, submission } of read) {
    if (!submission) {
      // a newer release may read them one day, when who sent them is forgotten: phones load their page from us
      const isNewer = parcel.proto > PROTO && sender.kind === 'device';
      await hold(readableId(item.p) ?? leaf, item, 'held', isNewer ? 'newer-protocol' : 'unreadable');
      continue;
    }
    const first = known.get(submission.id);
    if (first === item.p) receipts.push([submission.id, 'dup']);
    else if (first !== undefined) await hold(submission.id, item, 'conflict', 'other-bytes');
    // taken once and removed since: it is not counted again
    else if (leaves.get(leaf)?.kept) receipts.push([submission.id, 'dup']);
    else {
      const date = businessDate(submission, sender, nowMs);
      const reason = reasonNow(submission, item, date);
      if (reason) await hold(submission.id, item, 'held', reason);
      else {
        candidates.push({ item, leaf, submission, date });
        known.set(submission.id, item.p); // the same id twice in one batch is judged like two batches
      }
    }
  }

  function reasonNow(submission: Submission, item: BatchItem, date: string): HeldReason | undefined {
    const fault = senderFault(submission, sender, date, catalogue);
    if (fault) return fault;
    if (parcel.proto > PROTO) return 'newer-protocol';
    return reasonToHold(submission, item, sender, date, catalogue);
  }

  return { candidates, receipts, held };
}

/**
 * A device that names another point than its own may mean a counter of its place, a telephone of staff somebody whom it
 * called: read now, since days move them.
 */
async function withPlaces(
  tx: Tx,
  sender: Sender,
  submissions: readonly Submission[],
  nowMs: number,
): Promise<Sender> {
  if (sender.kind !== 'device') return sender;
  const own = new Set(sender.device.assignments.map(({ servicePoint }) => servicePoint));
  const others = new Set(submissions.map(({ sp }) => sp).filter((sp) => !own.has(sp)));
  const counters = await counterDays(tx, [...others]);
  const { account } = sender.device;
  const isCalling = account !== null && others.size > 0 && submissions.some(({ ch }) => ch === 'call');
  const holder = isCalling ? await accountById(tx, account) : undefined;
  if (!holder) return { ...sender, counters };
  const { points } = await scopeOf(tx, holder, localDay(nowMs));
  return { ...sender, counters, called: new Set(points.keys()) };
}

/** Inserts what has been judged and counts what is new of it: its ids. */
export async function admit(
  tx: Tx,
  candidates: readonly Candidate[],
  context: AdmitContext,
): Promise<ReadonlySet<string>> {
  if (candidates.length === 0) return new Set();
  const { catalogue, isSealedHere = isOfPhone } = context;
  const { placeOf, standingOf } = context.decisions ?? (await readDecisions(tx));
  const accepted = candidates.map(({ submission, date }): Accepted => {
    const [place, standing] = [placeOf(submission.sp, date), standingOf(submission, date)];
    return { submission, place, halfDay: date, standing };
  });
  const rows = accepted.map(({ submission, halfDay, standing }, index) => ({
    id: submission.id,
    p: candidates[index]!.item.p,
    submission,
    halfDay,
    standing,
  }));
  const inserted = await insertSubmissions(tx, rows);
  // must count only what the database has really inserted: another instance may have been faster
  const fresh = candidates.filter(({ submission }) => inserted.has(submission.id));
  await addToTallies(
    tx,
    accepted.filter(({ submission }) => inserted.has(submission.id)),
    tallyContext(catalogue, context.nowMs, context.kept),
  );
  await keepLeaves(
    tx,
    fresh.map(({ leaf }) => leaf),
  );
  await keepPhoneLeaves(
    tx,
    fresh.flatMap(({ leaf, submission }) => (isSealedHere(submission) ? leaf : [])),
  );
  await noteHalfDays(
    tx,
    fresh.map(({ date }) => date),
  );
  for (const { item, submission, date } of fresh) {
    if (!item.remark || submission.rh === undefined) continue;
    const place = placeOfRemark(placeOf(submission.sp, date), date);
    const remark = { ...item.remark, hash: submission.rh, halfMonth: halfMonthOf(date), place };
    await keepRemark(tx, sealedRemark(context.keys, remark));
  }
  return inserted;
}

/** The id of bytes that are otherwise no submission, so that the device can settle the entry by its id. */
function readableId(p: string): string | undefined {
  try {
    const id = (JSON.parse(p) as { id?: unknown } | null)?.id;
    return typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
}
