import type { Memories } from '../store/shared-memory.ts';
import { rangeOf } from '../throttle.ts';

/**
 * After each wrong try of an account the next one waits twice as long, up to a minute. There is no lock-out: a rival
 * who guesses on purpose slows down only strangers. The network from which the account last signed in has a count of
 * its own, so its owner gets in while somebody else goes on guessing. In memory only, over all instances together.
 */
export interface SignInDelays {
  secondsToWait(login: string, address: string): Promise<number>;
  /** Notes a try; a number of wrong ones in a row when it is one that somebody should hear of. */
  note(login: string, address: string, right: boolean): Promise<number | undefined>;
}

const FREE_TRIES = 3;
const LONGEST_S = 60;
const FORGET_MS = 3_600_000;
/** Whoever has not signed in for a quarter of a year is a stranger again, for the first three tries. */
const HOME_MS = 92 * 86_400_000;
const NAMES_MOST = 10_000;
/** Nobody mistypes that often. After that, at each power of ten. */
const ALARM_TRIES = 10;

export function createSignInDelays(deps: {
  readonly clock: () => number;
  readonly memories: Memories;
}): SignInDelays {
  const { clock } = deps;
  const wrong = deps.memories<{ readonly tries: number; readonly at: number }>('wrong sign-ins', NAMES_MOST);
  const homes = deps.memories<string>('homes', NAMES_MOST);
  const countOf = async (login: string, address: string) => {
    const range = rangeOf(address);
    return (await homes.get(login))?.value === range ? `${login} ${range}` : login;
  };
  return {
    async secondsToWait(login, address) {
      const entry = (await wrong.get(await countOf(login, address)))?.value;
      if (!entry || entry.tries < FREE_TRIES) return 0;
      const delay = Math.min(LONGEST_S, 2 ** (entry.tries - FREE_TRIES + 1));
      return Math.max(0, Math.ceil(delay - (clock() - entry.at) / 1000));
    },
    async note(login, address, right) {
      const count = await countOf(login, address);
      const at = clock();
      if (right) {
        await wrong.change(count, () => ({ result: undefined, kept: undefined }));
        const home = { value: rangeOf(address), ends: at + HOME_MS };
        await homes.change(login, () => ({ result: undefined, kept: home }));
        return undefined;
      }
      const tries = await wrong.change(count, (before) => {
        const result = (before?.value.tries ?? 0) + 1;
        return { result, kept: { value: { tries: result, at }, ends: at + FORGET_MS } };
      });
      return tries >= ALARM_TRIES && Number.isInteger(Math.log10(tries)) ? tries : undefined;
    },
  };
}
