import * as v from 'valibot';

/** The opening self-test: a short list that an official sees ticked off before the first person comes. */
export const CHECKS = [
  'browser',
  'persisted',
  'database',
  'journal',
  'key',
  'words',
  'free',
  'clock',
  'contact',
] as const;
export type Check = (typeof CHECKS)[number];

/** `warn` lets the device go on (no network yet, a demo's storage); `bad` needs somebody. */
const ENDS = ['ok', 'warn', 'bad'] as const;
export type CheckEnd = (typeof ENDS)[number];
export type Probes = Readonly<Record<Check, () => Promise<CheckEnd>>>;
export type Ends = Readonly<Partial<Record<Check, CheckEnd>>>;

export const TestResultSchema = v.object({
  /** Local day it holds for. */
  day: v.string(),
  atMs: v.number(),
  ends: v.record(v.string(), v.picklist(ENDS)),
});
export type TestResult = Readonly<v.InferOutput<typeof TestResultSchema>>;

/** A storage that hangs has failed, and a network that says nothing so long is none. */
export const CHECK_MOST_MS = 8_000;

async function endOf(probe: () => Promise<CheckEnd>, mostMs: number): Promise<CheckEnd> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<CheckEnd>((resolve) => {
    timer = setTimeout(() => resolve('bad'), mostMs);
  });
  try {
    return await Promise.race([probe(), tooLong]);
  } catch {
    return 'bad';
  } finally {
    clearTimeout(timer);
  }
}

/** One check after another, so that a fault is not blamed on its neighbour; `onEnd` hears each as it comes. */
export async function runSelfTest(
  probes: Probes,
  checks: readonly Check[],
  onEnd: (ends: Ends) => void,
  mostMs = CHECK_MOST_MS,
): Promise<Ends> {
  const ends = new Map<Check, CheckEnd>();
  for (const check of checks) {
    ends.set(check, await endOf(probes[check], mostMs));
    onEnd(Object.fromEntries(ends));
  }
  return Object.fromEntries(ends);
}

/** How many checks somebody should look at. */
export const worthALook = (ends: Ends): number => Object.values(ends).filter((end) => end !== 'ok').length;
