import { decodeSubmission, type Submission } from '../../shared/submission.ts';
import type { HeldCohort } from '../../shared/wire/manage.ts';
import type { Keys } from '../keys.ts';
import { unlockRemark } from '../remark-lock.ts';
import type { Scope } from '../scope.ts';
import type { Catalogue } from '../store/catalogue.ts';
import { keepPhoneLeaves, knownLeaves } from '../store/leaves.ts';
import { decideHeld, type HeldRow, openHeld, placeNamed } from '../store/quarantine.ts';
import type { Reader, Tx } from '../store/store.ts';
import { knownSubmissions } from '../store/submissions.ts';
import { admit, type Candidate } from './accept-batch.ts';
import { businessDate, reasonToHold } from './judge.ts';

/**
 * Review of what was set aside, by cohort: reason, service point, half-month. Nobody sees a single submission or any
 * answer. What is taken is judged again without the one reason that a person has decided about; a conflict stays
 * aside for ever, and the first bytes stay.
 */

/** About these a person may decide: who sent it and where, or that a name is known by now. */
const DECIDABLE: ReadonlySet<string> = new Set([
  'revoked',
  'service-point',
  'newer-protocol',
  'unknown-version',
  'unknown-item',
  'unknown-campaign',
  'unknown-field',
  'unknown-authority',
]);

export type CohortName = Pick<HeldCohort, 'kind' | 'halfMonth'> & {
  readonly reason: string;
  readonly point: string | null;
};

interface Judging {
  readonly catalogue: Catalogue;
  readonly nowMs: number;
  readonly keys: Pick<Keys, 'lock' | 'unlock'>;
}

type Placed = HeldRow & { readonly name: CohortName };

/** Open rows of a scope. What names no known place is for those who look after all of a real organisation. */
async function rowsIn(read: Reader, scope: Scope, catalogue: Catalogue): Promise<Placed[]> {
  const seesUnplaced = scope.isWhole && scope.units.some(({ tree }) => tree === 'real');
  return (await openHeld(read)).flatMap((row) => {
    const named = placeNamed(row.p);
    const point = named.point !== null && catalogue.trees.has(named.point) ? named.point : null;
    if (point === null ? !seesUnplaced : !scope.points.has(point)) return [];
    const { kind, reason } = row;
    return [{ ...row, name: { kind, reason, point, halfMonth: named.halfMonth } }];
  });
}

const textOf = ({ reason, kind, point, halfMonth }: CohortName) =>
  [reason, kind, point ?? '', halfMonth ?? ''].join('\n');

export async function heldCohorts(read: Reader, scope: Scope, judging: Judging): Promise<HeldCohort[]> {
  const cohorts = new Map<string, { name: CohortName; count: number; canTake: boolean }>();
  for (const row of await rowsIn(read, scope, judging.catalogue)) {
    const cohort = cohorts.get(textOf(row.name)) ?? { name: row.name, count: 0, canTake: false };
    cohort.count++;
    cohort.canTake ||= candidateOf(row, judging) !== undefined;
    cohorts.set(textOf(row.name), cohort);
  }
  return Array.from(cohorts.values(), ({ name, count, canTake }) => {
    const point = name.point === null ? undefined : scope.points.get(name.point);
    return {
      reason: name.reason as HeldCohort['reason'],
      kind: name.kind,
      point: point ? { id: point.id, name: point.name } : null,
      halfMonth: name.halfMonth,
      count,
      canTake,
    };
  }).sort((a, b) => b.count - a.count || (a.halfMonth ?? '').localeCompare(b.halfMonth ?? ''));
}

/** The row as something that can be counted now, if its only fault was the reason it is held for. */
function candidateOf(row: HeldRow, { catalogue, nowMs, keys }: Judging): Candidate | undefined {
  if (row.kind !== 'held' || !DECIDABLE.has(row.reason)) return undefined;
  const submission = decodeSubmission(row.p);
  if (!submission) return undefined;
  const remark = row.remark === null ? undefined : unlockRemark(keys, row.remark);
  const item = { p: row.p, ...(remark && { remark }) };
  const sender = { kind: 'review', waived: row.reason } as const;
  const date = businessDate(submission, sender, nowMs);
  if (reasonToHold(submission, item, sender, date, catalogue)) return undefined;
  return { item, leaf: row.leaf, submission, date };
}

/** Decides about a cohort, in one transaction: how many were decided, and how many stay open. */
export async function decideCohort(
  tx: Tx,
  scope: Scope,
  asked: { readonly cohort: CohortName; readonly decision: 'take' | 'refuse' },
  judging: Judging,
): Promise<{ readonly decided: number; readonly left: number }> {
  const rows = (await rowsIn(tx, scope, judging.catalogue)).filter(
    ({ name }) => textOf(name) === textOf(asked.cohort),
  );
  if (asked.decision === 'refuse') {
    await decideHeld(
      tx,
      rows.map(({ leaf }) => leaf),
      'refused',
    );
    return { decided: rows.length, left: 0 };
  }
  const taken = await take(
    tx,
    rows.flatMap((row) => candidateOf(row, judging) ?? []),
    asked.cohort.reason,
    judging,
  );
  await decideHeld(tx, taken, 'taken');
  return { decided: taken.length, left: rows.length - taken.length };
}

async function take(tx: Tx, candidates: readonly Candidate[], reason: string, judging: Judging) {
  const known = await knownSubmissions(
    tx,
    candidates.map(({ submission }) => submission.id),
  );
  const leaves = await knownLeaves(
    tx,
    candidates.map(({ leaf }) => leaf),
  );
  const isCounted = ({ leaf, item, submission }: Candidate) =>
    known.get(submission.id) === item.p || leaves.get(leaf)?.kept === true;
  const seen = new Set<Submission['id']>();
  const fresh = candidates.filter((candidate) => {
    const { id } = candidate.submission;
    // other bytes under a known id stay aside, whatever they were held for
    if (isCounted(candidate) || known.has(id) || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
  await admit(tx, fresh, judging);
  // a retired device's seals are refused: the server's own key seals what is taken of it
  const unsealed = fresh.flatMap(({ leaf }) => (leaves.get(leaf)?.sealed ? [] : leaf));
  if (reason === 'revoked') await keepPhoneLeaves(tx, unsealed);
  return [...fresh, ...candidates.filter(isCounted)].map(({ leaf }) => leaf);
}
