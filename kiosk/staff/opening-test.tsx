import type { Tree } from '../../shared/wire/device.ts';
import { put } from '../../shared/text/words.ts';
import { CheckList } from './check-list.tsx';
import { countOf, timeOf } from './say-health.ts';
import { CHECKS, type TestResult, worthALook } from './self-test.ts';
import type { StaffDevice } from './staff-device.ts';
import type { StaffWords } from './staff-words.ts';
import { useSelfTest } from './use-self-test.ts';

/** The self-test of the day on the health page, with the button that runs it again. */
export function OpeningTest(props: {
  readonly words: StaffWords;
  readonly device: Pick<StaffDevice, 'probesFor' | 'readTest' | 'writeTest' | 'trueTime'>;
  readonly tree: Tree;
  readonly onEnd: () => Promise<void>;
}) {
  const { words, device, tree, onEnd } = props;
  const { ends, isRunning, result, run } = useSelfTest(device, tree, onEnd);
  return (
    <section class="opening-test card">
      <h2>{words.test.title}</h2>
      <p role="status">{isRunning ? words.test.running : sayResult(words, result)}</p>
      <CheckList words={words} checks={CHECKS} ends={ends} />
      <button type="button" class="secondary" disabled={isRunning} onClick={() => void run()}>
        {words.test.run}
      </button>
    </section>
  );
}

function sayResult(words: StaffWords, result: TestResult | undefined): string {
  if (!result) return words.test.notYet;
  const bad = worthALook(result.ends);
  const said = bad === 0 ? words.test.allGood : put(words.test.someBad, { n: countOf(words, bad) });
  return put(words.test.whenDone, { time: timeOf(result.atMs), result: said });
}
