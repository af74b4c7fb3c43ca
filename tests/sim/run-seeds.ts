import { Worker } from 'node:worker_threads';
import { runTypeScript } from '../../launch/node.mjs';

/** Simulates a range of seeds on several threads. What a seed does depends on nothing but its number and size. */
export interface SeedRange {
  readonly from: number;
  readonly seeds: number;
  /** Run before the range. */
  readonly first?: readonly number[];
  /** Of each seed, at least. */
  readonly submissions: number;
  readonly threads: number;
  /** Ends with the first seed that fails. */
  readonly stopsAtFault?: boolean;
  readonly onSeed?: (done: number, fault: SeedFault | undefined) => void;
}
export interface SeedFault {
  readonly seed: number;
  readonly why: string;
}
export interface RangeResult {
  readonly seeds: number;
  readonly submissions: number;
  readonly failed: readonly SeedFault[];
  /** How often each kind of misfortune came. */
  readonly faults: ReadonlyMap<string, number>;
  readonly ms: number;
}

interface SeedResult {
  readonly seed: number;
  readonly submissions: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly why?: string;
}

export async function runSeeds(range: SeedRange): Promise<RangeResult> {
  const started = performance.now();
  const failed: SeedFault[] = [];
  const faults = new Map<string, number>();
  let submissions = 0;
  let done = 0;
  const first = [...(range.first ?? [])];
  let next = range.from;
  let end = range.from + range.seeds;

  function take(result: SeedResult): void {
    done++;
    submissions += result.submissions;
    for (const [name, times] of result.faults) faults.set(name, (faults.get(name) ?? 0) + times);
    const fault = result.why === undefined ? undefined : { seed: result.seed, why: result.why };
    if (fault) failed.push(fault);
    if (fault && range.stopsAtFault) end = next;
    range.onSeed?.(done, fault);
  }

  const thread = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('./seed-worker.ts', import.meta.url), {
        workerData: { submissions: range.submissions },
        execArgv: runTypeScript,
        // A seed leaves hardly anything behind: collections that come late find nothing to copy.
        resourceLimits: { maxYoungGenerationSizeMb: 192 },
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
      worker.on('message', (message: SeedResult | 'ready') => {
        if (message !== 'ready') take(message);
        const seed = next < end ? (first.shift() ?? next++) : undefined;
        if (seed === undefined) void worker.terminate();
        else worker.postMessage(seed, []);
      });
    });
  await Promise.all(Array.from({ length: Math.min(range.threads, range.seeds) }, thread));
  failed.sort((a, b) => a.seed - b.seed);
  return { seeds: done, submissions, failed, faults, ms: performance.now() - started };
}
