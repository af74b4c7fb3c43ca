import { useCallback, useEffect, useState } from 'preact/hooks';
import { localDay } from '../../shared/period.ts';
import type { Tree } from '../../shared/wire/device.ts';
import { CHECKS, type Ends, runSelfTest, type TestResult } from './self-test.ts';
import type { StaffDevice } from './staff-device.ts';

export interface SelfTest {
  /** What has ended so far: of the test that runs, else of today's. */
  readonly ends: Ends;
  readonly isRunning: boolean;
  /** Today's result; undefined before there is one. */
  readonly result: TestResult | undefined;
  readonly run: () => Promise<void>;
}

/** The self-test of the day: it runs by itself when today has none yet, and again by hand; its result is kept. */
export function useSelfTest(
  device: Pick<StaffDevice, 'probesFor' | 'readTest' | 'writeTest' | 'trueTime'>,
  tree: Tree,
  onEnd?: () => Promise<void>,
): SelfTest {
  const [result, setResult] = useState<TestResult | undefined>();
  const [running, setRunning] = useState<Ends | undefined>();
  const run = useCallback(async () => {
    setRunning({});
    const ends = await runSelfTest(device.probesFor(tree), CHECKS, setRunning);
    const atMs = device.trueTime();
    const done: TestResult = { day: localDay(atMs), atMs, ends: { ...ends } };
    setResult(done);
    setRunning(undefined);
    await device.writeTest(done).catch(() => {});
    await onEnd?.();
  }, [device, tree, onEnd]);
  useEffect(() => {
    const today = localDay(device.trueTime());
    device
      .readTest()
      .catch(() => undefined)
      .then((kept) => (kept?.day === today ? setResult(kept) : run()))
      .catch(() => {});
  }, [device, run]);
  return { ends: running ?? result?.ends ?? {}, isRunning: running !== undefined, result, run };
}
