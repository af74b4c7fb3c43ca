/** Alerts of low scores. They hold no share and no count: where and when the line was crossed, and no more. */
export interface AlertTables {
  alert_rules: { unit: string; is_on: number; line: number; measure: string; mail: string };
  alerts: {
    id: string;
    service_point: string;
    /** At whose end it was noticed. */
    half_day: string;
    measure: string;
    /** That was crossed. */
    line: number;
    /** Half-day at whose end it was over; null = open. */
    ended: string | null;
    /** `above` the line again, or `off`: nobody looks any more. */
    why_ended: string | null;
    /** Local day on which somebody has seen it, and who. */
    seen: string | null;
    seen_by: string | null;
  };
  /** What waits to be sent; a mail that has gone leaves no row. */
  mails: {
    account: string;
    half_day: string;
    subject: string;
    body: string;
    made: number;
    /** Not tried before, ms. */
    due: number;
    tries: number;
    /** Why it was given up, in a word; null = it waits. */
    failed: string | null;
  };
}
