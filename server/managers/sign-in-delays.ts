import { createRecentMap } from '../recent-map.ts';
import { rangeOf } from '../throttle.ts';

/**
 * After each wrong try of an account the next one waits twice as long, up to a minute. There is no lock-out: a rival
 * who guesses on purpose slows down only strangers. The network from which the account last signed in has a count of
 * its own, so its owner gets in while somebody else goes on guessing. Memory only.
 */
export interface SignInDelays {
  secondsToWait(login: string, address: string): number;
  /** Notes a try; a number of wrong ones in a row when it is one that somebody should hear of. */
  note(login: string, address: string, right: boolean): number | undefined;
}

const FREE_TRIES = 3;
const LONGEST_S = 60;
const FORGET_MS = 3_600_000;
const NAMES_MOST = 10_000;
/** Nobody mistypes that often. After that, at each power of ten. */
const ALARM_TRIES = 10;

export function createSignInDelays(clock: () => number): SignInDelays {
  const wrong = createRecentMap<{ readonly tries: number; readonly at: number }>(NAMES_MOST);
  const homes = createRecentMap<string>(NAMES_MOST);
  const countOf = (login: string, address: string) => {
    const range = rangeOf(address);
    return homes.get(login) === range ? `${login} ${range}` : login;
  };
  return {
    secondsToWait(login, address) {
      const entry = wrong.get(countOf(login, address));
      if (!entry || entry.tries < FREE_TRIES) return 0;
      const delay = Math.min(LONGEST_S, 2 ** (entry.tries - FREE_TRIES + 1));
      return Math.max(0, Math.ceil(delay - (clock() - entry.at) / 1000));
    },
    note(login, address, right) {
      const count = countOf(login, address);
      if (right) {
        wrong.delete(count);
        homes.set(login, rangeOf(address));
        return undefined;
      }
      const entry = wrong.get(count);
      const isFresh = !entry || clock() - entry.at > FORGET_MS;
      const tries = isFresh ? 1 : entry.tries + 1;
      wrong.set(count, { tries, at: clock() });
      return tries >= ALARM_TRIES && Number.isInteger(Math.log10(tries)) ? tries : undefined;
    },
  };
}
