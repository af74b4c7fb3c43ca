import * as v from 'valibot';
import { expect, test } from 'vitest';
import { AttemptSchema, AttemptsSchema } from './call-list.ts';

const attempt = {
  id: '3f6c2a9e-8b41-4d07-9e53-1c7ab20f64d8',
  case: 'c1',
  at: 1_795_140_000_000,
  tq: 'ok',
  outcome: 'NO_ANSWER',
};

test('an attempt names exactly one outcome, and a call-back its time (sentence 36)', () => {
  const reads = (change: object) => v.is(AttemptSchema, { ...attempt, ...change });
  expect(reads({})).toBe(true);
  expect(reads({ outcome: undefined })).toBe(false);
  expect(reads({ outcome: ['BUSY', 'OFF'] })).toBe(false);
  expect(reads({ outcome: 'CALLBACK' })).toBe(false);
  expect(reads({ outcome: 'CALLBACK', callbackAt: attempt.at + 60_000 })).toBe(true);
  expect(reads({ answers: [5, 5, 4] }), 'nothing else travels with it').toBe(false);
});

test('attempts that cannot be read hold up no other', () => {
  const body = { proto: 1, dev: 'd1', attempts: [attempt, { id: attempt.id, outcome: 'HUNG_UP' }] };
  expect(v.is(AttemptsSchema, body)).toBe(true);
});
