import type { Language } from '../../shared/questionnaire.ts';
import { put } from '../../shared/text/words.ts';
import { needsCounter, needsField, onlyCounter } from './chosen-place.ts';
import type { InterviewWords } from './interview-words.ts';
import type { DeviceState, InterviewDevice } from './open-interview-device.ts';
import { Panel } from './panel.tsx';

/** Between two interviews: who asks, where one is on duty, how to begin, and what still waits on the device. */
export function HomePart(props: {
  readonly words: InterviewWords;
  readonly language: Language;
  readonly device: InterviewDevice;
  readonly state: DeviceState;
  readonly onScan: () => void;
  readonly onChoose: () => void;
  readonly onCalls: () => void;
  readonly onDuty: () => void;
  readonly onDevice: () => void;
}) {
  const { words, language, device, state } = props;
  const { home } = words;
  const { settings } = device.enrolment();
  const canChoose = needsCounter(settings) || needsField(settings, onlyCounter(settings));
  const duty = device.counts.duty();
  const toCall = device.calls.cases().length;
  const counter = settings.counters?.find(({ id }) => id === duty);
  const choose = { label: canChoose ? home.choose : home.begin, onTouch: props.onChoose };
  return (
    <Panel
      name="home"
      title={home.title}
      text={canChoose ? home.text : home.textOnly}
      acts={[
        canChoose && { label: home.scan, look: 'primary', onTouch: props.onScan },
        canChoose ? choose : { ...choose, look: 'primary' },
        {
          label: toCall > 0 ? put(words.calls.openSome, { n: toCall }) : words.calls.open,
          onTouch: props.onCalls,
        },
      ]}
    >
      <dl class="home-facts">
        <div>
          <dt>{put(words.asker, { name: device.interviewer().name })}</dt>
          {settings.counters && duty !== undefined && (
            <dd>
              {counter ? put(home.duty, { counter: counter.name[language] }) : home.dutyNone}
              <button type="button" class="as-link" onClick={props.onDuty}>
                {home.dutyChange}
              </button>
            </dd>
          )}
        </div>
        <div>
          <dt aria-live="polite">
            {state.unsent > 0 ? put(home.unsent, { n: state.unsent }) : home.allSent}
          </dt>
          <dd>
            {state.lamp && <span class={`home-lamp ${state.lamp}`}>{home.lamp}</span>}
            <button type="button" class="as-link" onClick={props.onDevice}>
              {words.device}
            </button>
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
