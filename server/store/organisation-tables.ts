import type { Generated } from 'kysely';

/** The tables of units and service points: what holds today, and what held from which day on. */
export interface OrganisationTables {
  units: {
    id: string;
    parent: string | null;
    tree: string;
    kind: string;
    name_vi: string;
    name_en: string;
    valid_from: string;
    valid_to: string | null;
    contact: Generated<string | null>;
  };
  service_points: {
    id: string;
    unit: string;
    name_vi: string;
    name_en: string;
    /** JSON: opening hours. */
    opening: string;
    /** JSON: codes of the fields handled here. */
    fields: string;
    valid_from: string;
    valid_to: string | null;
    /** The service point at which this one is a counter. */
    parent: Generated<string | null>;
    contact: Generated<string | null>;
  };
  unit_versions: {
    unit: string;
    starts: string;
    parent: string | null;
    kind: string;
    name_vi: string;
    name_en: string;
  };
  unit_successors: { unit: string; successor: string };
  point_versions: {
    point: string;
    starts: string;
    unit: string;
    parent: string | null;
    name_vi: string;
    name_en: string;
    opening: string;
    fields: string;
  };
  /** Units whose page anybody may read; `since`: local day. */
  public_pages: { unit: string; since: string; account: string };
  /**
   * A table of a former year, as somebody brought it in: no tally, and nothing adds the two. `items`: JSON of `StoredItem[]`.
   * `policy_n`, `service_n`: forms that surely answered in the area.
   */
  imported_results: {
    unit: string;
    period: string;
    questionnaire: string;
    version: number;
    forms: number;
    policy_n: number;
    service_n: number;
    items: string;
    /** SHA-256 of the file. */
    file: string;
    day: string;
    account: string;
    reason: string | null;
  };
  /** What units have read out before interviews. Only added to; `version` and `words` (JSON) null = none of its own from `since` on. */
  consent_scripts: {
    unit: string;
    kind: string;
    seq: number;
    version: string | null;
    words: string | null;
    since: string;
  };
}
