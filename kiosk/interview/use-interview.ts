import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Finished, Setup } from '../visit/finish.ts';
import { attract, open, step } from '../visit/visit.ts';
import type { Move, Visit } from '../visit/visit-states.ts';
import { waitOf } from '../visit/waits.ts';

const now = () => performance.now();

export interface Keeper {
  /** Settles when the submission is on the disk; rejects when it could not be kept. */
  readonly keep: (finished: Finished) => Promise<void>;
  readonly onStep: (before: Visit, after: Visit) => void;
}

/** The visit of one interview, from its first question on: the machine of the tablet, with its timers. */
export function useInterview(setup: Setup, keeper: Keeper) {
  const [state, setState] = useState<Visit>(() => open(setup, attract(setup, now()), now()));
  const newest = useRef(state);
  const send = useCallback(
    (move: Move) => {
      const before = newest.current;
      const after = step(setup, before, move, now());
      if (after === before) return;
      newest.current = after;
      setState(after);
      keeper.onStep(before, after);
      if (after.kind === 'committing')
        void keeper.keep(after.finished).then(
          () => send({ kind: 'kept' }),
          () => send({ kind: 'failed' }),
        );
    },
    [setup, keeper],
  );
  useEffect(() => {
    const wait = waitOf(setup, state, now());
    if (!wait) return undefined;
    const timer = setTimeout(() => send(wait.move), wait.ms);
    return () => clearTimeout(timer);
  }, [setup, state, send]);
  return { state, send };
}
