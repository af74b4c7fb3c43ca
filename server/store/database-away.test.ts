import { expect, test } from 'vitest';
import { isAway, isBroken, isOfTheMoment } from './database-away.ts';

const fault = (code: string | undefined, message = 'x', more = {}) =>
  Object.assign(new Error(message), code && { code }, more);
const judged = (error: unknown) => [isBroken(error), isAway(error), isOfTheMoment(error)];

test.each([
  [fault('57P01'), [true, true, true]], // PostgreSQL is being stopped
  [fault('ECONNREFUSED'), [true, true, true]],
  [fault(undefined, 'Connection terminated unexpectedly'), [true, true, true]],
  [fault(undefined, 'Query read timeout'), [true, true, true]],
  [fault('ENOENT', 'x', { syscall: 'connect' }), [true, true, true]],
  [fault('57014'), [false, true, true]], // a statement took too long
  [fault('55P03'), [false, true, true]], // a lock did not come
  [fault('53300'), [false, true, true]], // no connection is left
  // undone for certain: each work of the group may run again at once
  [fault('40P01'), [false, false, true]],
  [fault('SQLITE_BUSY'), [false, false, true]],
])('asked again in a moment it may succeed: %s', (error, verdict) => {
  expect(judged(error)).toEqual(verdict);
});

test.each([
  fault('23505'),
  fault('22021'),
  fault('ENOENT', 'x', { syscall: 'open' }),
  fault('SQLITE_CORRUPT'),
  fault(undefined, 'a fault of our own'),
  undefined,
  'Connection terminated',
])('a fault of our own, or of what was sent, is none of the moment: %s', (error) => {
  expect(judged(error)).toEqual([false, false, false]);
});
