import { describe, expect, it } from 'vitest';
import type { Batch } from '../../shared/wire/batch.ts';
import { memoryOutbox } from '../../tests/fakes/memory-outbox.ts';
import { seeded } from '../../tests/fakes/seeded.ts';
import { backoffMs, startSync, TIMER_MS } from './sync.ts';
import type { Reply } from '../device/reply.ts';

/** A driven clock with timers, and promises given time to settle between them. */
function driven() {
  let now = 0;
  let timers: { at: number; call: () => void }[] = [];
  const settle = async () => {
    for (let i = 0; i < 200; i++) await Promise.resolve();
  };
  return {
    clock: () => now,
    later: (ms: number, call: () => void) => {
      const timer = { at: now + ms, call };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass: async (ms: number) => {
      const end = now + ms;
      await settle();
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = next.at;
        next.call();
        await settle();
      }
      now = end;
    },
  };
}

function open(options: { gapMs?: number; reply?: (batch: Batch) => Reply } = {}) {
  const time = driven();
  const store = memoryOutbox();
  const sentAt: number[] = [];
  const sizes: number[] = [];
  let rounds = 0;
  const stored = ({ items }: Batch): Reply => {
    const receipts = items.map(({ p }) => [(JSON.parse(p) as { id: string }).id, 'stored']);
    return {
      kind: 'answer',
      status: 200,
      body: JSON.stringify({
        sys: 'sipas',
        proto: 1,
        epoch: 'e',
        now: 0,
        receipts,
        safeSeal: 0,
        minApp: '0',
      }),
    };
  };
  let reply = options.reply ?? stored;
  const sync = startSync({
    store,
    random: seeded(1),
    dev: 'd',
    app: '0',
    clock: time.clock,
    later: time.later,
    minGapMs: () => options.gapMs ?? 0,
    afterRound: () => {
      rounds++;
    },
    post: async (body) => {
      const batch = JSON.parse(body) as Batch;
      sentAt.push(time.clock());
      sizes.push(batch.items.length);
      return reply(batch);
    },
  });
  let n = 0;
  const keep = async (count = 1) => {
    for (let i = 0; i < count; i++, n++)
      await store.keep({ id: `${n}`, p: `{"id":"${n}"}`, leaf: `l${n}` }, { name: 'r', rests: [] });
  };
  return { sync, time, keep, store, sentAt, sizes, rounds: () => rounds, heal: () => (reply = stored) };
}

describe('when rounds run', () => {
  it('a save is sent at once where there is no least gap', async () => {
    const { sync, time, keep, sentAt } = open();
    await keep();
    sync.trigger('save');
    await time.pass(0);
    expect(sentAt).toEqual([0]);
  });

  it('an earlier trigger waits for the least gap; one by hand does not', async () => {
    const { sync, time, keep, sentAt } = open({ gapMs: 300_000 });
    await keep();
    sync.trigger('save');
    await time.pass(10_000);
    await keep();
    sync.trigger('save');
    sync.trigger('online');
    sync.trigger('visible');
    await time.pass(289_999);
    expect(sentAt).toEqual([0]);
    await time.pass(1);
    expect(sentAt).toEqual([0, 300_000]);
    await keep();
    sync.trigger('hand');
    await time.pass(0);
    expect(sentAt).toHaveLength(3);
  });

  it('what was kept during a round goes with the next one', async () => {
    const { sync, time, keep, store } = open();
    await keep(3);
    sync.trigger('save');
    await time.pass(0);
    await keep(2);
    sync.trigger('save');
    await time.pass(0);
    expect(await store.unsentIds()).toEqual([]);
  });

  it('a round runs every five minutes, also with nothing to send', async () => {
    const { sync, time, rounds } = open();
    sync.trigger('timer');
    await time.pass(3 * TIMER_MS);
    expect(rounds()).toBe(4);
  });

  it('pauses grow with full jitter and end when the network is back', async () => {
    const { sync, time, keep, sentAt, heal, store } = open({ reply: () => ({ kind: 'unreachable' }) });
    await keep();
    sync.trigger('save');
    await time.pass(3_600_000);
    const tries = sentAt.length;
    expect(tries).toBeGreaterThan(4);
    expect(tries).toBeLessThan(60);
    heal();
    sync.trigger('online');
    await time.pass(0);
    expect(await store.unsentIds()).toEqual([]);
  });

  it('halves the batch after a time-out and returns to 50 after a drained round', async () => {
    let slow = 2;
    const kiosk = open({ reply: () => ({ kind: 'timeout' }) });
    await kiosk.keep(60);
    kiosk.sync.trigger('hand');
    while (kiosk.sizes.length < slow) await kiosk.time.pass(1_000);
    kiosk.heal();
    await kiosk.time.pass(60_000);
    expect(kiosk.sizes.slice(0, 4)).toEqual([50, 25, 12, 12]);
    slow = kiosk.sizes.length;
    await kiosk.keep(50);
    kiosk.sync.trigger('save');
    await kiosk.time.pass(0);
    expect(kiosk.sizes.at(-1)).toBe(50);
  });

  it('the pause after n failures is anything from 0 to min(15 min, 2 s × 2ⁿ)', () => {
    const random = seeded(9);
    for (const [failures, most] of [
      [0, 2_000],
      [3, 16_000],
      [20, 900_000],
    ] as const) {
      const pauses = Array.from({ length: 400 }, () => backoffMs(failures, random));
      expect(Math.max(...pauses)).toBeLessThanOrEqual(most);
      expect(Math.max(...pauses)).toBeGreaterThan(most * 0.9);
      expect(Math.min(...pauses)).toBeLessThan(most * 0.1);
    }
  });
});
