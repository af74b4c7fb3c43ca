import * as v from 'valibot';
import type { Text } from '../questionnaire.ts';
import { RECHECK_OUTCOMES, type RecheckAnswer, type RecheckKind, SAID_TIMES, SAID_WAYS } from '../recheck.ts';
import type { UnitName } from './overview.ts';
import type { Answer } from './answer-parts.ts';
import type { RecheckSumsSchema, FaceSumsSchema, RecheckCountsSchema } from './counted-answers.ts';

/** Interviews that are asked about again: what the managers' page gets and sends. */

/**
 * `POST /api/v1/rechecks/ID` → `RecheckList`. Time and way belong to "yes", and to nothing else; the time is asked where an
 * interview is recorded, and so not of `face`.
 */
export const RecheckSchema = v.pipe(
  v.strictObject({
    outcome: v.picklist(RECHECK_OUTCOMES, 'needed'),
    time: v.nullable(v.picklist(SAID_TIMES)),
    way: v.nullable(v.picklist(SAID_WAYS)),
  }),
  v.forward(
    v.check(({ outcome, time }) => outcome === 'yes' || time === null, 'wrong'),
    ['time'],
  ),
  v.forward(
    v.check(({ outcome, way }) => (outcome === 'yes') === (way !== null), 'needed'),
    ['way'],
  ),
) satisfies v.GenericSchema<unknown, RecheckAnswer>;

/** One person to be asked again. */
export interface RecheckRow {
  readonly id: string;
  readonly kind: RecheckKind;
  readonly unit: UnitName;
  readonly point: Text;
  /** In which the interview was; of `face` in which the dossier was returned. */
  readonly halfMonth: string;
  /** Last day on which somebody may ask. */
  readonly until: string;
  /** Calls that reached nobody, of so many. */
  readonly tries: number;
  readonly mostTries: number;
  readonly code: string;
  readonly procedure: Text | null;
  readonly returnedOn: string | null;
  /** The reader did the interview, or interviewed there: somebody else must ask. */
  readonly isOwn: boolean;
  /** Null outside of the hours in which people may be called, and for whoever must not ask. */
  readonly number: string | null;
}

/** What came of asking again. */
export type RecheckSums = Answer<typeof RecheckSumsSchema>;

/** What people say of interviews face to face at a place, beside what telephones of staff counted there. */
export type FaceSums = Answer<typeof FaceSumsSchema>;

/** `GET /api/v1/rechecks` */
export interface RecheckList {
  readonly today: string;
  /** Calls are allowed now; else from this instant on, ms. */
  readonly mayCall: boolean;
  readonly nextHour: number;
  readonly open: readonly RecheckRow[];
  /** People beyond those: they come when these have been asked. */
  readonly more: number;
  /** Half-months from here on are counted. */
  readonly from: string;
  readonly all: RecheckSums;
  readonly interviewers: readonly RecheckSums[];
  readonly faces: { readonly all: FaceSums; readonly places: readonly FaceSums[] };
}

/** `GET /api/v1/rechecks/sums`: the same without anybody who is to be asked. */
export type RecheckCounts = Answer<typeof RecheckCountsSchema>;
