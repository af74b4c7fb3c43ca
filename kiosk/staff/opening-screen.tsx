import { useEffect } from 'preact/hooks';
import type { Tree } from '../../shared/wire/device.ts';
import { Heading } from '../parts/heading.tsx';
import { CheckList } from './check-list.tsx';
import { CHECKS } from './self-test.ts';
import type { StaffDevice } from './staff-device.ts';
import type { StaffWords } from './staff-words.ts';
import { useSelfTest } from './use-self-test.ts';

const GOOD_MS = 2_500;
/** Long enough for an official at the counter to see and read it. */
const BAD_MS = 30_000;

/** What the kiosk opens once a day: the list is ticked off, and the survey comes back by itself. No PIN, no figures. */
export function OpeningScreen(props: {
  readonly words: StaffWords;
  readonly device: StaffDevice;
  readonly tree: Tree;
}) {
  const { words, device, tree } = props;
  const { ends, isRunning, result } = useSelfTest(device, tree);
  const isOver = result !== undefined && !isRunning;
  const isBad = isOver && Object.values(ends).includes('bad');
  useEffect(() => {
    if (!isOver) return undefined;
    const timer = setTimeout(device.toKioskTested, isBad ? BAD_MS : GOOD_MS);
    return () => clearTimeout(timer);
  }, [isOver, isBad, device]);
  const title = isBad ? words.test.badTitle : isOver ? words.test.goodTitle : words.test.title;
  return (
    <section class="confirm card">
      <Heading text={title} />
      <p role="status">{isBad ? words.test.badText : !isOver && words.test.running}</p>
      <CheckList words={words} checks={CHECKS} ends={ends} />
      <div class="ways">
        <button type="button" class={isOver ? 'primary' : 'secondary'} onClick={device.toKioskTested}>
          {words.back}
        </button>
      </div>
    </section>
  );
}
