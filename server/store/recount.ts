import { invariant } from '../../shared/assert.ts';
import { halfMonthOf } from '../../shared/period.ts';
import { decodeSubmission, type Standing, type Submission } from '../../shared/submission.ts';
import { encodeVector } from '../../shared/tally-bytes.ts';
import { addVector, type Shape } from '../../shared/tally.ts';
import { bytesOfStored } from './packed-submission.ts';
import { allReattributions, placesBy } from './reattribution.ts';
import { talliedOnlyUntil } from './settings.ts';
import type { Reader, Tx } from './store.ts';
import { type Cells, cellsOf, putTallies, textOf } from './tallies.ts';
import { markTallies } from './tally-marks.ts';

/** The proof of the tallies: every stored submission counted anew. */

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
): Promise<Recount> {
  const boundary = await talliedOnlyUntil(read);
  const isCounted = (halfMonth: string) => halfMonth > boundary && isWanted(halfMonth);
  const { cells, submissions } = await countAnew(read, shapeFor, isCounted);
  const rows = await read.selectFrom('tallies').selectAll().execute();
  const stored = new Map(rows.filter((row) => isCounted(row.half_month)).map((row) => [textOf(row), row]));
  const differences: string[] = [];
  for (const [text, cell] of cells) {
    const row = stored.get(text);
    if (!row || Buffer.compare(Buffer.from(row.vector), encodeVector(cell.vector)) !== 0)
      differences.push(text);
    stored.delete(text);
  }
  differences.push(...stored.keys());
  return {
    submissions,
    cells: cells.size,
    differences: differences.map((text) => text.replaceAll('\n', ' ')),
  };
}

/**
 * Replaces the tallies by a recount, but those of half-months whose submissions retention has removed: there they
 * are all that is left. What is served of groups that wait stays as it is: a repair is no release.
 */
export async function rebuildTallies(tx: Tx, shapeFor: (submission: Submission) => Shape): Promise<number> {
  const boundary = await talliedOnlyUntil(tx);
  const { cells, submissions } = await countAnew(tx, shapeFor, (halfMonth) => halfMonth > boundary);
  const former = tx.selectFrom('tallies').select(['service_point', 'half_month']).distinct();
  await markTallies(tx, await former.where('half_month', '>', boundary).execute());
  await tx.deleteFrom('tallies').where('half_month', '>', boundary).execute();
  await putTallies(tx, cells.values());
  return submissions;
}

async function countAnew(
  read: Reader,
  shapeFor: (submission: Submission) => Shape,
  isCounted: (halfMonth: string) => boolean,
) {
  const cells: Cells = new Map();
  const placeOf = placesBy(await allReattributions(read));
  let submissions = 0;
  for (let after = ''; ; ) {
    const rows = await read
      .selectFrom('submissions')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(5_000)
      .execute();
    if (rows.length === 0) break;
    after = rows.at(-1)!.id;
    const counted = rows.filter((row) => isCounted(halfMonthOf(row.half_day)));
    const accepted = counted.map((row) => {
      const submission = decodeSubmission(bytesOfStored(row));
      invariant(submission, 'a stored submission can be read');
      const place = placeOf(submission.sp, row.half_day);
      return { submission, place, halfDay: row.half_day, standing: row.standing as Standing };
    });
    submissions += counted.length;
    for (const [text, cell] of cellsOf(accepted, shapeFor)) {
      const sum = cells.get(text);
      if (sum) addVector(sum.vector, cell.vector);
      else cells.set(text, cell);
    }
  }
  return { cells, submissions };
}
