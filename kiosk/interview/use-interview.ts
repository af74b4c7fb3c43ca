import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Setup } from '../visit/finish.ts';
import { attract, open, step } from '../visit/visit.ts';
import type { Move, Visit } from '../visit/visit-states.ts';
import { waitOf } from '../visit/waits.ts';
import type { InterviewDevice } from './open-interview-device.ts';

const now = () => performance.now();

/** The visit of one interview, from its first question on: the machine of the tablet, with its timers. */
export function useInterview(setup: Setup, device: Pick<InterviewDevice, 'keep' | 'onStep'>) {
  const [state, setState] = useState<Visit>(() => open(setup, attract(setup, now()), now()));
  const newest = useRef(state);
  const send = useCallback(
    (move: Move) => {
      const before = newest.current;
      const after = step(setup, before, move, now());
      if (after === before) return;
      newest.current = after;
      setState(after);
      device.onStep(before, after);
      if (after.kind === 'committing')
        void device.keep(after.finished).then(
          () => send({ kind: 'kept' }),
          () => send({ kind: 'failed' }),
        );
    },
    [setup, device],
  );
  useEffect(() => {
    const wait = waitOf(setup, state, now());
    if (!wait) return undefined;
    const timer = setTimeout(() => send(wait.move), wait.ms);
    return () => clearTimeout(timer);
  }, [setup, state, send]);
  return { state, send };
}
