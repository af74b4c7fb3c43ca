import { createHash } from 'node:crypto';
import { leafPreimage } from '../../shared/submission.ts';
import type { Seal } from '../../shared/wire/seal.ts';
import type { Said } from '../said/said.ts';
import { loadCatalogue, shapeFor } from './catalogue.ts';
import { integrityFaults } from './copy-database.ts';
import { textOfSeal } from './packed-seal.ts';
import { recount } from './recount.ts';
import { eachSubmission, newestRoot, rootFaults } from './roots.ts';
import type { Reader } from './store.ts';

/**
 * What a copy of the database is worth, judged from the copy alone: is it whole, do its tallies follow from its
 * submissions, do its roots follow from its seals, and up to which seal of each device does it hold everything.
 */
export interface Inspection {
  /** Empty = the copy is good. */
  readonly faults: readonly Said[];
  readonly submissions: number;
  /** What was recounted: everything, or the half-months of a sample. */
  readonly recounted: 'all' | readonly string[];
  readonly root: { readonly n: number; readonly root: string } | null;
  /** Per device the last seal up to which every seal and every submission in them is there. */
  readonly seals: Readonly<Record<string, number>>;
}

/**
 * A recount takes the processor about 35 s a million submissions (Node 24). Above this the newest two half-months and
 * one more in turn are counted.
 */
export const RECOUNTED_WHOLE_MOST = 2_000_000;

/** `turn` chooses the third half-month of a sample: another number, another one. */
export async function inspectCopy(
  read: Reader,
  turn: number,
  wholeMost = RECOUNTED_WHOLE_MOST,
): Promise<Inspection> {
  const broken = await integrityFaults(read, 'sqlite');
  const nothing = { submissions: 0, recounted: 'all', root: null, seals: {} } as const;
  // what is damaged is not read any further: it could say anything
  return broken.length > 0 ? { ...nothing, faults: broken } : inspectContents(read, turn, wholeMost);
}

/** The same of a database that its server looks after. */
export async function inspectContents(
  read: Reader,
  turn: number,
  wholeMost = RECOUNTED_WHOLE_MOST,
): Promise<Inspection> {
  const known = new Set<string>();
  for await (const { p } of eachSubmission(read)) known.add(leafText(p));
  const submissions = known.size;
  const sample = submissions > wholeMost ? await sampleOf(read, turn) : undefined;
  const shapes = shapeFor(await loadCatalogue(read));
  const { differences } = await recount(read, shapes, sample && ((halfMonth) => sample.includes(halfMonth)));
  const root = await newestRoot(read);
  return {
    submissions,
    recounted: sample ?? 'all',
    root: root ? { n: root.n, root: root.root } : null,
    seals: await wholeSeals(read, known),
    faults: [
      ...differences.slice(0, 5).map(
        (key): Said =>
          ({ store }) =>
            store.found.tally(key),
      ),
      ...(await rootFaults(read)),
    ],
  };
}

/** Leaves as 32 letters of one byte each: a million of them in memory weigh a third of their hex digits. */
const leafText = (p: string) => createHash('sha256').update(leafPreimage(p)).digest().toString('latin1');

async function sampleOf(read: Reader, turn: number): Promise<string[]> {
  const rows = await read
    .selectFrom('tallies')
    .select('half_month')
    .distinct()
    .where('facet', '=', '')
    .orderBy('half_month', 'desc')
    .execute();
  const all = rows.map((row) => row.half_month);
  const older = all.slice(2);
  return [...all.slice(0, 2), ...(older.length > 0 ? [older[turn % older.length]!] : [])];
}

async function wholeSeals(read: Reader, known: ReadonlySet<string>): Promise<Record<string, number>> {
  const elsewhere = new Set<string>();
  for (const { leaf } of await read.selectFrom('quarantine').select('leaf').execute())
    elsewhere.add(Buffer.from(leaf, 'hex').toString('latin1'));
  for (const { leaf } of await read.selectFrom('removed_leaves').select('leaf').execute())
    elsewhere.add(Buffer.from(leaf).toString('latin1'));
  const isHere = (leaf: string) => {
    const text = Buffer.from(leaf, 'hex').toString('latin1');
    return known.has(text) || elsewhere.has(text);
  };
  const whole: Record<string, number> = {};
  const devices = await read.selectFrom('seals').select('device').distinct().orderBy('device').execute();
  for (const { device } of devices) {
    const seals = await read
      .selectFrom('seals')
      .selectAll()
      .where('device', '=', device)
      .orderBy('n')
      .execute();
    let last = 0;
    for (const row of seals) {
      const { leaves } = JSON.parse(textOfSeal(row).s) as Seal;
      if (row.n !== last + 1 || !leaves.every(isHere)) break;
      last = row.n;
    }
    whole[device] = last;
  }
  return whole;
}
