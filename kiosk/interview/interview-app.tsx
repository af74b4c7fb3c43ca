import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import type { ConsentScript } from '../../shared/consent-script.ts';
import type { Language } from '../../shared/questionnaire.ts';
import { readQr } from '../scan/read-qr.ts';
import { ScanPanel } from '../scan/scan-panel.tsx';
import { setupWords } from '../text/setup-words.ts';
import type { Setup } from '../visit/finish.ts';
import { AskUs, ConsentPart, CounterPart, FieldPart } from './before-parts.tsx';
import {
  type Chosen,
  needsCounter,
  narrowed,
  needsField,
  onlyChoice,
  onlyCounter,
  readScanned,
} from './chosen-place.ts';
import { questionsAsked, scriptOf } from './consent-text.ts';
import { HomePart } from './home-part.tsx';
import { CallsApp } from './calls-app.tsx';
import { type FrameProps, InterviewFrame } from './interview-frame.tsx';
import { InterviewPart } from './interview-part.tsx';
import { interviewWords } from './interview-words.ts';
import type { InterviewDevice } from './open-interview-device.ts';
import { Panel } from './panel.tsx';
import type { Keeper } from './use-interview.ts';

/** Where the official is, between two interviews and up to the first question of one. */
type Stage =
  | { readonly kind: 'home' | 'scan' | 'counter' | 'refused' | 'calls' }
  /** Afterwards the interview that was begun goes on. */
  | { readonly kind: 'duty'; readonly next: Stage }
  | { readonly kind: 'field'; readonly counter: string | null }
  /** `script`: what is on the screen, though other words may come with the settings meanwhile. */
  | { readonly kind: 'consent'; readonly chosen: Chosen; readonly script: ConsentScript }
  | { readonly kind: 'asking'; readonly setup: Setup };

/** In the page itself: a code is scanned where there is no network. */
const load = () => Promise.resolve({ readQr });

const HOME: Stage = { kind: 'home' };

/** Interface version of the submission bytes: a person asks; negative to positive, from the top down. */
const UI = 's1a';

export function InterviewApp({
  device,
  toStaff,
}: {
  readonly device: InterviewDevice;
  readonly toStaff: () => void;
}) {
  const [language, setLanguage] = useState<Language>('vi');
  const [stage, setStage] = useState<Stage>(() => (device.calls.begun() ? { kind: 'calls' } : HOME));
  const [, drawAgain] = useReducer((n: number) => n + 1, 0);
  useEffect(() => device.onChange(() => drawAgain(undefined)), [device]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const words = interviewWords[language];
  const { settings, questionnaire } = device.enrolment();
  const state = device.state();
  const toHome = () => setStage(HOME);

  /** The interviewer's own counter is asked once a day, where there are counters, before anybody else is. */
  function begin(next: Stage): void {
    const isKnown = !settings.counters || device.counts.duty() !== undefined;
    setStage(isKnown ? next : { kind: 'duty', next });
  }
  const consentTo = (chosen: Chosen): Stage => ({
    kind: 'consent',
    chosen,
    script: scriptOf(device.interviewer(), 'assisted'),
  });
  const atCounter = (counter: string | null): Stage =>
    needsField(settings, counter) ? { kind: 'field', counter } : consentTo(onlyChoice(settings, counter));

  function hear(text: string): string | undefined {
    const scanned = readScanned(text, device.interviewer());
    if (scanned.kind !== 'place') return words.scan[scanned.kind];
    const { counter, field } = scanned;
    begin(field === null ? atCounter(counter) : consentTo({ counter, field }));
    return undefined;
  }

  async function agree(chosen: Chosen, { version }: ConsentScript): Promise<void> {
    const duty = device.counts.duty();
    // Must be on the disk before the first question opens.
    await device.counts.agreed(version, duty !== null && duty === chosen.counter);
    const place = narrowed(settings, chosen);
    const { opening } = settings;
    const ground = { place, questionnaire, channel: 'assisted', ui: UI, opening } as const;
    setStage({ kind: 'asking', setup: await device.start(ground, language) });
  }

  const keeper = useMemo(
    (): Keeper => ({ keep: (finished) => device.keep(finished, null), onStep: device.onStep }),
    [device],
  );
  const part = { words, language, place: settings };
  function screen() {
    switch (stage.kind) {
      case 'home':
        return (
          <HomePart
            {...{ words, language, device, state }}
            onScan={() => setStage({ kind: 'scan' })}
            onChoose={() =>
              begin(needsCounter(settings) ? { kind: 'counter' } : atCounter(onlyCounter(settings)))
            }
            onCalls={() => begin({ kind: 'calls' })}
            onDuty={() => setStage({ kind: 'duty', next: HOME })}
            onDevice={toStaff}
          />
        );
      case 'scan': {
        const { title, text } = words.scan;
        return <ScanPanel {...{ language, title, text, load }} onText={hear} onClose={toHome} />;
      }
      case 'duty':
        return (
          <CounterPart
            {...part}
            isDuty
            onBack={toHome}
            onChoose={(counter) => void device.counts.onDutyAt(counter).then(() => setStage(stage.next))}
          />
        );
      case 'counter':
        return (
          <CounterPart
            {...part}
            isDuty={false}
            onBack={toHome}
            onChoose={(counter) => setStage(atCounter(counter))}
          />
        );
      case 'field':
        return (
          <FieldPart
            {...part}
            counter={stage.counter}
            onBack={() => setStage(needsCounter(settings) ? { kind: 'counter' } : HOME)}
            onChoose={(field) => setStage(consentTo({ counter: stage.counter, field }))}
          />
        );
      case 'consent': {
        const { chosen, script } = stage;
        const duty = device.counts.duty();
        const isOwnCounter = typeof duty === 'string' && duty === chosen.counter;
        return (
          <ConsentPart
            {...part}
            {...{ chosen, script, isOwnCounter }}
            questions={questionsAsked(settings.form, questionnaire)}
            interviewer={device.interviewer().name}
            onBack={toHome}
            onAgree={() => void agree(chosen, script)}
            onRefuse={() => void device.counts.refused().then(() => setStage({ kind: 'refused' }))}
          />
        );
      }
      default: {
        const { title, text } = words.refused;
        const next = { label: words.next, look: 'primary', onTouch: toHome } as const;
        return <Panel name="refused" {...{ title, text }} acts={[next]} />;
      }
    }
  }

  const { isPersisted } = state;
  const frame: FrameProps = { words, place: settings, language, setLanguage, isPersisted };
  if (stage.kind === 'asking')
    return (
      <InterviewPart
        {...{ words, language, setup: stage.setup, keeper }}
        onOver={toHome}
        onNothing={toHome}
      />
    );
  const closed = state.whyNot && setupWords[state.whyNot][language];
  if (closed)
    return (
      <InterviewFrame {...frame}>
        <Panel
          name="closed"
          title={closed[0]}
          text={closed[1]}
          acts={[{ label: words.device, onTouch: toStaff }]}
        >
          <AskUs {...{ words, place: settings }} />
        </Panel>
      </InterviewFrame>
    );
  if (stage.kind === 'calls')
    return <CallsApp {...{ device, frame }} onNews={() => drawAgain(undefined)} onHome={toHome} />;
  return <InterviewFrame {...frame}>{screen()}</InterviewFrame>;
}
