import { useEffect } from 'preact/hooks';
import { mayCall, type Outcome } from '../../shared/calls.ts';
import { localDay } from '../../shared/period.ts';
import { put } from '../../shared/text/words.ts';
import { AskUs, ReadOut } from './before-parts.tsx';
import { callConsentTexts } from './call-consent.ts';
import { timesToPromise } from './whom-to-call.ts';
import { CallListPart } from './call-list-part.tsx';
import { CallOutcomePart } from './call-outcome-part.tsx';
import { CallPart } from './call-part.tsx';
import { nameOf } from './call-place.ts';
import { questionsAsked } from './consent-text.ts';
import { type FrameProps, InterviewFrame } from './interview-frame.tsx';
import { InterviewPart } from './interview-part.tsx';
import type { InterviewDevice } from './open-interview-device.ts';
import { Panel } from './panel.tsx';
import { PromisePart } from './promise-part.tsx';
import { sayTime } from './say-time.ts';
import { useCall } from './use-call.ts';

interface CallsAppProps {
  readonly device: InterviewDevice;
  readonly frame: FrameProps;
  /** What the device knows may have changed. */
  readonly onNews: () => void;
  readonly onHome: () => void;
}

/** Calls, from the list to the one outcome of each; the interview itself is the same as face to face. */
export function CallsApp({ device, frame, onNews, onHome }: CallsAppProps) {
  const { calls } = device;
  const { language } = frame;
  const words = frame.words.calls;
  const { stage, called, begun, ...call } = useCall(device, language);
  useEffect(
    () =>
      void calls
        .want()
        .then(() => calls.round(true))
        .then(onNews, onNews),
    [calls],
  );
  const { ms, quality } = device.clock.read();
  const isKnown = quality !== 'unknown';
  const mayBegin = isKnown && called !== undefined && mayCall(called.one, ms);
  const say = (at: number) => sayTime(words, at, ms);
  const onBack = begun ? call.drop : call.toList;

  function endWith(outcome: Outcome): void {
    if (outcome === 'CALLBACK') call.go('promise');
    else call.end({ outcome });
  }

  function overTexts({ ending, isOpen }: Extract<typeof stage, { kind: 'over' }>) {
    const { refused, promised, again, final } = words.over;
    if (ending.outcome === 'REFUSED') return refused;
    if (!isOpen) return final;
    const { callbackAt } = ending;
    return callbackAt === undefined
      ? again
      : { ...promised, text: put(promised.text, { time: say(callbackAt) }) };
  }

  function screen() {
    switch (stage.kind) {
      case 'list':
        return (
          <CallListPart
            {...{ words, onHome }}
            cases={calls.cases()}
            nameOf={(one) => nameOf(one, calls.groundOf(one).place, language) ?? words.call.noProcedure}
            unsent={calls.unsent()}
            now={{ ms, isKnown }}
            onCase={call.pick}
          />
        );
      case 'outcome':
        return (
          <CallOutcomePart
            {...{ words, language }}
            hasAgreed={begun?.consent !== undefined}
            unfinished={
              call.isLeft && begun ? put(words.outcome.unfinished, { time: say(begun.at) }) : undefined
            }
            onOutcome={endWith}
            onNotCalled={begun?.consent === undefined ? onBack : undefined}
          />
        );
      case 'promise':
        return (
          <PromisePart
            words={words}
            days={called ? timesToPromise(called.one, ms) : []}
            today={localDay(ms)}
            onPromise={(callbackAt) => call.end({ outcome: 'CALLBACK', callbackAt })}
            onNone={call.endWithoutPromise}
            back={frame.words.back}
            onBack={() => call.go('outcome')}
          />
        );
      case 'over':
        return (
          <Panel
            name="over"
            {...overTexts(stage)}
            acts={[{ label: frame.words.next, look: 'primary', onTouch: call.toList }]}
          />
        );
      default:
        return called && caseScreen(called, stage.kind === 'consent');
    }
  }

  function caseScreen({ one, place, questionnaire }: NonNullable<typeof called>, isConsent: boolean) {
    if (!isConsent)
      return (
        <CallPart
          {...{ words, language, one, onBack }}
          name={nameOf(one, place, language) ?? words.call.noProcedure}
          isOwnCounter={call.isOwn}
          isOpen={mayBegin}
          isBegun={begun !== undefined}
          onDial={() => call.begin(onNews)}
          onAnswered={() => call.begin(() => call.go('consent'))}
          onOutcome={() => call.begin(() => call.go('outcome'))}
        />
      );
    const asked = {
      interviewer: device.interviewer().name,
      one,
      questions: questionsAsked(place.form, questionnaire),
    };
    return (
      <Panel
        name="consent"
        title={frame.words.consent.title}
        acts={[
          { label: frame.words.consent.agree, look: 'primary', onTouch: call.agree },
          { label: words.later, isHalf: true, onTouch: () => call.go('promise') },
          { label: frame.words.consent.refuse, isHalf: true, onTouch: call.refuse },
          { label: words.call.outcome, onTouch: () => call.go('outcome') },
        ]}
      >
        <ReadOut texts={callConsentTexts(call.script, place, asked, language)} />
        <AskUs words={frame.words} place={place} />
      </Panel>
    );
  }

  if (stage.kind === 'asking')
    return (
      <InterviewPart
        words={frame.words}
        language={language}
        setup={stage.setup}
        keeper={stage.keeper}
        onOver={call.toList}
        onNothing={() => call.end({ outcome: 'BREAKOFF' })}
      />
    );
  return (
    <InterviewFrame {...frame} title={words.title} isBusy={begun !== undefined}>
      {call.hasFailed && (
        <p class="note" role="alert">
          {words.notSaved}
        </p>
      )}
      {screen()}
    </InterviewFrame>
  );
}
