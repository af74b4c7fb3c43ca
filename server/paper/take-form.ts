import { uuid4 } from '../../shared/ids.ts';
import { PROTO } from '../../shared/wire/batch.ts';
import { ABOUT, type Keyed, type Unusable } from '../../shared/wire/paper.ts';
import type { Deps } from '../deps.ts';
import { acceptBatch } from '../ingest/accept-batch.ts';
import { ProblemError } from '../problem.ts';
import { loadCatalogue } from '../store/catalogue.ts';
import {
  closePaperBatch,
  type Compared,
  entriesOf,
  type KeyedForm,
  moveCounts,
  type PaperBatch,
  type PaperCounts,
  type PaperEntry,
  putEntry,
} from '../store/paper-batches.ts';
import type { Reader, Tx } from '../store/store.ts';
import { knownSubmissions } from '../store/submissions.ts';
import { drawnPlace } from './drawn-tenth.ts';
import { bytesOfForm, isFormOf, isValidForm } from './submission-of-form.ts';

/**
 * Taking a form on paper. Promised: each form becomes one submission, the way of every submission, and is counted in its
 * batch in the same transaction; the same id again changes nothing. A form of the drawn tenth waits for its second entry
 * first, because a submission never changes: so what the paper decided is what is counted, and a second entry is never
 * a second submission.
 */
type TakeDeps = Pick<Deps, 'clock' | 'keys' | 'random'>;

/** Takes what was keyed; the number to write on the paper where it is one of the tenth, else null. */
export async function takeForm(
  tx: Tx,
  deps: TakeDeps,
  batch: PaperBatch,
  asked: { readonly id: string; readonly keyer: string; readonly form: KeyedForm },
): Promise<number | null> {
  const { id, form, keyer } = asked;
  const before = (await entriesOf(tx, batch.id)).find((entry) => entry.id === id);
  if (before) {
    // the answer to the first try was lost
    if (before.number === null) throw new ProblemError('not-possible');
    return before.number;
  }
  mustFit(batch, form);
  if ((await knownSubmissions(tx, [id])).get(id) === bytesOfForm(batch, id, form)) return null;
  mustHaveRoom(batch);
  const { counts } = batch;
  const drawsAt = drawnPlace(counts.keyed, counts.printed, batch.drawsAt, deps.random);
  const drawing = { ...batch, drawsAt };
  if (drawsAt === counts.keyed) {
    const number = counts.drawn + 1;
    await putEntry(tx, batch.id, { id, state: 'waiting', number, keyer, first: form, second: null });
    await count(tx, drawing, { keyed: 1, drawn: 1 });
    return number;
  }
  await send(tx, deps, drawing, id, form, { keyed: 1 });
  return null;
}

/** What became of a form, by the id under which it was sent. */
export async function lookUp(
  read: Reader,
  batch: Pick<PaperBatch, 'id'>,
  id: string,
): Promise<{ readonly isKept: boolean; readonly number: number | null }> {
  const entry = (await entriesOf(read, batch.id)).find((each) => each.id === id);
  if (entry) return { isKept: true, number: entry.number };
  return { isKept: (await knownSubmissions(read, [id])).has(id), number: null };
}

/** Counts a form that cannot be keyed. */
export async function takeUnusable(tx: Tx, batch: PaperBatch, id: string, why: Unusable): Promise<void> {
  if ((await entriesOf(tx, batch.id)).some((entry) => entry.id === id)) return;
  mustHaveRoom(batch);
  await putEntry(tx, batch.id, {
    id,
    state: 'unusable',
    number: null,
    keyer: null,
    first: null,
    second: null,
  });
  const unusable = { ...batch.unusable, [why]: batch.unusable[why] + 1 };
  await moveCounts(tx, { ...batch, unusable });
}

/** Takes the second entry: where both agree the form is counted, else the paper decides. */
export async function takeSecond(
  tx: Tx,
  deps: TakeDeps,
  batch: PaperBatch,
  asked: { readonly number: number; readonly keyer: string; readonly form: KeyedForm },
): Promise<void> {
  const entry = await drawnEntry(tx, batch, asked.number);
  // the answer to the first try was lost
  if (entry.state !== 'waiting') return;
  const { first } = entry;
  if (!first) throw new ProblemError('not-possible');
  mustFit(batch, asked.form);
  // another set has other questions: nothing could be compared
  if (asked.form.set !== first.set) throw new ProblemError('not-possible');
  const second = asked.form.keyed;
  const differs = second.some((keyed, place) => keyed !== first.keyed[place]);
  const compared = withCompared(batch, first, second);
  const alone = entry.keyer === asked.keyer ? 1 : 0;
  const counted = { ...batch, compared, counts: add(batch.counts, { twice: 1, alone }) };
  if (differs) {
    await putEntry(tx, batch.id, { ...entry, state: 'differs', second });
    await moveCounts(tx, counted);
  } else await finish(tx, deps, counted, entry, first);
}

/** Takes what the paper says at each place that differed. */
export async function takeDecision(
  tx: Tx,
  deps: TakeDeps,
  batch: PaperBatch,
  asked: {
    readonly number: number;
    readonly decided: readonly { readonly place: number; readonly keyed: Keyed }[];
  },
): Promise<void> {
  const entry = await drawnEntry(tx, batch, asked.number);
  if (entry.state === 'done') return;
  const { first, second } = entry;
  if (!first || !second) throw new ProblemError('not-possible');
  const at = new Map(asked.decided.map(({ place, keyed }) => [place, keyed]));
  const open = second.flatMap((keyed, place) => (keyed === first.keyed[place] ? [] : place));
  if (open.length !== at.size || !open.every((place) => at.has(place))) throw new ProblemError('malformed');
  const form = { ...first, keyed: first.keyed.map((keyed, place) => at.get(place) ?? keyed) };
  mustFit(batch, form);
  await finish(tx, deps, batch, entry, form);
}

/** Closes a batch: forms that nobody has keyed a second time count as they were keyed first. */
export async function closeBatch(tx: Tx, deps: TakeDeps, batch: PaperBatch, day: string): Promise<void> {
  let current = batch;
  for (const entry of await entriesOf(tx, batch.id))
    if (entry.first) current = await finish(tx, deps, current, entry, entry.first, 'or aside');
  await closePaperBatch(tx, batch.id, day);
}

async function drawnEntry(tx: Tx, batch: PaperBatch, number: number): Promise<PaperEntry> {
  const entry = (await entriesOf(tx, batch.id)).find((each) => each.number === number);
  if (!entry) throw new ProblemError('not-found');
  return entry;
}

/** The form counts, under an id that the paper never had; what was kept of it goes. */
async function finish(
  tx: Tx,
  deps: TakeDeps,
  batch: PaperBatch,
  entry: PaperEntry,
  form: KeyedForm,
  how: Sent = 'or not at all',
): Promise<PaperBatch> {
  await putEntry(tx, batch.id, { ...entry, state: 'done', keyer: null, first: null, second: null });
  return send(tx, deps, batch, uuid4(deps.random), form, {}, how);
}

/**
 * What cannot be taken, because its campaign has gone in the meantime: who keys is told, and has the paper; at the end of
 * a batch, when nobody looks at it any more, it is held for review like everything else.
 */
type Sent = 'or not at all' | 'or aside';

async function send(
  tx: Tx,
  deps: TakeDeps,
  batch: PaperBatch,
  id: string,
  form: KeyedForm,
  counted: Partial<PaperCounts>,
  how: Sent = 'or not at all',
): Promise<PaperBatch> {
  const { servicePoint, campaign } = batch;
  const { accepted } = await acceptBatch(
    tx,
    {
      parcel: { proto: PROTO, items: [{ p: bytesOfForm(batch, id, form) }] },
      sender: { kind: 'paper', servicePoint, campaign },
    },
    {
      nowMs: deps.clock(),
      catalogueFor: () => loadCatalogue(tx),
      keys: deps.keys,
    },
  );
  if (accepted !== 1) {
    if (how === 'or not at all') throw new ProblemError('not-possible');
    return batch;
  }
  return count(tx, batch, { ...counted, ...(isValidForm(batch, form) ? { valid: 1 } : { underHalf: 1 }) });
}

async function count(tx: Tx, batch: PaperBatch, more: Partial<PaperCounts>): Promise<PaperBatch> {
  const counted = { ...batch, counts: add(batch.counts, more) };
  await moveCounts(tx, counted);
  return counted;
}

const add = (counts: PaperCounts, more: Partial<PaperCounts>): PaperCounts => ({
  ...counts,
  ...Object.fromEntries(
    Object.entries(more).map(([name, by]) => [name, counts[name as keyof PaperCounts] + by]),
  ),
});

function withCompared(batch: PaperBatch, first: KeyedForm, second: readonly Keyed[]): Compared {
  const items = batch.sets[first.set]!;
  const compared = { ...batch.compared };
  for (const [place, keyed] of second.entries()) {
    const name = String(items[place] ?? ABOUT[place - items.length]!.name);
    const [so, far] = compared[name] ?? [0, 0];
    compared[name] = [so + 1, far + (keyed === first.keyed[place] ? 0 : 1)];
  }
  return compared;
}

export const returnedOf = ({ counts, unusable }: PaperBatch): number =>
  Object.values(unusable).reduce((sum, each) => sum + each, counts.keyed);

/** More forms cannot come back than were printed: then the number printed is wrong, and a manager says the right one. */
function mustHaveRoom(batch: PaperBatch): void {
  if (returnedOf(batch) >= batch.counts.printed) throw new ProblemError('not-possible');
}

function mustFit(batch: PaperBatch, form: KeyedForm): void {
  if (!isFormOf(batch, form)) throw new ProblemError('malformed');
}
