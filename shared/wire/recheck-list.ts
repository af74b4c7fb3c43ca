import * as v from 'valibot';
import type { Text } from '../questionnaire.ts';
import { RECHECK_OUTCOMES, type RecheckAnswer, type RecheckKind, SAID_TIMES, SAID_WAYS } from '../recheck.ts';
import type { ShareWithInterval } from './interview-watch.ts';
import type { UnitName } from './overview.ts';

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
export interface RecheckSums {
  /** Who interviewed; null = all of them together, or an account that has been removed. */
  readonly who: string | null;
  /** Asked again to the end. */
  readonly ended: number;
  /** Said whether there was an interview; null where so few may not be named. */
  readonly answered: number | null;
  /** Confirmed, of those who said something; null below ten. */
  readonly confirmed: ShareWithInterval | null;
  /** Why not: no interview, another time, another way, not remembered; null below ten. */
  readonly not: {
    readonly none: number;
    readonly time: number;
    readonly way: number;
    readonly unsure: number;
  } | null;
}

/** What people say of interviews face to face at a place, beside what telephones of staff counted there. */
export interface FaceSums {
  /** Null = all places together. */
  readonly place: Text | null;
  readonly unit: Text | null;
  /** Asked to the end. */
  readonly ended: number;
  /** Said whether there was one; null where so few may not be named. */
  readonly answered: number | null;
  /** Say that they were interviewed, of those who said something; null below ten. */
  readonly yes: ShareWithInterval | null;
  /** Percent: interviews over dossiers returned, of the half-months that were asked about; null where not known. */
  readonly recorded: number | null;
  /** The whole interval lies below what is recorded: somebody should look. */
  readonly isBelow: boolean;
}

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
