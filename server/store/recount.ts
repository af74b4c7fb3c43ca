import { invariant } from '../../shared/assert.ts';
import { halfMonthOf } from '../../shared/period.ts';
import { decodeSubmission, type Standing, type Submission } from '../../shared/submission.ts';
import { encodeVector } from '../../shared/tally-bytes.ts';
import type { Shape } from '../../shared/tally.ts';
import { allReattributions, placesBy } from './reattribution.ts';
import { eachSubmission } from './roots.ts';
import { talliedOnlyUntil } from './settings.ts';
import type { Reader, Tx } from './store.ts';
import { NAME_BYTES, nameDue } from './facets-due.ts';
import { groupsDue, groupTextOf, textOf } from './group-rows.ts';
import type { GroupKey } from './tables.ts';
import { putTallies } from './tallies.ts';
import { type Accepted, type Cells, cellsOf, groupOf } from './tally-cells.ts';
import { markTallies } from './tally-marks.ts';

/** The proof of the tallies: every stored submission counted anew; facets that are due with it. */

export interface Recount {
  readonly submissions: number;
  readonly cells: number;
  /** Keys whose stored bytes differ from the recount, or that exist on one side only. */
  readonly differences: readonly string[];
}

/**
 * Counts every stored submission anew and compares byte for byte with the tallies. Half-months whose submissions
 * retention has removed have nothing to be compared with; `isWanted` leaves out more of them.
 */
export async function recount(
  read: Reader,
  shapeFor: (submission: Submission) => Shape,
  isWanted: (halfMonth: string) => boolean = () => true,
  rowsAtOnce = ROWS_AT_ONCE,
): Promise<Recount> {
  const boundary = await talliedOnlyUntil(read);
  const differences: string[] = [];
  let [submissions, count] = [0, 0];
  const isCounted = (halfMonth: string) => halfMonth > boundary && isWanted(halfMonth);
  for (const run of await runsOf(read, isCounted, rowsAtOnce)) {
    const counted = await countAnew(read, shapeFor, run);
    submissions += counted.submissions;
    count += counted.cells.size;
    const rows = await read.selectFrom('tallies').selectAll().where('half_month', 'in', run).execute();
    const stored = new Map(rows.map((row) => [textOf(row), row]));
    differences.push(...counted.lacking);
    for (const [text, cell] of counted.cells) {
      const row = stored.get(text);
      if (!row || Buffer.compare(row.vector, encodeVector(cell.vector)) !== 0) differences.push(text);
      stored.delete(text);
    }
    differences.push(...stored.keys());
  }
  return {
    submissions,
    cells: count,
    differences: differences.map((text) => text.replaceAll('\n', ' ')),
  };
}

/**
 * Replaces the tallies by a recount, but those of half-months whose submissions retention has removed: there they
 * are all that is left. What is served of groups that wait stays as it is: a repair is no release.
 */
export async function rebuildTallies(tx: Tx, shapeFor: (submission: Submission) => Shape): Promise<number> {
  const boundary = await talliedOnlyUntil(tx);
  let all = 0;
  for (const run of await runsOf(tx, (halfMonth) => halfMonth > boundary)) {
    await tx.deleteFrom('facets_due').where('half_month', 'in', run).execute();
    const { cells, submissions } = await countAnew(tx, shapeFor, run);
    const former = tx.selectFrom('tallies').select(['service_point', 'half_month']).distinct();
    await markTallies(tx, await former.where('half_month', 'in', run).execute());
    await tx.deleteFrom('tallies').where('half_month', 'in', run).execute();
    await putTallies(tx, cells.values());
    all += submissions;
  }
  return all;
}

/** So many rows of tallies are added up at a time, some 4 kB each: a year of a province would take gigabytes. */
const ROWS_AT_ONCE = 20_000;

/** The half-months that submissions or tallies name, in runs that are counted together: each run reads all submissions. */
async function runsOf(
  read: Reader,
  isCounted: (halfMonth: string) => boolean,
  rowsAtOnce = ROWS_AT_ONCE,
): Promise<string[][]> {
  const dates = await read.selectFrom('submissions').select('half_day').distinct().execute();
  const tallied = await read
    .selectFrom('tallies')
    .select(({ fn }) => ['half_month', fn.countAll<number>().as('count')])
    .groupBy('half_month')
    .execute();
  const rows = new Map(dates.map(({ half_day }) => [halfMonthOf(half_day), rowsAtOnce / 4]));
  for (const { half_month, count } of tallied) rows.set(half_month, count);
  const runs: string[][] = [];
  let room = 0;
  for (const halfMonth of [...rows.keys()].filter(isCounted).sort()) {
    const own = rows.get(halfMonth)!;
    if (runs.length === 0 || own > room) {
      runs.push([]);
      room = rowsAtOnce;
    }
    runs.at(-1)!.push(halfMonth);
    room -= own;
  }
  return runs;
}

const DECODED_AT_ONCE = 1_000;

async function countAnew(read: Reader, shapeFor: (submission: Submission) => Shape, run: readonly string[]) {
  const cells: Cells = new Map();
  const placeOf = placesBy(await allReattributions(read));
  const { due, again } = await dueIn(read, run);
  const isDue = (one: Accepted) =>
    due.delete(dueText(groupOf(one), nameDue({ id: one.submission.id, standing: one.standing })));
  const months = { from: run[0]!.slice(0, 7), to: run.at(-1)!.slice(0, 7) };
  let submissions = 0;
  let some: Accepted[] = [];
  for await (const { p, half_day: halfDay, standing } of eachSubmission(read, months)) {
    if (!run.includes(halfMonthOf(halfDay))) continue;
    const submission = decodeSubmission(p);
    invariant(submission, 'a stored submission can be read');
    some.push({
      submission,
      place: placeOf(submission.sp, halfDay),
      halfDay,
      standing: standing as Standing,
    });
    submissions++;
    if (some.length < DECODED_AT_ONCE) continue;
    cellsOf(some, shapeFor, cells, isDue);
    some = [];
  }
  cellsOf(some, shapeFor, cells, isDue);
  // forms that are named as due, and are not stored, or not in that group; and such as are named twice
  const lacking = [...due, ...again].map((text) => `${text.slice(NAME_BYTES)}\nfacets due`);
  return { cells, submissions, lacking };
}

// the name, any signs, comes first: it is cut off by its length, so that nobody is told of it
const dueText = (group: GroupKey, name: string) => name + groupTextOf(group);

/** The forms whose facets are due, with their groups, and those that a group names again. */
async function dueIn(read: Reader, run: readonly string[]): Promise<{ due: Set<string>; again: string[] }> {
  const groups = (await groupsDue(read)).filter(({ key }) => run.includes(key.half_month));
  const [due, again] = [new Set<string>(), [] as string[]];
  for (const text of groups.flatMap(({ key, due: names }) => names.map((name) => dueText(key, name)))) {
    if (due.has(text)) again.push(text);
    else due.add(text);
  }
  return { due, again };
}
