/** Virtual time: calls wait in order of their moment and nothing ever really sleeps. */
export interface Timeline {
  readonly now: () => number;
  readonly later: (ms: number, call: () => void) => () => void;
  /** Resolves when `ms` have passed on this timeline. */
  readonly sleep: (ms: number) => Promise<void>;
  /** What is really asynchronous (a server, its database, a signature): the next moment waits for it. */
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
  /** Runs everything that is due up to `ms` from now, letting promises settle in between. */
  run(ms: number): Promise<void>;
}

interface Planned {
  readonly at: number;
  readonly order: number;
  call: (() => void) | undefined;
}

const isBefore = (a: Planned, b: Planned) => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap: the earliest lies at the root. */
function planHeap() {
  const heap: Planned[] = [];
  const swap = (i: number, j: number) => {
    [heap[i], heap[j]] = [heap[j]!, heap[i]!];
  };
  return {
    peek: () => heap[0],
    push(entry: Planned) {
      heap.push(entry);
      for (let i = heap.length - 1; i > 0; ) {
        const above = (i - 1) >> 1;
        if (!isBefore(heap[i]!, heap[above]!)) break;
        swap(i, above);
        i = above;
      }
    },
    pop(): void {
      const last = heap.pop()!;
      if (heap.length === 0) return;
      heap[0] = last;
      for (let i = 0; ; ) {
        let least = i;
        for (const below of [2 * i + 1, 2 * i + 2])
          if (below < heap.length && isBefore(heap[below]!, heap[least]!)) least = below;
        if (least === i) break;
        swap(i, least);
        i = least;
      }
    },
  };
}

export function createTimeline(start: number): Timeline {
  let now = start;
  let order = 0;
  let held = 0;
  const planned = planHeap();
  const later = (ms: number, call: () => void) => {
    const entry: Planned = { at: now + Math.max(0, ms), order: order++, call };
    planned.push(entry);
    return () => {
      entry.call = undefined;
    };
  };
  // The next tick comes after all promises that can settle by themselves have settled; what is held needs whole turns
  // of the event loop, which cost a simulation a twentieth of its time.
  const settle = async () => {
    for (;;) {
      await new Promise<void>((resolve) => process.nextTick(resolve));
      if (held === 0) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return {
    now: () => now,
    later,
    sleep: (ms) => new Promise((resolve) => void later(ms, resolve)),
    hold: (work) => {
      held++;
      return work.finally(() => {
        held--;
      });
    },
    async run(ms) {
      const end = now + ms;
      for (;;) {
        const next = planned.peek();
        if (!next || next.at > end) break;
        planned.pop();
        if (!next.call) continue;
        now = Math.max(now, next.at);
        next.call();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}
