import { expect, test } from 'vitest';
import { decodeSubmission } from '../../shared/submission.ts';
import { FRIDAY_MORNING, questionnaire, settings } from '../../tests/fakes/kiosk-setup.ts';
import { seeded } from '../../tests/fakes/seeded.ts';
import { attract, open, step } from '../visit/visit.ts';
import type { Move, Visit } from '../visit/visit-states.ts';
import { type Ground, openVisits } from './interview-visits.ts';
import { narrowed } from './chosen-place.ts';

/** An interview as far as some answers, and what is kept of it. */
async function interview(ground: Partial<Ground>, answers: number, end: 'end' | 'send') {
  const bytes: string[] = [];
  const visits = openVisits({
    kept: {
      readRests: async () => undefined,
      keep: async ({ p }) => bytes.push(p),
    },
    clock: { read: () => ({ ms: FRIDAY_MORNING, quality: 'ok' }), learn: () => {} },
    random: seeded(7),
  });
  const place = narrowed(settings, { counter: null, field: 'ht' });
  const setup = await visits.setupFor(
    { place, questionnaire, channel: 'assisted', ui: 's1a', opening: [], ...ground },
    'vi',
  );
  let now = 1_000;
  let state = open(setup, attract(setup, now), now) as Visit;
  const send = (move: Move) => {
    now += 2_000;
    state = step(setup, state, move, now);
  };
  for (let i = 0; i < answers; i++) {
    send({ kind: 'answer', answer: 4 });
    send({ kind: 'advance' });
  }
  if (end === 'send') send({ kind: 'skip-all' });
  send({ kind: end });
  if (state.kind !== 'committing') return { state, submission: undefined };
  await visits.keep(state.finished, ground.channel === 'call' ? 'late' : null);
  return { state, submission: decodeSubmission(bytes[0]!) };
}

test('the express form is asked in eight questions, and what is kept says half a month and no more', async () => {
  const { submission } = await interview({}, 8, 'send');
  expect(submission).toMatchObject({ fm: 'express', ch: 'assisted', e: 'done', b: '2026-11/2', ot: null });
  expect(submission!.it).toHaveLength(8);
  expect(submission!.a).toEqual(Array.from({ length: 8 }, () => 4));
});

test('an interview that is broken off keeps what was answered, and nothing without the question on the whole', async () => {
  const { submission } = await interview({}, 3, 'end');
  expect(submission).toMatchObject({ e: 'ended', a: [4, 4, 4, null, null, null, null, null] });
  expect((await interview({}, 0, 'end')).submission).toBeUndefined();
});

test('a call stands in the bytes with its on-time class and half-month, and with nothing of its case', async () => {
  const { submission } = await interview({ channel: 'call', ui: 'c1a' }, 8, 'send');
  expect(submission).toMatchObject({ ch: 'call', ui: 'c1a', ot: 'late', b: '2026-11/2', fd: 'ht', sp: 'D1' });
  expect(JSON.stringify(submission)).not.toMatch(/case|0912345678|H12/);
});
