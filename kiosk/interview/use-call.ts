import { useState } from 'preact/hooks';
import { CALL_UI, nextCallHour } from '../../shared/calls.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { CallCase } from '../../shared/wire/call-list.ts';
import type { Setup } from '../visit/finish.ts';
import { scriptOf } from './consent-text.ts';
import { isOwnCounter } from './call-place.ts';
import { type Begun, type Ending, outcomeOf } from './calls-kept.ts';
import type { InterviewDevice } from './open-interview-device.ts';
import type { CallGround } from './open-calls.ts';
import type { Keeper } from './use-interview.ts';

/** Where the official is between the list and the one outcome of a call. */
export type CallStage =
  | { readonly kind: 'list' | 'case' | 'consent' | 'outcome' | 'promise' }
  /** `isOpen`: the case stands on the list again. */
  | { readonly kind: 'over'; readonly ending: Ending; readonly isOpen: boolean }
  | { readonly kind: 'asking'; readonly setup: Setup; readonly keeper: Keeper };

/** The case that is being called. The list may be another one meanwhile. */
export interface Called extends CallGround {
  readonly one: CallCase;
}

/** The course of calls: what is written when, and what follows. Nothing follows what could not be written. */
export function useCall(device: InterviewDevice, language: Language) {
  const { calls } = device;
  const begun = calls.begun();
  const [stage, setStage] = useState<CallStage>({ kind: begun ? 'outcome' : 'list' });
  const [called, setCalled] = useState<Called | undefined>(() => {
    const one = calls.cases().find(({ id }) => id === begun?.case);
    return one && { one, ...calls.groundOf(one) };
  });
  // A call that was open when the page was closed.
  const [left] = useState<Begun | undefined>(begun);
  const [hasFailed, setHasFailed] = useState(false);
  // what is on the screen, though other words may come with the settings meanwhile
  const [script, setScript] = useState(() => scriptOf(device.interviewer(), 'call'));

  function go(kind: 'case' | 'consent' | 'outcome' | 'promise'): void {
    if (kind === 'consent') setScript(scriptOf(device.interviewer(), 'call'));
    setStage({ kind });
  }
  async function write(work: Promise<void>, next: () => void): Promise<void> {
    const isWritten = await work.then(
      () => true,
      () => false,
    );
    setHasFailed(!isWritten);
    if (isWritten) next();
  }

  function toList(): void {
    setCalled(undefined);
    setStage({ kind: calls.begun() ? 'outcome' : 'list' });
  }

  const isOwn =
    called !== undefined && isOwnCounter(device.enrolment().settings, device.counts.duty(), called.one);
  const begin = (next: () => void) => called && void write(calls.begin(called.one, isOwn), next);

  function end(ending: Ending): void {
    if (!begun) return;
    const { case: id } = begun;
    void write(calls.end(ending), () => {
      setCalled(undefined);
      setStage({ kind: 'over', ending, isOpen: calls.cases().some((other) => other.id === id) });
    });
  }

  async function ask({ one, place, questionnaire }: Called): Promise<void> {
    const ground = { place, questionnaire, channel: 'call', ui: CALL_UI[one.queue], opening: [] } as const;
    const setup = await device.start(ground, language);
    const keeper: Keeper = {
      onStep: device.onStep,
      async keep(finished) {
        await device.keep(finished, one.onTime);
        // The form is kept; where the outcome could not be written, the page asks for it before the next call.
        await calls.end({ outcome: outcomeOf(finished.submission) }).catch(() => {});
      },
    };
    setStage({ kind: 'asking', setup, keeper });
  }

  return {
    stage,
    called,
    script,
    begun,
    isLeft: begun !== undefined && begun.id === left?.id,
    isOwn,
    hasFailed,
    go,
    begin,
    end,
    toList,
    pick(one: CallCase) {
      setCalled({ one, ...calls.groundOf(one) });
      go('case');
    },
    drop: () => void write(calls.drop(), toList),
    agree: () => called && void write(calls.agree(script.version), () => void ask(called)),
    refuse: () => end({ outcome: 'REFUSED', consent: script.version }),
    /** The person would be called again, and may not be. The wire wants a time; none was promised. */
    endWithoutPromise: () =>
      end({ outcome: 'CALLBACK', callbackAt: nextCallHour(device.clock.read().ms + 1) }),
  };
}
