import type { Tables } from './tables.ts';

/**
 * Every table with its key, in an order in which each refers only to those before it. Whatever copies a database
 * reads by it: in key order, so that a copy holds no order of arrival. A test compares it with the schema.
 */
export const TABLES_IN_ORDER: readonly (readonly [
  table: keyof Tables,
  key: readonly [string, ...string[]],
])[] = [
  ['settings', ['name']],
  ['units', ['id']],
  ['service_points', ['id']],
  ['fields', ['code']],
  ['questionnaires', ['id', 'version']],
  ['campaigns', ['id']],
  ['targets', ['unit', 'year']],
  ['codes', ['code']],
  ['devices', ['id']],
  ['device_states', ['device', 'seq']],
  ['enrolment_codes', ['selector']],
  ['device_keys', ['device', 'from_seal']],
  ['device_days', ['device', 'day']],
  ['assignments', ['device', 'service_point', 'starts']],
  ['seals', ['device', 'n']],
  ['refused_seals', ['hash']],
  ['leaves', ['leaf']],
  ['phone_leaves', ['leaf']],
  ['entries', ['hash']],
  ['removed_leaves', ['leaf']],
  ['roots', ['n']],
  ['reattributions', ['id']],
  ['backups', ['sha256']],
  ['audit', ['id']],
  ['submissions', ['id']],
  ['quarantine', ['leaf']],
  ['remarks', ['hash']],
  [
    'tallies',
    [
      'facet',
      'service_point',
      'half_month',
      'channel',
      'form',
      'questionnaire',
      'version',
      'standing',
      'value',
    ],
  ],
  ['pending_releases', ['service_point', 'half_month', 'channel', 'form']],
  [
    'released',
    [
      'facet',
      'service_point',
      'half_month',
      'channel',
      'form',
      'questionnaire',
      'version',
      'standing',
      'value',
    ],
  ],
  [
    'released_factors',
    ['service_point', 'half_month', 'channel', 'form', 'questionnaire', 'version', 'standing'],
  ],
  ['accounts', ['id']],
  ['links', ['secret_sha256']],
  ['sessions', ['token_sha256']],
];
