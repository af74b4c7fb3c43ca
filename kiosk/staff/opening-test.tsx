import { useCallback, useEffect, useState } from 'preact/hooks';
import { put } from '../text/words.ts';
import { CheckList } from './check-list.tsx';
import { countOf, timeOf } from './say-health.ts';
import { CHECKS, type Ends, type Probes, runSelfTest, type TestResult, worthALook } from './self-test.ts';
import type { StaffDevice } from './staff-device.ts';
import type { StaffWords } from './staff-words.ts';

/** The self-test of the day: runs by itself when today has none yet, and by hand. */
export function OpeningTest(props: {
  readonly words: StaffWords;
  readonly probes: Probes;
  readonly device: Pick<StaffDevice, 'readTest' | 'writeTest' | 'trueTime'>;
  readonly today: string;
  readonly onEnd: () => Promise<void>;
}) {
  const { words, probes, device, today, onEnd } = props;
  const [result, setResult] = useState<TestResult | undefined>();
  const [running, setRunning] = useState<Ends | undefined>();
  const run = useCallback(async () => {
    setRunning({});
    const ends = await runSelfTest(probes, CHECKS, setRunning);
    const done: TestResult = { day: today, atMs: device.trueTime(), ends: { ...ends } };
    setResult(done);
    setRunning(undefined);
    await device.writeTest(done).catch(() => {});
    await onEnd();
  }, [device, today]);
  useEffect(() => {
    device
      .readTest()
      .catch(() => undefined)
      .then((kept) => (kept?.day === today ? setResult(kept) : run()))
      .catch(() => {});
  }, [device, today, run]);

  const isRunning = running !== undefined;
  const ends: Ends = running ?? (result?.day === today ? result.ends : {});
  return (
    <section class="opening-test card">
      <h2>{words.test.title}</h2>
      <p role="status">{isRunning ? words.test.running : sayResult(words, result, today)}</p>
      <CheckList words={words} checks={CHECKS} ends={ends} />
      <button type="button" class="secondary" disabled={isRunning} onClick={() => void run()}>
        {words.test.run}
      </button>
    </section>
  );
}

function sayResult(words: StaffWords, result: TestResult | undefined, today: string): string {
  if (result?.day !== today) return words.test.notYet;
  const bad = worthALook(result.ends);
  const said = bad === 0 ? words.test.allGood : put(words.test.someBad, { n: countOf(words, bad) });
  return put(words.test.whenDone, { time: timeOf(result.atMs), result: said });
}
