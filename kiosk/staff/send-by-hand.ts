import { type RoundDeps, type RoundEnd, runRound } from '../outbox/sync-round.ts';
import type { SendEnd } from './staff-device.ts';

/** One round because somebody asked for it, with how many are left after each answer. */
export async function sendByHand(deps: RoundDeps, onLeft: (left: number) => void): Promise<SendEnd> {
  const unsent = async () => (await deps.store.unsentIds()).length;
  const before = await unsent();
  onLeft(before);
  const end = await runRound({
    ...deps,
    onAnswer: (answer) => {
      deps.onAnswer?.(answer);
      void unsent().then(onLeft, () => {});
    },
  });
  // Must ask the outbox: a round may end well and still leave what no receipt has named.
  const left = await unsent();
  if (end.kind === 'drained' && left === 0) return { kind: 'drained' };
  return { kind: 'left', left, done: Math.max(0, before - left), why: whyOf(end) };
}

function whyOf(end: RoundEnd): Extract<SendEnd, { kind: 'left' }>['why'] {
  if (end.kind === 'drained' || end.why === 'refused') return 'refused';
  return end.why === 'not-sipas' ? 'portal' : 'unreachable';
}
