import type { ColumnType } from 'kysely';

/** Written once: a column of it in an update does not compile, and the database refuses it. */
type Kept<T> = ColumnType<T, T, never>;

export interface CertifiedTables {
  /** `document`: JSON, of which `hash` is the SHA-256; the other columns say what stands in it. */
  certified_reports: {
    unit: Kept<string>;
    period: Kept<string>;
    form: Kept<string>;
    version: Kept<number>;
    day: Kept<string>;
    account: Kept<string>;
    hash: Kept<string>;
    document: Kept<string>;
  };
  /** Units for which, and below which, reminders are written. */
  reminder_units: { unit: string };
  reminders: { unit: string; period: string; step: string; day: string };
}
