import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../shared/period.ts';
import { memoryShelf } from '../../tests/fakes/memory-shelf.ts';
import { openServerClock } from './server-clock.ts';

const SERVER = Date.parse('2026-11-20T03:00:00Z');

describe("the server's clock", () => {
  it('is unknown until a server has answered', async () => {
    const clock = await openServerClock(memoryShelf(), () => 1_000);
    expect(clock.read()).toEqual({ ms: 1_000, quality: 'unknown' });
  });

  it('corrects a device that has fallen back to 1970, also after a restart', async () => {
    const shelf = memoryShelf();
    let deviceMs = 5_000;
    (await openServerClock(shelf, () => deviceMs)).learn(SERVER);
    deviceMs += 60_000;
    const restarted = await openServerClock(shelf, () => deviceMs);
    expect(restarted.read()).toEqual({ ms: SERVER + 60_000, quality: 'ok' });
  });

  it('is an estimate when the last answer is older than a week', async () => {
    let deviceMs = 0;
    const clock = await openServerClock(memoryShelf(), () => deviceMs);
    clock.learn(SERVER);
    deviceMs = 7 * DAY_MS;
    expect(clock.read().quality).toBe('ok');
    deviceMs += 1;
    expect(clock.read()).toEqual({ ms: SERVER + deviceMs, quality: 'est' });
  });

  it('is unknown, and no earlier than the last answer, when the device was set back since', async () => {
    let deviceMs = 10 * DAY_MS;
    const clock = await openServerClock(memoryShelf(), () => deviceMs);
    clock.learn(SERVER);
    deviceMs = 0;
    expect(clock.read()).toEqual({ ms: SERVER, quality: 'unknown' });
  });

  it('does not write at every answer', async () => {
    const shelf = memoryShelf();
    let deviceMs = 0;
    const clock = await openServerClock(shelf, () => deviceMs);
    for (; deviceMs < 60_000; deviceMs += 1_000) clock.learn(SERVER + deviceMs);
    expect(shelf.writes()).toBe(1);
  });
});
