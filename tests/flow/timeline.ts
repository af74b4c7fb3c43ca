/** Virtual time: calls wait in order of their moment and nothing ever really sleeps. */
export interface Timeline {
  readonly now: () => number;
  readonly later: (ms: number, call: () => void) => () => void;
  /** Resolves when `ms` have passed on this timeline. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Runs everything that is due up to `ms` from now, letting promises settle in between. */
  run(ms: number): Promise<void>;
}

interface Planned {
  readonly at: number;
  readonly order: number;
  readonly call: () => void;
}

export function createTimeline(start: number): Timeline {
  let now = start;
  let order = 0;
  const planned = new Set<Planned>();
  const later = (ms: number, call: () => void) => {
    const entry = { at: now + Math.max(0, ms), order: order++, call };
    planned.add(entry);
    return () => void planned.delete(entry);
  };
  /** What is really asynchronous (the server, its database) gets as many turns as it needs. */
  const settle = async () => {
    for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    now: () => now,
    later,
    sleep: (ms) => new Promise((resolve) => void later(ms, resolve)),
    async run(ms) {
      const end = now + ms;
      for (;;) {
        let next: Planned | undefined;
        for (const entry of planned) {
          if (entry.at > end) continue;
          if (!next || entry.at < next.at || (entry.at === next.at && entry.order < next.order)) next = entry;
        }
        if (!next) break;
        planned.delete(next);
        now = Math.max(now, next.at);
        next.call();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}
