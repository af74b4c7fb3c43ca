import { decodeSubmission, type Submission } from '../../shared/submission.ts';
import type { HeldCohort } from '../../shared/wire/manage.ts';
import type { Keys } from '../keys.ts';
import { unlockRemark } from '../remark-lock.ts';
import type { Scope } from '../scope.ts';
import type { Catalogue } from '../store/catalogue.ts';
import { keepPhoneLeaves, knownLeaves } from '../store/leaves.ts';
import {
  type HeldGroup,
  type HeldRow,
  markTaken,
  openGroups,
  openHeld,
  refuseGroup,
} from '../store/quarantine.ts';
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

type Placed = HeldGroup & { readonly name: CohortName };

/** Open groups of a scope. What names no known place is for those who look after all of a real organisation. */
async function groupsIn(read: Reader, scope: Scope, catalogue: Catalogue): Promise<Placed[]> {
  const seesUnplaced = scope.isWhole && scope.units.some(({ tree }) => tree === 'real');
  return (await openGroups(read)).flatMap((group) => {
    const point = group.point !== null && catalogue.trees.has(group.point) ? group.point : null;
    if (point === null ? !seesUnplaced : !scope.points.has(point)) return [];
    const { kind, reason, halfMonth } = group;
    return [{ ...group, name: { kind, reason, point, halfMonth } }];
  });
}

const textOf = ({ reason, kind, point, halfMonth }: CohortName) =>
  [reason, kind, point ?? '', halfMonth ?? ''].join('\n');

/** A page lists the largest cohorts; what is decided makes room for the others. */
const LISTED_MOST = 500;
/** So many rows are judged again for a page, the small cohorts first; ten thousand took half a second. */
export const LOOKED_AT_MOST = 2_000;

/** So many are in memory at once. */
const AT_ONCE = 500;

interface Cohort {
  readonly name: CohortName;
  readonly groups: Placed[];
  count: number;
}

/** Reads no more bytes than `LOOKED_AT_MOST` rows have, however much lies in quarantine. */
export async function heldCohorts(read: Reader, scope: Scope, judging: Judging): Promise<HeldCohort[]> {
  const cohorts = new Map<string, Cohort>();
  for (const group of await groupsIn(read, scope, judging.catalogue)) {
    const cohort = cohorts.get(textOf(group.name)) ?? { name: group.name, count: 0, groups: [] };
    cohort.count += group.count;
    cohort.groups.push(group);
    cohorts.set(textOf(group.name), cohort);
  }
  const listed = Array.from(cohorts.values())
    .sort((a, b) => b.count - a.count || (a.name.halfMonth ?? '').localeCompare(b.name.halfMonth ?? ''))
    .slice(0, LISTED_MOST);
  const takeable = new Set<Cohort>();
  let most = LOOKED_AT_MOST;
  for (const cohort of listed.toReversed()) {
    const look = isDecidable(cohort.name)
      ? await lookInto(read, cohort, most, judging)
      : { canTake: false, looked: 0 };
    most -= look.looked;
    if (look.canTake) takeable.add(cohort);
  }
  return listed.map((cohort) => {
    const { name, count } = cohort;
    const point = name.point === null ? undefined : scope.points.get(name.point);
    return {
      reason: name.reason as HeldCohort['reason'],
      kind: name.kind,
      point: point ? { id: point.id, name: point.name } : null,
      halfMonth: name.halfMonth,
      count,
      canTake: takeable.has(cohort),
    };
  });
}

// What was not looked at may well be taken: whoever decides is told how many were.
async function lookInto(read: Reader, { count, groups }: Cohort, most: number, judging: Judging) {
  let looked = 0;
  for (const group of groups) {
    for (let after = ''; ; ) {
      const rows = await openHeld(read, group, Math.min(AT_ONCE, most - looked), after);
      const last = rows.at(-1);
      if (!last) break;
      after = last.leaf;
      looked += rows.length;
      if (rows.some((row) => candidateOf(row, judging))) return { canTake: true, looked };
      if (looked >= most) return { canTake: looked < count, looked };
    }
  }
  return { canTake: looked < count, looked };
}

const isDecidable = ({ kind, reason }: Pick<CohortName, 'kind' | 'reason'>) =>
  kind === 'held' && DECIDABLE.has(reason);

/** The row as something that can be counted now, if its only fault was the reason it is held for. */
function candidateOf(row: HeldRow, { catalogue, nowMs, keys }: Judging): Candidate | undefined {
  if (!isDecidable(row)) return undefined;
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
  const groups = (await groupsIn(tx, scope, judging.catalogue)).filter(
    ({ name }) => textOf(name) === textOf(asked.cohort),
  );
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  let decided = 0;
  for (const group of groups)
    decided += await (asked.decision === 'refuse' ? refuseGroup(tx, group) : takeGroup(tx, group, judging));
  return { decided, left: count - decided };
}

async function takeGroup(tx: Tx, group: HeldGroup, judging: Judging): Promise<number> {
  if (!isDecidable(group)) return 0;
  let decided = 0;
  for (let after = ''; ; ) {
    const rows = await openHeld(tx, group, AT_ONCE, after);
    const last = rows.at(-1);
    if (!last) return decided;
    after = last.leaf;
    const candidates = rows.flatMap((row) => candidateOf(row, judging) ?? []);
    const taken = await take(tx, candidates, group.reason, judging);
    await markTaken(tx, taken);
    decided += taken.length;
  }
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
