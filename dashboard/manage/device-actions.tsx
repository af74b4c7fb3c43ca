import { useState } from 'preact/hooks';
import type { DeviceAlarm, DeviceDetail, DeviceState, NewCode } from '../../shared/wire/manage.ts';
import { useManageWords } from '../text/use-manage-words.ts';
import { CodeAct, PinAct, ReplaceAct } from './code-acts.tsx';
import type { ManageLink } from './manage-link.ts';
import type { ManagePagesProps } from './manage-pages.tsx';
import { MoveAct } from './move-act.tsx';
import { SeenAct } from './seen-act.tsx';
import { StateAct } from './state-act.tsx';

export type Act = 'seen' | 'code' | 'again' | 'replace' | 'move' | 'stop' | 'start' | 'pin' | 'retire';

/** What makes sense in which state; the server decides all the same. */
const ACTS: Readonly<Record<DeviceState, readonly Act[]>> = {
  new: ['code', 'move', 'retire'],
  active: ['move', 'again', 'replace', 'pin', 'stop', 'retire'],
  inactive: ['start', 'move', 'again', 'replace', 'pin', 'retire'],
  retired: [],
};

/** What a closed place allows no more: the device is moved first. */
const NOT_AT_CLOSED: ReadonlySet<Act> = new Set(['start', 'replace', 'code']);

/** Alarms that end when a person has looked. */
const UNTIL_SEEN: ReadonlySet<DeviceAlarm> = new Set(['cloned', 'seal-refused', 'held-full']);

export interface ActProps extends Pick<ManagePagesProps, 'ended' | 'now'> {
  readonly link: ManageLink;
  readonly device: DeviceDetail;
  readonly cancel: () => void;
  /** It is done; the sentence says what came of it. */
  readonly done: (sentence: string) => void;
  readonly showCode: (code: NewCode, name: string) => void;
}

interface DeviceActionsProps extends Omit<ActProps, 'cancel' | 'done'> {
  readonly changed: () => void;
}

/** Buttons of everything that can be done with a device; one at a time opens below them. */
export function DeviceActions({ changed, ...props }: DeviceActionsProps) {
  const { manage } = useManageWords();
  const [open, setOpen] = useState<Act | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  const { state, alarms, notAsking } = props.device;
  const acts: readonly Act[] = [
    ...(alarms.some((alarm) => UNTIL_SEEN.has(alarm)) ? (['seen'] as const) : []),
    ...ACTS[state].filter((name) => notAsking !== 'closed' || !NOT_AT_CLOSED.has(name)),
  ];
  // what was done is still said when nothing is left to do
  if (acts.length === 0 && sentence === null) return null;
  const act: ActProps = {
    ...props,
    cancel: () => setOpen(null),
    done: (next) => {
      setOpen(null);
      setSentence(next);
      changed();
    },
  };
  return (
    <section class="sheet device-acts">
      <h2>{manage.actions.heading}</h2>
      <div class="act-list">
        {acts.map((name) => (
          <button
            type="button"
            key={name}
            class={name === 'retire' ? 'quiet-button danger' : 'quiet-button'}
            aria-expanded={open === name}
            onClick={() => {
              setSentence(null);
              setOpen(open === name ? null : name);
            }}
          >
            {manage.actions[name].open}
          </button>
        ))}
      </div>
      <div role="status">{sentence !== null && <p class="notice done">{sentence}</p>}</div>
      {open !== null && acts.includes(open) && <OpenAct key={open} name={open} {...act} />}
    </section>
  );
}

function OpenAct({ name, ...act }: ActProps & { readonly name: Act }) {
  switch (name) {
    case 'code':
    case 'again':
      return <CodeAct {...act} name={name} />;
    case 'replace':
      return <ReplaceAct {...act} />;
    case 'pin':
      return <PinAct {...act} />;
    case 'seen':
      return <SeenAct {...act} />;
    case 'move':
      return <MoveAct {...act} />;
    default:
      return <StateAct {...act} name={name} />;
  }
}
