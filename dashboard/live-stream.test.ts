import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLive } from './live-stream.ts';

class FakeStream extends EventTarget {
  readyState = 0;
  close() {
    this.readyState = 2;
  }
  open() {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  say(kinds: readonly string[]) {
    this.dispatchEvent(new MessageEvent('moved', { data: JSON.stringify({ kinds }) }));
  }
  fail() {
    this.dispatchEvent(new Event('error'));
  }
}

let streams: FakeStream[];
let page: EventTarget & { visibilityState: DocumentVisibilityState };
beforeEach(() => {
  vi.useFakeTimers();
  streams = [];
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
});
afterEach(() => vi.useRealTimers());

const look = (state: DocumentVisibilityState) => {
  page.visibilityState = state;
  page.dispatchEvent(new Event('visibilitychange'));
};
function begin() {
  const live = openLive(
    () => {
      const stream = new FakeStream();
      streams.push(stream);
      return stream as unknown as EventSource;
    },
    page,
    () => 1,
  );
  const heard: string[] = [];
  const opened: boolean[] = [];
  const stop = live.listen(
    'figures',
    () => heard.push('figures'),
    (isOpen) => opened.push(isOpen),
  );
  return { live, heard, opened, stop };
}

test('one stream serves all who listen, each hears of its own kind, and the last one closes it', () => {
  const { live, heard, stop } = begin();
  const alerts: string[] = [];
  const stopAlerts = live.listen(
    'alerts',
    () => alerts.push('alerts'),
    () => {},
  );
  streams[0]!.open();
  streams[0]!.say(['figures']);
  streams[0]!.say(['alerts', 'of a later version']);
  expect([streams.length, heard, alerts]).toEqual([1, ['figures'], ['alerts']]);
  stop();
  expect(streams[0]!.readyState).toBe(1);
  stopAlerts();
  expect(streams[0]!.readyState).toBe(2);
});

test('a stream that breaks comes again after pauses that grow, and what may have been missed is asked for', () => {
  const { heard, opened } = begin();
  streams[0]!.open();
  streams[0]!.fail();
  expect(opened).toEqual([true, false]);
  vi.advanceTimersByTime(2_000);
  streams[1]!.fail();
  vi.advanceTimersByTime(1_900);
  expect(streams).toHaveLength(2);
  vi.advanceTimersByTime(2_200);
  for (let i = 0; i < 10; i++) {
    streams.at(-1)!.fail();
    vi.advanceTimersByTime(60_000);
  }
  expect(streams).toHaveLength(13);
  expect(heard).toEqual([]);
  streams.at(-1)!.open();
  expect(heard).toEqual(['figures']);
});

test('a page that nobody looks at has no stream, and catches up when somebody does', () => {
  const { heard, stop } = begin();
  streams[0]!.open();
  look('hidden');
  expect(streams[0]!.readyState).toBe(2);
  vi.advanceTimersByTime(600_000);
  expect(streams).toHaveLength(1);
  look('visible');
  streams[1]!.open();
  expect(heard).toEqual(['figures']);
  streams[1]!.fail();
  stop();
  vi.advanceTimersByTime(600_000);
  expect(streams).toHaveLength(2);
});
