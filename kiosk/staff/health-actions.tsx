import { useState } from 'preact/hooks';
import { put } from '../../shared/text/words.ts';
import { countOf } from './say-health.ts';
import type { RescueEnd, SendEnd, StaffDevice, UpdateEnd } from './staff-device.ts';
import type { StaffWords } from './staff-words.ts';

export function saySent(words: StaffWords, end: SendEnd): string {
  const { actions } = words;
  if (end.kind === 'drained') return actions.sent;
  const places = { n: countOf(words, end.left), done: countOf(words, end.done) };
  if (end.why === 'portal') return put(actions.sentPortal, places);
  if (end.why === 'refused') return put(actions.sentRefused, places);
  return put(end.done > 0 ? actions.sentSome : actions.sentNone, places);
}

export function sayRescued(words: StaffWords, end: RescueEnd): string {
  const { actions } = words;
  if (end.kind === 'saved') return put(actions.rescued, { file: end.file, n: countOf(words, end.items) });
  return { empty: actions.rescueEmpty, 'no-key': actions.rescueNoKey, failed: actions.rescueFailed }[
    end.kind
  ];
}

const sayUpdate = ({ actions }: StaffWords, end: UpdateEnd): string =>
  ({ found: actions.updateFound, none: actions.updateNone, failed: actions.updateFailed })[end];

/** One thing that can be done: why, the button, and how it went. */
function Action(props: {
  readonly name: string;
  readonly text: string;
  readonly isMain?: boolean;
  readonly said?: string | undefined;
  readonly isFault?: boolean;
  readonly isOff: boolean;
  readonly onDo: () => void;
}) {
  return (
    <div class="action">
      <button
        type="button"
        class={props.isMain ? 'primary' : 'secondary'}
        disabled={props.isOff}
        onClick={props.onDo}
      >
        {props.name}
      </button>
      <p class={props.isFault ? 'action-text fault' : 'action-text'} role="status">
        {props.said ?? props.text}
      </p>
    </div>
  );
}

type Doing = 'send' | 'rescue' | 'update';

export function HealthActions(props: {
  readonly words: StaffWords;
  readonly device: Pick<StaffDevice, 'send' | 'rescue' | 'lookForUpdate'>;
  readonly unsent: number;
  readonly onChange: () => Promise<void>;
  readonly onEnrol: () => void;
}) {
  const { words, device, onChange } = props;
  const { actions } = words;
  const [doing, setDoing] = useState<Doing | undefined>();
  const [left, setLeft] = useState(0);
  const [sent, setSent] = useState<SendEnd | undefined>();
  const [rescued, setRescued] = useState<RescueEnd | undefined>();
  const [update, setUpdate] = useState<UpdateEnd | undefined>();

  /** One at a time; what it says stays until the next one. */
  async function run(what: Doing, work: () => Promise<void>): Promise<void> {
    setDoing(what);
    await work();
    setDoing(undefined);
    await onChange();
  }
  const isOff = doing !== undefined;
  const sayDoing = (what: Doing, text: string) => (doing === what ? text : undefined);
  return (
    <section class="actions card">
      <h2>{actions.title}</h2>
      <Action
        name={actions.send}
        text={actions.sendText}
        isMain
        said={
          sayDoing('send', put(actions.sending, { n: countOf(words, left) })) ??
          (sent && saySent(words, sent))
        }
        isFault={doing !== 'send' && sent?.kind === 'left'}
        isOff={isOff}
        onDo={() => {
          setLeft(props.unsent);
          void run('send', async () => setSent(await device.send(setLeft)));
        }}
      />
      <Action
        name={actions.rescue}
        text={actions.rescueText}
        said={sayDoing('rescue', actions.rescuing) ?? (rescued && sayRescued(words, rescued))}
        isFault={rescued?.kind === 'no-key' || rescued?.kind === 'failed'}
        isOff={isOff}
        onDo={() => void run('rescue', async () => setRescued(await device.rescue()))}
      />
      <Action
        name={actions.update}
        text={actions.updateText}
        said={sayDoing('update', actions.updating) ?? (update && sayUpdate(words, update))}
        isFault={update === 'failed'}
        isOff={isOff}
        onDo={() => void run('update', async () => setUpdate(await device.lookForUpdate()))}
      />
      <Action name={actions.enrol} text={actions.enrolText} isOff={isOff} onDo={props.onEnrol} />
    </section>
  );
}
