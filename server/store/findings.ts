import * as v from 'valibot';
import { type Sign, SIGNS } from '../../shared/class-counts.ts';
import type { Reader, Tx } from './store.ts';

/** What was judged of a service point's half-month; without signs it is ordinary. */
export interface Finding {
  readonly servicePoint: string;
  readonly halfMonth: string;
  /** Forms from its tablets that were judged. Never served: it would tell how many came since. */
  readonly forms: number;
  readonly signs: readonly Sign[];
}

const SignsSchema = v.array(v.picklist(SIGNS));

/** Findings of half-months from this one on, the newest first. */
export async function findingsSince(read: Reader, halfMonth: string): Promise<Finding[]> {
  const rows = await read
    .selectFrom('findings')
    .selectAll()
    .where('half_month', '>=', halfMonth)
    .orderBy('half_month', 'desc')
    .orderBy('service_point')
    .execute();
  return rows.map((row) => ({
    servicePoint: row.service_point,
    halfMonth: row.half_month,
    forms: row.forms,
    signs: v.parse(SignsSchema, JSON.parse(row.signs)),
  }));
}

/** Writes a finding; one of the same place and half-month gives way. */
export async function putFinding(tx: Tx, finding: Finding): Promise<void> {
  const judged = { forms: finding.forms, signs: JSON.stringify(finding.signs) };
  await tx
    .insertInto('findings')
    .values({ service_point: finding.servicePoint, half_month: finding.halfMonth, ...judged })
    .onConflict((on) => on.columns(['service_point', 'half_month']).doUpdateSet(judged))
    .execute();
}
