import { knownServerKeys } from './settings.ts';
import { countsPerPoint, eachSubmission } from './roots.ts';
import type { Reader } from './store.ts';

/**
 * What an auditor gets: everything that `verify` needs, one file a kind, one JSON object a line, in the order of keys.
 * It holds raw submissions and stays in custody. Remarks are not in it, nor anything of accounts.
 */
type Lines = (read: Reader) => AsyncIterable<object> | Promise<Iterable<object>>;

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

export const AUDIT_FILES: Readonly<Record<string, Lines>> = {
  submissions: (read) => eachSubmission(read),

  async quarantine(read) {
    const rows = await read
      .selectFrom('quarantine')
      .select(['leaf', 'kind', 'reason', 'p', 'decision'])
      .orderBy('leaf')
      .execute();
    return rows.map((row) => ({ ...row, p: text(row.p) }));
  },

  seals: (read) =>
    read
      .selectFrom('seals')
      .select(['device', 'n', 'hash', 's', 'sig', 'root'])
      .orderBy('device')
      .orderBy('n')
      .execute(),

  'refused-seals': (read) => read.selectFrom('refused_seals').selectAll().orderBy('hash').execute(),

  'device-keys': (read) =>
    read.selectFrom('device_keys').selectAll().orderBy('device').orderBy('from_seal').execute(),

  'server-keys': async (read) => (await knownServerKeys(read)).map((key) => ({ key })),

  // where each device stood, and when: who could have taken what
  assignments: (read) =>
    read.selectFrom('assignments').selectAll().orderBy('device').orderBy('starts').execute(),

  entries: (read) =>
    read.selectFrom('entries').select(['hash', 'document', 'root']).orderBy('hash').execute(),

  async 'removed-leaves'(read) {
    const rows = await read.selectFrom('removed_leaves').selectAll().orderBy('leaf').execute();
    return rows.map(({ leaf, entry }) => ({ leaf: Buffer.from(leaf).toString('hex'), entry }));
  },

  reattributions: (read) => read.selectFrom('reattributions').selectAll().orderBy('id').execute(),

  'certified-reports': (read) =>
    read
      .selectFrom('certified_reports')
      .select(['unit', 'period', 'form', 'version', 'day', 'hash', 'document'])
      .orderBy('unit')
      .orderBy('period')
      .orderBy('form')
      .orderBy('version')
      .execute(),

  roots: (read) => read.selectFrom('roots').selectAll().orderBy('n').execute(),

  counts: async (read) => (await countsPerPoint(read)).map(([point, count]) => ({ point, count })),
};
