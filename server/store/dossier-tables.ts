import type { Generated } from 'kysely';

/** The tables of dossiers. Nothing in them names a submission, and nothing beside a submission names them. */
export interface DossierTables {
  dossiers: {
    service_point: string;
    code: string;
    field: string;
    procedure: string | null;
    authority: string | null;
    counter: string | null;
    /** Local days; of an instant only the day is kept. */
    received: string;
    due: string | null;
    returned: string | null;
    /** Random key of its number; null = none, or gone by age. */
    phone: string | null;
    /** The import that left the row as it stands. */
    import: string;
    /** Queue of calls that it was drawn into; null = none, or its number has gone. */
    drawn: string | null;
    /** 1: whoever was called refused, or the number was wrong: no import brings a number back. */
    suppressed: Generated<number>;
  };
  /** `number`: locked with the server's key. */
  dossier_phones: { key: string; number: string };
  /**
   * Counts of a unit: of a month as imported statistics say (`span` 2026-11), or of a half-month from dossiers that have
   * gone by age (`span` 2026-11/1). `field` '' = all fields.
   */
  dossier_counts: {
    unit: string;
    field: string;
    span: string;
    source: string;
    received: number | null;
    early: number | null;
    on_time: number | null;
    late: number | null;
    open: number | null;
    overdue: number | null;
    import: string | null;
  };
  dossier_imports: {
    id: string;
    unit: string;
    kind: string;
    day: string;
    account: string | null;
    sha256: string;
    added: number;
    changed: number;
    same: number;
    left_out: number;
    /** Months of which a list holds every dossier received. */
    covers_from: string | null;
    covers_to: string | null;
    /** JSON: service points that it names. */
    points: string;
  };
  /** How an office's files are read, by their headings. */
  dossier_mappings: { unit: string; headings: string; mapping: string };
}
