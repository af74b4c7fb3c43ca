import type { Generated } from 'kysely';

/** The table of re-checks. It names a dossier while one is open and never a submission; no answer of a survey is in it. */
export interface RecheckTables {
  rechecks: {
    id: string;
    /** `call`, or `face`: drawn among the dossiers of a place, and perhaps never interviewed. */
    kind: Generated<string>;
    service_point: string;
    /** In which the interview was; of `face` in which the dossier was returned. */
    half_month: string;
    /** Account that interviewed; empty of `face`. */
    interviewer: string;
    /** Code of the dossier; null once it has ended. */
    dossier: string | null;
    /** Last local day on which somebody may be asked. */
    until: string;
    /** Calls that reached nobody, and the day of the last one. */
    tries: number;
    tried: string | null;
    /** Local day; null = open. */
    ended: string | null;
    /** Account that asked. */
    checker: string | null;
    outcome: string | null;
    /** What was said of time and way; null where nobody said that there was an interview. */
    said_time: string | null;
    said_way: string | null;
  };
}
