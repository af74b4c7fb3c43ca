import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { UNUSABLE } from '../../../shared/wire/paper.ts';
import type { Keyed, Keying, Unusable } from '../../../shared/wire/paper.ts';
import { usePaperWords } from '../../text/use-paper-words.ts';
import { press, startOf } from './keying-state.ts';
import type { FormShape, KeyingState } from './keying-state.ts';
import { usePlaceWords, writeKeyed } from './place-words.ts';
import { useFirstFocus } from '../../parts/use-first-focus.ts';

/** What was sent, and what became of it. */
export type Sending =
  | { readonly kind: 'save'; readonly set: number; readonly keyed: readonly Keyed[] }
  | { readonly kind: 'unusable'; readonly why: Unusable };
export type Sent =
  | { readonly kept: true; readonly said: string; readonly number?: number | null }
  | { readonly kept: false; readonly said: string };

interface KeyPadProps {
  readonly keying: Pick<Keying, 'sets' | 'levels' | 'noOpinion'>;
  readonly mayBeUnusable: boolean;
  /** What became of the form before, where the page was closed in between. */
  readonly first: { readonly said: string; readonly number: number | null } | null;
  readonly send: (what: Sending) => Promise<Sent>;
}

/**
 * The place where forms are keyed: it takes the keyboard whole, shows the question that comes next, and beside it all that
 * was keyed, in the order of the paper. A click does what its key does.
 */
export function KeyPad({ keying, mayBeUnusable, first, send }: KeyPadProps) {
  const { paper } = usePaperWords();
  const words = paper.keying;
  const shape = useMemo(
    (): FormShape => ({ sets: keying.sets.map((set) => set.length), mayBeUnusable }),
    [keying, mayBeUnusable],
  );
  const [state, setState] = useState<KeyingState>(() => startOf(shape));
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly text: string; readonly isFault: boolean } | null>(
    first && { text: first.said, isFault: false },
  );
  const [number, setNumber] = useState(first?.number ?? null);
  // keys come faster than pictures: what is true now stands here
  const now = useRef({ state, busy, number });
  const early = useRef<string[]>([]);
  const pad = useFirstFocus<HTMLDivElement>();
  const help = useId();
  const place = usePlaceWords(keying, state.set ?? 0);

  function show(next: Partial<typeof now.current>): void {
    now.current = { ...now.current, ...next };
    setState(now.current.state);
    setBusy(now.current.busy);
    setNumber(now.current.number);
  }

  /** One key; false where it is the browser's. */
  function take(key: string): boolean {
    const current = now.current;
    if (current.busy) {
      if (key.length === 1 || key === 'Backspace') early.current.push(key);
      return key.length === 1 || key === 'Backspace' || key === 'Enter';
    }
    if (current.number !== null) {
      if (key !== 'Enter') return key.length === 1 || key === 'Backspace';
      show({ number: null });
      return true;
    }
    const next = press(current.state, key, shape);
    if (!next) return false;
    setSaid(null);
    show({ state: next.state });
    if (next.act) void sendIt(next.act, current.state);
    return true;
  }

  async function sendIt(act: { kind: 'save' } | { kind: 'unusable'; why: Unusable }, before: KeyingState) {
    show({ busy: true });
    const what: Sending =
      act.kind === 'save' ? { kind: 'save', set: before.set ?? 0, keyed: before.keyed } : act;
    const sent = await send(what);
    const typed = early.current.splice(0);
    if (!sent.kept) {
      // the same form, under the same id: it may have been kept although no answer came
      show({ busy: false, state: { ...before, fault: null } });
      return setSaid({ text: sent.said, isFault: true });
    }
    const writes = sent.number ?? null;
    show({ busy: false, state: startOf(shape), number: writes });
    const isLost = writes !== null && typed.length > 0;
    setSaid({ text: isLost ? words.retype : sent.said, isFault: false });
    if (writes === null) for (const key of typed) take(key);
  }

  const at = state.keyed.length;
  const choices = place.choices(at);
  const isFull = state.set !== null && at === place.count;
  const fault = state.fault && place.sayFault(state.fault, at);
  const key = (name: string) => ({
    type: 'button' as const,
    // the keyboard has the key itself; a click must not take the focus away
    tabIndex: -1,
    onMouseDown: (click: MouseEvent) => click.preventDefault(),
    onClick: () => {
      take(name);
      pad.current?.focus();
    },
  });
  return (
    <div
      class="key-pad"
      role="application"
      aria-label={words.pad}
      aria-describedby={help}
      aria-busy={busy}
      tabIndex={0}
      ref={pad}
      onKeyDown={(down) => {
        if (down.ctrlKey || down.metaKey || down.altKey) return;
        if (take(down.key)) down.preventDefault();
      }}
    >
      <div class="key-now">
        <div role="status" class="key-said">
          {busy ? words.saving : (said?.text ?? '')}
        </div>
        {number !== null ? (
          <div class="key-number">
            <p class="key-title">{words.writeNumber(String(number))}</p>
            <p>{words.whyNumber}</p>
          </div>
        ) : state.isUnusable ? (
          <div>
            <p class="key-title">{words.unusable}</p>
            <ul class="key-choices">
              {UNUSABLE.map((why, i) => (
                <li key={why}>
                  <button {...key(String(i + 1))}>
                    <kbd>{i + 1}</kbd> {paper.batch.unusable[why]}
                  </button>
                </li>
              ))}
            </ul>
            <p class="help">{words.unusableHelp}</p>
          </div>
        ) : (
          <div>
            <p class="key-title" aria-live="polite">
              {state.set === null ? words.askSet : isFull ? words.full : place.nameOf(at)}
            </p>
            {!isFull && state.set !== null && <p class="key-text">{place.textOf(at)}</p>}
            {!isFull && state.set !== null && (
              <ul class="key-choices">
                {choices.map(([sign, meaning]) => (
                  <li key={sign}>
                    <button {...key(sign)}>
                      <kbd>{sign === '-' ? '–' : sign}</kbd> {meaning}
                    </button>
                  </li>
                ))}
              </ul>
            )}
            {state.set === null && (
              <ul class="key-choices letters">
                {keying.sets.map((_, i) => (
                  <li key={i}>
                    <button {...key('ABCDEFGHIJKL'[i]!)}>
                      <kbd>{'ABCDEFGHIJKL'[i]}</kbd>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
        <p class="key-fault" role="alert">
          {fault ?? (said?.isFault ? said.text : '')}
        </p>
        <p class="key-acts">
          <button class="quiet-button" {...key('Backspace')}>
            {words.backOne} <kbd>⌫</kbd>
          </button>
          {mayBeUnusable && (
            <button class="quiet-button" {...key('x')}>
              {words.mark} <kbd>X</kbd>
            </button>
          )}
          <button class="quiet-button" {...key('Enter')}>
            {words.save} <kbd>Enter</kbd>
          </button>
        </p>
        <p class="help" id={help}>
          {words.help}
        </p>
      </div>
      <ol class="key-places" aria-label={words.pad}>
        {Array.from({ length: place.count }, (_, i) => (
          <li key={i} class={i === at && number === null ? 'now' : ''}>
            <span>{place.shortOf(i)}</span> <b>{i < at ? writeKeyed(state.keyed[i]!) : ''}</b>
          </li>
        ))}
      </ol>
    </div>
  );
}
