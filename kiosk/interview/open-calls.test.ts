import { expect, test } from 'vitest';
import type { Reply } from '../../kiosk/device/reply.ts';
import { questionnaire, settings } from '../../tests/fakes/kiosk-setup.ts';
import { memoryShelf } from '../../tests/fakes/memory-shelf.ts';
import { FRIDAY_NINE, HOUR_MS, sampleCase } from '../../tests/fakes/sample-case.ts';
import { seeded } from '../../tests/fakes/seeded.ts';
import { openCalls } from './open-calls.ts';

const SHELF_NAME = 'calls';

/** A telephone and the server at the other end of a line that can be cut. */
async function setUp() {
  const shelf = memoryShelf();
  const line = {
    isCut: false,
    nowMs: FRIDAY_NINE,
    cases: [sampleCase(), sampleCase({ id: 'case-2', number: '0987654321' })] as unknown[],
    asked: [] as string[],
    sent: [] as { readonly id: string; readonly case: string; readonly outcome: string }[],
    /** What comes in place of an answer. */
    instead: undefined as Reply | undefined,
    /** Happens while an answer is on its way. */
    meanwhile: async () => {},
  };
  const answer = (body: object): Reply => ({ kind: 'answer', status: 200, body: JSON.stringify(body) });
  const list = () => ({
    sys: 'sipas',
    now: line.nowMs,
    hours: [['08:00', '11:30']],
    mostAttempts: 4,
    mostDays: 3,
    interviewer: 'Trần Thị Hoa',
    places: { p1: settings },
    cases: line.cases,
  });
  const faults: string[] = [];
  const open = () =>
    openCalls({
      shelf,
      clock: { read: () => ({ ms: line.nowMs, quality: 'ok' }), learn: () => {} },
      random: seeded(1),
      dev: 'dev1',
      onFault: (fault) => faults.push(fault),
      onRecorded: () => {},
      api: {
        async get(path) {
          line.asked.push(path);
          if (line.isCut) return { kind: 'unreachable' };
          if (path.startsWith('/api/v1/questionnaires/')) return answer(questionnaire);
          const reply = line.instead ?? answer(list());
          await line.meanwhile();
          return reply;
        },
        async post(path, body) {
          line.asked.push(path);
          if (line.isCut) return { kind: 'unreachable' };
          const { attempts } = JSON.parse(body) as { attempts: typeof line.sent };
          line.sent.push(...attempts);
          const receipts = attempts.map(({ id }) => [id, 'stored']);
          return answer({ sys: 'sipas', now: line.nowMs, receipts, done: [] });
        },
      },
    });
  const calls = await open();
  const stored = async () => JSON.stringify(await shelf.read(SHELF_NAME));
  return { calls, open, line, shelf, stored, faults };
}

async function setUpList() {
  const made = await setUp();
  await made.calls.want();
  await made.calls.round(true);
  return made;
}

test('numbers come only to a telephone whose list was opened today', async () => {
  const { calls, line } = await setUp();
  await calls.round(true);
  expect(line.asked).toEqual([]);
  await calls.want();
  await calls.round(true);
  expect(calls.cases().map(({ id }) => id)).toEqual(['case-1', 'case-2']);
  line.nowMs += 24 * HOUR_MS;
  line.asked = [];
  await calls.round(true);
  expect(line.asked).toEqual([]);
});

test('a day without a network: list, call and outcome stay on the device over restarts, and are sent once (sentence 41)', async () => {
  const { calls, open, line, stored } = await setUpList();
  line.isCut = true;
  await calls.begin(calls.cases()[0]!, false);
  const again = await open();
  expect(again.begun(), 'a call that was open when the page was closed').toMatchObject({ case: 'case-1' });
  await again.agree('call-1');
  await again.end({ outcome: 'COMPLETE' });
  await again.round(true);
  expect(line.sent).toEqual([]);
  const last = await open();
  expect([last.cases().map(({ id }) => id), last.unsent(), last.begun()]).toEqual([['case-2'], 1, undefined]);
  expect(await stored()).not.toContain('0912345678');
  line.isCut = false;
  line.cases = [sampleCase({ id: 'case-2' })];
  await last.round(true);
  await last.round(true);
  expect(line.sent).toMatchObject([{ case: 'case-1', outcome: 'COMPLETE', consent: 'call-1', tq: 'ok' }]);
  expect(last.unsent()).toBe(0);
});

test('a refusal while the list is on its way is not undone by it (sentence 37)', async () => {
  const { calls, line } = await setUpList();
  line.meanwhile = async () => {
    line.meanwhile = async () => {};
    await calls.begin(calls.cases()[0]!, true);
    await calls.end({ outcome: 'REFUSED', consent: 'call-1' });
  };
  await calls.round(true);
  expect(calls.cases().map(({ id }) => id)).toEqual(['case-2']);
  await calls.round(true);
  expect(line.sent).toMatchObject([{ case: 'case-1', outcome: 'REFUSED', ownCounter: true }]);
});

test('what cannot be written is not recorded: nothing follows it', async () => {
  const { calls, shelf } = await setUpList();
  const { write } = shelf;
  shelf.write = () => Promise.reject(new Error('full'));
  await expect(calls.begin(calls.cases()[0]!, false)).rejects.toThrow('full');
  expect(calls.begun()).toBeUndefined();
  shelf.write = write;
  await calls.begin(calls.cases()[0]!, false);
  expect(calls.begun()).toMatchObject({ case: 'case-1' });
});

test('a telephone that is taken out of service holds nobody’s number; a portal’s page changes nothing', async () => {
  const { calls, line, stored } = await setUpList();
  line.instead = { kind: 'answer', status: 200, body: '<html>Wi-Fi</html>' };
  await calls.round(true);
  expect(calls.cases()).toHaveLength(2);
  line.instead = { kind: 'answer', status: 403, body: JSON.stringify({ code: 'forbidden' }) };
  await calls.round(true);
  expect(calls.cases()).toEqual([]);
  expect(await stored()).not.toMatch(/09\d{8}/);
  line.instead = undefined;
  await calls.round(true);
  await calls.begin(calls.cases()[0]!, false);
  await calls.end({ outcome: 'BUSY' });
  line.sent = [];
  await calls.round(false);
  expect(line.sent, 'what was recorded is sent all the same').toHaveLength(1);
  expect(await stored()).not.toMatch(/09\d{8}/);
});

test('what the telephone may no longer hold goes without a network too', async () => {
  const { calls, line, stored } = await setUpList();
  line.isCut = true;
  line.nowMs += 2 * 24 * HOUR_MS;
  await calls.tend();
  expect(calls.cases()).toEqual([]);
  expect(await stored()).not.toMatch(/09\d{8}/);
});

test('a case of a newer server’s queue, or whose questions are not there, holds up no other', async () => {
  const { calls, line } = await setUp();
  line.cases = [
    { ...sampleCase(), queue: 'again' },
    sampleCase({ id: 'x', place: 'nowhere' }),
    sampleCase({ id: 'y' }),
  ];
  await calls.want();
  await calls.round(true);
  expect(calls.cases().map(({ id }) => id)).toEqual(['y']);
  expect(calls.groundOf(calls.cases()[0]!)).toMatchObject({
    place: { point: { id: 'D1' } },
    questionnaire: { id: 'sp39' },
  });
});
