/** Tables of what the night finds, and of the review of cohorts. */
export interface TrustTables {
  /** Decisions in order, never changed; the standing of a submission follows from its bytes and these. */
  cohort_reviews: {
    id: string;
    service_point: string;
    span: string;
    flag: string;
    decision: string;
    reason: string;
    author: string;
    day: string;
  };
  /** `signs`: JSON, empty = ordinary. */
  findings: { service_point: string; half_month: string; forms: number; signs: string };
  /** Forms by class of a half-month that has ended, as it is told; `counts`: JSON. */
  flag_counts: { service_point: string; half_month: string; counts: string };
}
