/**
 * The tables of calls. A case names its dossier while it is open and never again; nothing here names a submission, and
 * nothing beside a submission names a case.
 */
export interface CallTables {
  call_plans: {
    id: string;
    unit: string;
    campaign: string;
    queue: string;
    /** Local days on which the dossiers were returned, both inside. */
    from_day: string;
    to_day: string;
    /** Null: all of them. */
    wanted: number | null;
    /** With it and the list of dossiers the draw can be repeated; null = nothing was drawn by chance. */
    seed: string | null;
    made: string;
    account: string;
    /** Last local day of calls. */
    ends: string;
    closed: string | null;
  };
  /** `field` of a service point: how many dossiers there were, why not all could be drawn, how many were. */
  call_strata: {
    plan: string;
    service_point: string;
    field: string;
    population: number;
    no_number: number;
    drawn_before: number;
    suppressed: number;
    drawn: number;
  };
  call_cases: {
    id: string;
    plan: string;
    service_point: string;
    field: string;
    /** Code of the dossier; null once the case has ended. */
    dossier: string | null;
    /** Instant agreed for a call-back. */
    callback: number | null;
    outcome: string | null;
    /** Local day; null = open. */
    ended: string | null;
  };
  call_attempts: {
    id: string;
    call_case: string;
    day: string;
    /** Instant; null once the case has ended. */
    at: number | null;
    outcome: string;
    account: string | null;
    consent: string | null;
    own_counter: number;
    /** JSON: rules that it was outside of. */
    flags: string;
  };
  /** Which telephone may call until the end of a day; a row stays after it, because a late attempt was made all the same. */
  call_leases: { call_case: string; device: string; until: string };
  /** Keyed hashes of numbers that nobody calls any more. */
  silent_numbers: { mark: string; day: string };
}
