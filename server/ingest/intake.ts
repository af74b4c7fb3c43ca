import { ProblemError } from '../problem.ts';

/**
 * Where parcels wait before they are read as JSON. Promised: no more memory than these bounds, however many come at once; who is let
 * in has been waiting longest; who is asked to come again has left nothing behind. Small parcels (a tap, an own
 * phone, a tablet with a few) have a way of their own, which a fleet with full queues cannot take up.
 */
export interface Intake {
  /** Before anything of a request is looked at: throws `too-many` where there is no room for so many bytes. */
  expect(bytes: number): void;
  /** Calls `work` when it is this parcel's turn, or throws `too-many`. */
  through<T>(bytes: number, work: () => Promise<T>): Promise<T>;
  /**
   * More large parcels wait than are in hand. Then nobody who sends several at once helps: there is work for two transactions and more
   * when those in hand have ended. One tablet never brings it about, nor do ten with three each.
   */
  isCrowded(): boolean;
}

/** 20 to 30 forms. */
export const SMALL_MOST_BYTES = 16 * 1024;
/** Whoever waits costs this much beside its bytes. */
const WAITING_BYTES = 8 * 1024;
export const COME_AGAIN_SECONDS = 10;

export interface LaneSize {
  /** Parcels that are read and accepted at a time: those of the transaction under way, and of the next one. */
  readonly inHand: number;
  /** What may wait, in bytes. */
  readonly waitingMost: number;
}
export interface IntakeSize {
  readonly small: LaneSize;
  readonly large: LaneSize;
  /** A tablet gives up after 20 s and would bring the same again: what has waited so long is not begun. */
  readonly patienceMs: number;
}
const SIZE: IntakeSize = {
  small: { inHand: 128, waitingMost: 8 * 2 ** 20 },
  // 500 forms a transaction; some 700 batches of 50
  large: { inHand: 20, waitingMost: 24 * 2 ** 20 },
  patienceMs: 14_000,
};

/** `clock`: milliseconds that never jump. */
export function createIntake(
  { small, large, patienceMs } = SIZE,
  clock: () => number = () => performance.now(),
): Intake {
  const [smallLane, largeLane] = [createLane(small, patienceMs, clock), createLane(large, patienceMs, clock)];
  const laneFor = (bytes: number) => (bytes <= SMALL_MOST_BYTES ? smallLane : largeLane);
  return {
    expect: (bytes) => laneFor(bytes).expect(bytes),
    through: (bytes, work) => laneFor(bytes).through(bytes, work),
    isCrowded: largeLane.isCrowded,
  };
}

const comeAgain = () => new ProblemError('too-many', COME_AGAIN_SECONDS);

interface Waiting {
  readonly weight: number;
  readonly since: number;
  readonly go: () => void;
  readonly refuse: (why: ProblemError) => void;
}

function createLane(
  { inHand: most, waitingMost }: LaneSize,
  patienceMs: number,
  clock: () => number,
): Intake {
  const waiting: Waiting[] = [];
  let waitingBytes = 0;
  let inHand = 0;

  const weightOf = (bytes: number) => bytes + WAITING_BYTES;
  function expect(bytes: number): void {
    if (inHand >= most && waitingBytes + weightOf(bytes) > waitingMost) throw comeAgain();
  }

  function turn(bytes: number): Promise<void> {
    expect(bytes);
    const weight = weightOf(bytes);
    waitingBytes += weight;
    return new Promise((go, refuse) => waiting.push({ weight, since: clock(), go, refuse }));
  }

  function letIn(): void {
    while (inHand < most && waiting.length > 0) {
      const { weight, since, go, refuse } = waiting.shift()!;
      waitingBytes -= weight;
      if (clock() - since > patienceMs) {
        refuse(comeAgain());
        continue;
      }
      inHand++;
      go();
    }
  }

  return {
    expect,
    async through(bytes, work) {
      // whoever leaves lets the next one in, so that nobody waits while there is room
      if (inHand >= most) await turn(bytes);
      else inHand++;
      try {
        return await work();
      } finally {
        inHand--;
        letIn();
      }
    },
    isCrowded: () => waiting.length > most,
  };
}
