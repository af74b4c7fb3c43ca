import { halfMonthOf, localDay } from '../../shared/period.ts';
import { decodeSubmission, type Submission } from '../../shared/submission.ts';
import { type BatchItem, PROTO, type Receipt } from '../../shared/wire/batch.ts';
import type { Keys } from '../keys.ts';
import { lockRemark, placeOfRemark, sealedRemark } from '../remark-lock.ts';
import { scopeOf } from '../scope.ts';
import { accountById } from '../store/accounts.ts';
import { type Catalogue, tallyContext } from '../store/catalogue.ts';
import { allCohortReviews, standingsBy } from '../store/cohort-reviews.ts';
import { counterDays } from '../store/counter-days.ts';
import { keepRemark } from '../store/kept-remarks.ts';
import { keepLeaves, keepPhoneLeaves, knownLeaves, leafOf } from '../store/leaves.ts';
import { noteHalfDays } from '../store/newest-half-day.ts';
import { allReattributions, placesBy } from '../store/reattribution.ts';
import type { Tx } from '../store/store.ts';
import { insertSubmissions, isSetAside, knownSubmissions, setAside } from '../store/submissions.ts';
import { type Accepted, addToTallies } from '../store/tallies.ts';
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

export interface AcceptContext {
  readonly sender: Sender;
  readonly nowMs: number;
  /** What the submissions are judged by; it must hold everything of theirs that exists. */
  readonly catalogueFor: (submissions: readonly Submission[]) => Promise<Catalogue>;
  /** How many more may be set aside of this sender before a person looks; left out = any number. */
  readonly roomToHold?: (tx: Tx) => Promise<number>;
  /** Locks the originals of remarks. */
  readonly keys: Pick<Keys, 'lock'>;
}

/** What counting needs beside the submissions: the catalogue that judged them. */
export interface AdmitContext extends Pick<AcceptContext, 'nowMs' | 'keys'> {
  readonly catalogue: Catalogue;
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

export async function acceptBatch(tx: Tx, parcel: Parcel, context: AcceptContext): Promise<AcceptResult> {
  const { candidates, receipts, held, catalogue } = await judgeParcel(tx, parcel, context);
  // paper has no key of its own either
  const isSealedHere = context.sender.kind === 'paper' ? () => true : isOfPhone;
  const inserted = await admit(tx, candidates, { ...context, catalogue, isSealedHere });
  for (const { submission } of candidates)
    receipts.push([submission.id, inserted.has(submission.id) ? 'stored' : 'dup']);
  return { receipts, accepted: inserted.size, held };
}

/** What may be counted of a parcel, and receipts for the rest; what cannot be taken is set aside. */
export async function judgeParcel(
  tx: Tx,
  parcel: Parcel,
  context: AcceptContext,
): Promise<{ candidates: Candidate[]; receipts: Receipt[]; held: number; catalogue: Catalogue }> {
  const { nowMs } = context;
  const receipts: Receipt[] = [];
  let held = 0;
  let room: number | undefined;
  const hold = async (
    id: string,
    item: BatchItem,
    kind: 'held' | 'conflict',
    reason: HeldReason | 'other-bytes',
  ) => {
    const leaf = leafOf(item.p);
    room ??= (await context.roomToHold?.(tx)) ?? Infinity;
    if (held < room) {
      const remark = item.remark && lockRemark(context.keys, item.remark);
      if (await setAside(tx, { leaf, kind, reason, p: item.p, remark })) held++;
    } else if (!(await isSetAside(tx, leaf))) return;
    receipts.push([id, kind]);
  };

  const read = parcel.items.map((item) => ({
    item,
    leaf: leafOf(item.p),
    submission: decodeSubmission(item.p),
  }));
  const readable = read.flatMap(({ submission }) => submission ?? []);
  const catalogue = await context.catalogueFor(readable);
  const sender = await withPlaces(tx, context.sender, readable, nowMs);
  const known = await knownSubmissions(
    tx,
    readable.map((submission) => submission.id),
  );
  const leaves = await knownLeaves(
    tx,
    read.map(({ leaf }) => leaf),
  );
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

  return { candidates, receipts, held, catalogue };
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
  const placeOf = placesBy(await allReattributions(tx));
  const standingOf = standingsBy(await allCohortReviews(tx));
  const accepted = candidates.map(
    ({ submission, date }): Accepted => ({
      submission,
      place: placeOf(submission.sp, date),
      halfDay: date,
      standing: standingOf(submission, date),
    }),
  );
  const rows = accepted.map(({ submission, halfDay, standing }, index) => ({
    id: submission.id,
    p: candidates[index]!.item.p,
    halfDay,
    standing,
  }));
  const inserted = await insertSubmissions(tx, rows);
  // must count only what the database has really inserted: another instance may have been faster
  const fresh = candidates.filter(({ submission }) => inserted.has(submission.id));
  await addToTallies(
    tx,
    accepted.filter(({ submission }) => inserted.has(submission.id)),
    tallyContext(catalogue, context.nowMs),
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
