/** Remarks, cases and what is published of them. A case names no form, level or device; see docs/privacy.md. */
export interface CaseTables {
  /** `masked`, point and Monday until somebody may read it; then the text lives with its case, and '' is left. */
  remarks: {
    hash: string;
    salt: string;
    body: string;
    masked: string | null;
    half_month: string | null;
    service_point: string | null;
    shown_from: string | null;
  };
  cases: {
    id: string;
    /** `remark`, `alert`, `manual`. */
    kind: string;
    unit: string;
    service_point: string | null;
    /** Local day; of a remark the Monday of the week in which it was handed over, never the day on which it came. */
    opened: string;
    due: string;
    state: string;
    /** Account. */
    owner: string | null;
    /** Masked text; null of an alert. */
    words: string | null;
    /** Of an alert alone. */
    alert: string | null;
    half_day: string | null;
    /** Confirmed, separated by spaces; null = nobody has looked. */
    tags: string | null;
    /** Local day; null = open. */
    ended: string | null;
  };
  case_steps: {
    of_case: string;
    seq: number;
    what: string;
    value: string | null;
    note: string | null;
    /** Account; null = the server. */
    author: string | null;
    day: string;
  };
  replies: {
    id: string;
    unit: string;
    period: string;
    said_vi: string;
    did_vi: string;
    said_en: string | null;
    did_en: string | null;
    published: string;
    author: string;
    withdrawn: string | null;
  };
}
