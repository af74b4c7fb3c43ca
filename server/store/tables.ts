/**
 * The tables as the code sees them. Beside a submission stand its bytes, the business half-day and its
 * standing, and nothing else: no column here may join anything finer to an answer. Instants are ms since
 * 1970 and belong to devices and accounts only.
 */

export interface GroupKey {
  readonly service_point: string;
  readonly half_month: string;
  readonly channel: string;
  readonly form: string;
}

export interface TallyKey extends GroupKey {
  readonly questionnaire: string;
  readonly version: number;
  readonly standing: string;
  /** '' = all submissions of the cell, else one facet with one value of it. */
  readonly facet: string;
  readonly value: string;
}

export interface TallyRow extends TallyKey {
  readonly vector: Uint8Array;
}

export interface Tables {
  settings: { name: string; value: string };
  units: {
    id: string;
    parent: string | null;
    tree: string;
    kind: string;
    name_vi: string;
    name_en: string;
    valid_from: string;
    valid_to: string | null;
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
  };
  fields: { code: string; name_vi: string; name_en: string };
  questionnaires: { id: string; version: number; document: string; sha256: string };
  campaigns: {
    id: string;
    unit: string;
    name_vi: string;
    name_en: string;
    questionnaire: string;
    version: number;
    starts: string;
    ends: string | null;
    statistic: string;
    aggregation: string;
  };
  targets: { unit: string; year: number; percent: number; source_vi: string; source_en: string };
  codes: { code: string; service_point: string; field: string | null; campaign: string; revoked: number };
  devices: {
    id: string;
    name: string;
    campaign: string;
    state: string;
    token_sha256: string | null;
    accepted: number;
    held: number;
    last_contact: number;
    drained: number;
    heartbeat: string | null;
  };
  device_days: { device: string; day: string; counts: string };
  assignments: { device: string; service_point: string; starts: string; ends: string | null };
  submissions: { id: string; p: Uint8Array; half_day: string; standing: string };
  quarantine: { leaf: string; kind: string; reason: string; p: Uint8Array; remark: string | null };
  remarks: { hash: string; salt: string; body: string };
  tallies: TallyRow;
  pending_releases: GroupKey & { waiting: number; late: number };
  released: TallyRow;
  accounts: {
    id: string;
    login: string;
    name: string;
    role: string;
    unit: string;
    password: string | null;
    closed: number;
  };
  links: { secret_sha256: string; kind: string; subject: string; expires: number };
  sessions: { token_sha256: string; account: string; created: number; seen: number };
}
