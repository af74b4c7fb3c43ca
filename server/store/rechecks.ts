import { type RandomBytes, uuid4 } from '../../shared/ids.ts';
import { addDays, halfMonthOf } from '../../shared/period.ts';
import {
  isDrawn,
  RECHECK_DAYS,
  RECHECK_TRIES,
  type RecheckAnswer,
  type RecheckKind,
  type RecheckOutcome,
  type SaidTime,
  type SaidWay,
} from '../../shared/recheck.ts';
import { suppress } from './call-cases.ts';
import { addEntry } from './entries.ts';
import { parts } from './leaves.ts';
import type { Reader, Tx } from './store.ts';

/**
 * Re-checks. Promised: one names its dossier only while it is open, it ends once, and never by the account that
 * interviewed; nothing here names a submission or a case.
 */

/** Draws or passes over a case whose interview was just completed. The generator decides, and nobody is told before. */
export async function drawRecheck(
  tx: Tx,
  callCase: string,
  { interviewer, day }: { readonly interviewer: string; readonly day: string },
  random: RandomBytes,
): Promise<void> {
  if (!isDrawn(random(3))) return;
  const { service_point, dossier } = await tx
    .selectFrom('call_cases')
    .select(['service_point', 'dossier'])
    .where('id', '=', callCase)
    .executeTakeFirstOrThrow();
  const halfMonth = halfMonthOf(day);
  await openRecheck(tx, { kind: 'call', point: service_point, halfMonth, interviewer, dossier, day }, random);
}

/** `interviewer` empty: nobody is known. */
export async function openRecheck(
  tx: Tx,
  one: Pick<OpenRecheck, 'kind' | 'point' | 'halfMonth' | 'interviewer'> & {
    readonly dossier: string | null;
    readonly day: string;
  },
  random: RandomBytes,
): Promise<void> {
  await tx
    .insertInto('rechecks')
    .values({
      id: uuid4(random),
      kind: one.kind,
      service_point: one.point,
      half_month: one.halfMonth,
      interviewer: one.interviewer,
      dossier: one.dossier,
      until: addDays(one.day, RECHECK_DAYS),
      tries: 0,
      tried: null,
      ended: null,
      checker: null,
      outcome: null,
      said_time: null,
      said_way: null,
    })
    .execute();
}

export interface OpenRecheck {
  readonly id: string;
  readonly kind: RecheckKind;
  readonly point: string;
  readonly halfMonth: string;
  /** Empty where none is known. */
  readonly interviewer: string;
  readonly until: string;
  readonly tries: number;
  readonly tried: string | null;
  readonly code: string;
  readonly procedure: string | null;
  readonly returned: string | null;
  /** Locked. */
  readonly number: string;
}

/** What can still be asked at these service points: open, in time, and with a number. */
export async function openRechecks(
  read: Reader,
  points: readonly string[],
  today: string,
): Promise<OpenRecheck[]> {
  const found: OpenRecheck[] = [];
  for (const part of parts(points)) {
    const rows = await read
      .selectFrom('rechecks as r')
      .innerJoin('dossiers as d', (join) =>
        join.onRef('d.service_point', '=', 'r.service_point').onRef('d.code', '=', 'r.dossier'),
      )
      .innerJoin('dossier_phones as n', 'n.key', 'd.phone')
      .select([
        'r.id',
        'r.kind',
        'r.service_point as point',
        'r.half_month as halfMonth',
        'r.interviewer',
        'r.until',
        'r.tries',
        'r.tried',
        'd.code',
        'd.procedure',
        'd.returned',
        'n.number',
      ])
      .where('r.service_point', 'in', part)
      .where('r.ended', 'is', null)
      .where('r.until', '>=', today)
      .execute();
    found.push(...rows.map((row) => ({ ...row, kind: row.kind as RecheckKind })));
  }
  return found.sort((a, b) => a.until.localeCompare(b.until) || a.id.localeCompare(b.id));
}

/** What came of asking; false where it is not open, or the account interviewed itself: `isOwn` of one who is not known. */
export async function takeRecheck(
  tx: Tx,
  id: string,
  answer: RecheckAnswer,
  by: { readonly account: string; readonly day: string; readonly isOwn?: boolean },
): Promise<boolean> {
  const row = await tx
    .selectFrom('rechecks')
    .select(['service_point', 'dossier', 'interviewer', 'tries'])
    .where('id', '=', id)
    .where('ended', 'is', null)
    .executeTakeFirst();
  if (!row || row.interviewer === by.account || by.isOwn) return false;
  const tries = row.tries + Number(answer.outcome === 'unreached');
  if (answer.outcome === 'unreached' && tries < RECHECK_TRIES) {
    await tx.updateTable('rechecks').set({ tries, tried: by.day }).where('id', '=', id).execute();
    return true;
  }
  // whoever wants to be left alone is called about nothing any more
  if (answer.outcome === 'refused' && row.dossier) await suppress(tx, row.service_point, row.dossier);
  await tx
    .updateTable('rechecks')
    .set({
      dossier: null,
      tries,
      ended: by.day,
      checker: by.account,
      outcome: answer.outcome,
      said_time: answer.time,
      said_way: answer.way,
    })
    .where('id', '=', id)
    .execute();
  return true;
}

/** Those whose days are over, or whose number has gone: nobody was reached. How many. */
export async function endOverRechecks(tx: Tx, today: string): Promise<number> {
  const rows = await tx
    .selectFrom('rechecks as r')
    .leftJoin('dossiers as d', (join) =>
      join.onRef('d.service_point', '=', 'r.service_point').onRef('d.code', '=', 'r.dossier'),
    )
    .select(['r.id', 'r.until', 'd.phone'])
    .where('r.ended', 'is', null)
    .execute();
  const over = rows.filter(({ until, phone }) => until < today || phone === null).map(({ id }) => id);
  for (const part of parts(over))
    await tx
      .updateTable('rechecks')
      .set({ dossier: null, ended: today, outcome: 'unreached' satisfies RecheckOutcome })
      .where('id', 'in', part)
      .execute();
  return over.length;
}

export interface EndedRecheck extends RecheckAnswer {
  readonly interviewer: string;
}
/** With where and in which half-month. */
export interface PlacedRecheck extends EndedRecheck {
  readonly kind: RecheckKind;
  readonly point: string;
  readonly halfMonth: string;
}

/** What came of those that have ended at these service points, of half-months from one on. */
export async function endedRechecks(
  read: Reader,
  points: readonly string[],
  from: string,
): Promise<PlacedRecheck[]> {
  const found: PlacedRecheck[] = [];
  for (const part of parts(points)) {
    const rows = await read
      .selectFrom('rechecks')
      .select(['kind', 'service_point', 'half_month', 'interviewer', 'outcome', 'said_time', 'said_way'])
      .where('service_point', 'in', part)
      .where('ended', 'is not', null)
      .where('half_month', '>=', from)
      .execute();
    for (const { kind, service_point, half_month, interviewer, outcome, said_time, said_way } of rows)
      found.push({
        kind: kind as RecheckKind,
        point: service_point,
        halfMonth: half_month,
        interviewer,
        outcome: outcome as RecheckOutcome,
        time: said_time as SaidTime | null,
        way: said_way as SaidWay | null,
      });
  }
  return found;
}

/** Those of half-months before one, with all that was said; how many. */
export async function removeOldRechecks(tx: Tx, before: string, day: string): Promise<number> {
  const gone = await tx
    .deleteFrom('rechecks')
    .where('ended', 'is not', null)
    .where('half_month', '<', before)
    .returning('id')
    .execute();
  if (gone.length === 0) return 0;
  const facts = { what: 'rechecks', boundary: before, count: gone.length };
  await addEntry(tx, { kind: 'retention', day, by: 'retention', facts });
  return gone.length;
}
