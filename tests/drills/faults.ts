import type { Patch } from '../fakes/patched-copy.ts';

/** Deliberate faults: a drill that does not notice them proves nothing. A house test makes sure that they still fit. */

/** IndexedDB as browsers do it when nobody asks for more. */
export const RELAXED: Patch = {
  file: 'kiosk/outbox/database.ts',
  from: "{ durability: 'strict' }",
  to: "{ durability: 'relaxed' }",
};
/** A journal that is written and never flushed. */
const FILES = 'kiosk/outbox/journal-files.ts';
export const UNFLUSHED: readonly Patch[] = [
  {
    file: FILES,
    from: 'file.write(bytes, { at: Math.max(size, head.length) });\n        file.flush();',
    to: 'file.write(bytes, { at: Math.max(size, head.length) });',
  },
  {
    file: FILES,
    from: 'file.write(bytes, { at: 0 });\n        file.flush();',
    to: 'file.write(bytes, { at: 0 });',
  },
];
export const SQLITE_NORMAL: Patch = {
  file: 'server/store/store.ts',
  from: "'synchronous = FULL'",
  to: "'synchronous = NORMAL'",
};
/** Two instances that add to the same tallies without waiting for each other. */
export const UNORDERED: Patch = {
  file: 'server/store/store.ts',
  from: "if (dialect === 'postgres') await tx.executeQuery(CompiledQuery.raw(WRITE_LOCK));",
  to: '',
};
export const POSTGRES_OFF: readonly Patch[] = [
  {
    file: 'server/store/postgres-pool.ts',
    from: ": '-c synchronous_commit=on'",
    to: ": '-c synchronous_commit=off'",
  },
  // a start would refuse it
  {
    file: 'server/store/postgres-facts.ts',
    from: "synchronousCommit !== 'on'",
    to: "synchronousCommit === ''",
  },
];
