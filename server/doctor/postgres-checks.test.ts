import { expect, test } from 'vitest';
import { dangers, type PostgresFacts, warnings } from '../store/postgres-facts.ts';
import { judge } from './postgres-checks.ts';

const SOUND: PostgresFacts = {
  version: 180_004,
  encoding: 'UTF8',
  isStandby: false,
  isReadOnly: false,
  synchronousCommit: 'on',
  fsync: 'on',
  fullPageWrites: 'on',
  commitTimes: 'off',
  logsAnswers: false,
  checksums: 'on',
  isSuperuser: false,
  connections: 97,
};

test.each<[string, Partial<PostgresFacts>]>([
  ['nothing', {}],
  ['fsync', { fsync: 'off' }],
  ['full_page_writes', { fullPageWrites: 'off' }],
  ['track_commit_timestamp', { commitTimes: 'on' }],
  ['values in the log', { logsAnswers: true }],
  ['checksums', { checksums: 'off' }],
  ['a superuser', { isSuperuser: true }],
  ['too few connections', { connections: 5 }],
])('%s: doctor finds what the start finds, and weighs it alike', (_name, more) => {
  const facts = { ...SOUND, ...more };
  const levels = [...dangers(facts).map(() => 'fault'), ...warnings(facts, 12).map(() => 'warn')];
  expect(judge(facts, 12).map(({ level }) => level)).toEqual(levels);
});
