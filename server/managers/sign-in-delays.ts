/**
 * After each wrong password of an account the next try waits twice as long, up to a minute. There is no
 * lock-out: a rival who guesses on purpose can slow an account down, never shut it.
 */
export interface SignInDelays {
  secondsToWait(login: string): number;
  note(login: string, right: boolean): void;
}

const FREE_TRIES = 3;
const LONGEST_S = 60;
const FORGET_MS = 3_600_000;
const NAMES_MOST = 10_000;

export function createSignInDelays(clock: () => number): SignInDelays {
  const wrong = new Map<string, { tries: number; at: number }>();
  return {
    secondsToWait(login) {
      const entry = wrong.get(login);
      if (!entry || entry.tries < FREE_TRIES) return 0;
      const delay = Math.min(LONGEST_S, 2 ** (entry.tries - FREE_TRIES + 1));
      return Math.max(0, Math.ceil(delay - (clock() - entry.at) / 1000));
    },
    note(login, right) {
      if (wrong.size > NAMES_MOST) wrong.clear();
      const entry = wrong.get(login);
      if (right) wrong.delete(login);
      else {
        const fresh = !entry || clock() - entry.at > FORGET_MS;
        wrong.set(login, { tries: fresh ? 1 : entry.tries + 1, at: clock() });
      }
    },
  };
}
