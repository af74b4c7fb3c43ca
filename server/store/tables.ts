import type { Generated } from 'kysely';
import type { AlertTables } from './alert-tables.ts';
import type { ApiTokenTables } from './api-token-tables.ts';
import type { CaseTables } from './case-tables.ts';
import type { CertifiedTables } from './certified-tables.ts';
import type { CallTables } from './call-tables.ts';
import type { RecheckTables } from './recheck-tables.ts';
import type { DossierTables } from './dossier-tables.ts';
import type { LanguageTables } from './language-tables.ts';
import type { OrganisationTables } from './organisation-tables.ts';
import type { PaperTables } from './paper-tables.ts';
import type { SealTables } from './seal-tables.ts';
import type { TrustTables } from './trust-tables.ts';
import type { QuestionnaireTables } from './questionnaire-tables.ts';

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

export interface Tables
  extends OrganisationTables,
    LanguageTables,
    DossierTables,
    PaperTables,
    QuestionnaireTables,
    CallTables,
    AlertTables,
    ApiTokenTables,
    CaseTables,
    CertifiedTables,
    RecheckTables,
    SealTables,
    TrustTables {
  settings: { name: string; value: string };
  fields: {
    tree: string;
    code: string;
    name_vi: string;
    name_en: string;
    valid_from: string;
    valid_to: string | null;
  };
  procedures: {
    tree: string;
    code: string;
    name_vi: string;
    name_en: string;
    field: string;
    /** Unit that decides; null = the one that receives the citizen. */
    authority: string | null;
    valid_from: string;
    valid_to: string | null;
  };
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
    /** JSON: units below that alone are covered; null = the unit and all below it. */
    covers: string | null;
    /** JSON: the form of each channel; what is left out is usual. */
    forms: Generated<string>;
    /** JSON: from when on a figure is watched or warned of. */
    thresholds: Generated<string>;
    /** JSON: sample plan. */
    plan: string | null;
  };
  /** Only added to; `field` '' = all fields; `percent` null = none from `valid_from` on. */
  targets: {
    unit: string;
    year: number;
    field: string;
    seq: number;
    percent: number | null;
    source_vi: string;
    source_en: string;
    valid_from: string;
    at: number | null;
    account: string | null;
  };
  days_off: {
    unit: string;
    day: string;
    kind: string;
    like_weekday: number;
    name_vi: string;
    name_en: string;
  };
  codes: {
    code: string;
    service_point: string;
    field: string | null;
    campaign: string;
    revoked: number;
    counter: string | null;
    /** 1: asks for its own campaign as long as that runs. */
    pinned: Generated<number>;
    made: string | null;
    /** Last day on which it opens a visit. */
    ends: string | null;
    successor: string | null;
  };
  ticket_batches: {
    id: string;
    service_point: string;
    counter: string | null;
    field: string | null;
    campaign: string;
    note: string;
    made: string;
    /** Last day of use. */
    expires: string;
    count: number;
    /** Day on which it ended, by age or by hand. */
    ended: string | null;
    /** How many were used by then, in tens. */
    answered: number | null;
  };
  /** SHA-256 of tickets that nobody has used yet. */
  tickets: { ticket: string; batch: string };
  devices: {
    id: string;
    name: string;
    campaign: string;
    state: string;
    token_sha256: string | null;
    accepted: number;
    held: number;
    /** Of `held`, what it was when a person looked last. */
    held_seen: Generated<number>;
    last_contact: number;
    drained: number;
    heartbeat: string | null;
    /** Device that this one took the place of. */
    replaces: string | null;
    /** Last seal inside a verified off-machine backup. */
    safe_seal: number;
    /** JSON: verifier of the staff page's PIN. */
    pin: string | null;
    /** Whose telephone it is; null = a tablet at a counter. */
    account: string | null;
  };
  device_states: { device: string; seq: number; day: string; state: string; note: string };
  enrolment_codes: {
    selector: string;
    secret_sha256: string;
    device: string;
    expires: number;
    tries: number;
    /** SHA-256 of the public key that used it: the same key may ask again. */
    used_key: string | null;
  };
  /** `kept`: a submission of it was taken (and may have been removed since); `sealed`: it stands in a seal. */
  leaves: { leaf: Uint8Array; kept: number; sealed: number };
  phone_leaves: { leaf: Uint8Array };
  entries: { hash: string; kind: string; day: string; document: string; root: number | null };
  removed_leaves: { leaf: Uint8Array; entry: string };
  roots: { n: number; day: string; document: string; root: string; sig: string };
  reattributions: {
    id: string;
    from_point: string;
    to_point: string;
    from_day: string;
    to_day: string;
    reason: string;
    author: string;
    day: string;
  };
  backups: {
    sha256: string;
    at: number;
    file: string;
    size_bytes: number;
    submissions: number;
    root: string | null;
    /** JSON: last seal of each device inside it. */
    seals: string;
    verified: number;
    off_machine: number;
  };
  audit: {
    id: string;
    at: number;
    account: string | null;
    unit: string | null;
    what: string;
    subject: string | null;
    details: string;
  };
  device_days: { device: string; day: string; counts: string };
  assignments: { device: string; service_point: string; starts: string; ends: string | null };
  submissions: { id: string; p: Uint8Array; half_day: string; standing: string };
  quarantine: {
    leaf: string;
    kind: string;
    reason: string;
    p: Uint8Array;
    remark: string | null;
    /** `open`, `taken`, `refused`: what a reviewer decided. */
    decision: Generated<string>;
    /** When it came; null until the next night. */
    half_month: string | null;
    /** Service point and half-month that the bytes name, whatever else is wrong with them. */
    named_point: string | null;
    named_half_month: string | null;
  };
  tallies: TallyRow;
  /** Forms that the rows of the facets lack, see facets-due.ts. */
  facets_due: GroupKey & { forms: Uint8Array };
  /** `waiting`: submissions that headlines do not show yet; 0 while only factors wait. */
  pending_releases: GroupKey & { waiting: number; late: number };
  /** The state that headlines of a waiting group are served from. */
  released: TallyRow;
  /** The state that its factors are served from, rows for all only. */
  released_factors: TallyRow;
  tally_marks: { half_month: string; service_point: string; mark: number };
  /** `number` orders the last moves of places. */
  moves: { kind: string; service_point: string; number: number };
  accounts: {
    id: string;
    login: string;
    name: string;
    role: string;
    unit: string;
    password: string | null;
    closed: number;
    /** Locked secret of the second factor; null = none. */
    totp: string | null;
    /** Newest time step that was used: no code works twice. */
    totp_step: number | null;
    /** Local day; null = never. */
    last_sign_in: string | null;
    /** Where alerts are mailed to; null = nowhere. */
    email: string | null;
  };
  links: {
    secret_sha256: string;
    kind: string;
    subject: string;
    expires: number;
    /** Of an invitation; null = administrator. */
    role: string | null;
    /** Account; null = the operator. */
    made_by: string | null;
  };
  sessions: {
    token_sha256: string;
    account: string;
    created: number;
    seen: number;
    stage: Generated<string>;
  };
}
