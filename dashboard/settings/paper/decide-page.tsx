import { useRef, useState } from 'preact/hooks';
import { fitsPlace } from '../../../shared/wire/paper.ts';
import type { Difference, Keyed, Keying } from '../../../shared/wire/paper.ts';
import { sayRefusal } from '../../text/say-refusal.ts';
import { usePaperWords } from '../../text/use-paper-words.ts';
import { KeyingFrame } from './keying-frame.tsx';
import type { PaperPageProps } from './paper-link.ts';
import { usePlaceWords, writeKeyed } from './place-words.ts';
import { useKeying } from './use-keying.ts';
import { useFirstFocus } from '../../parts/use-first-focus.ts';

type DecideProps = PaperPageProps & { readonly id: string; readonly number: number };

/** Both entries of a form beside each other, where they differ: the paper says which is right. */
export function DecidePage(props: DecideProps) {
  const { id, number, link, ended } = props;
  const { paper } = usePaperWords();
  const keying = useKeying(link, id, ended);
  return (
    <KeyingFrame {...props} title={paper.keying.titleDecide(String(number))} keying={keying}>
      {(ready) => {
        const form = ready.batch.drawnForms.find((each) => each.number === number);
        const differences = form?.differences ?? [];
        return differences.length > 0 && <Decide {...props} keying={ready} differences={differences} />;
      }}
    </KeyingFrame>
  );
}

function Decide(
  props: DecideProps & { readonly keying: Keying; readonly differences: readonly Difference[] },
) {
  const { id, number, link, go, ended, setSaid, keying, differences } = props;
  const { paper, words } = usePaperWords();
  const own = paper.keying;
  const [decided, setDecided] = useState<readonly Keyed[]>([]);
  const [fault, setFault] = useState('');
  const busy = useRef(false);
  const pad = useFirstFocus<HTMLDivElement>();
  const place = usePlaceWords(keying, 0);
  const items = keying.sets[0]?.length ?? 0;
  const now = differences[decided.length];

  async function send(): Promise<void> {
    busy.current = true;
    const list = differences.map((difference, i) => ({ place: difference.place, keyed: decided[i]! }));
    const answer = await link.decide(id, { number, decided: list });
    busy.current = false;
    if (answer.kind === 'ok') {
      setSaid({ text: paper.second.decided(String(number)) });
      return go({ kind: 'paper', id });
    }
    if (answer.kind === 'problem' && answer.code === 'no-session') ended();
    setFault(`${own.again} ${sayRefusal(answer, words)}`);
  }
  function take(key: string): boolean {
    if (busy.current) return key === 'Enter';
    if (key === 'Backspace') {
      setDecided(decided.slice(0, -1));
      setFault('');
    } else if (key === 'Enter') {
      if (now) setFault(own.faults.incomplete(place.nameOf(now.place)));
      else void send();
    } else {
      if (key.length !== 1) return false;
      const keyed =
        key === '-' || key === ' ' ? 'b' : /^[0-5]$/.test(key) ? (Number(key) as Keyed) : undefined;
      if (!now) setFault(own.faults.full);
      else if (keyed === undefined || !fitsPlace(keyed, now.place, items))
        setFault(place.sayFault(now.place < items ? 'level' : 'about', now.place));
      else {
        setDecided([...decided, keyed]);
        setFault('');
      }
    }
    return true;
  }
  return (
    <div
      class="key-pad decide"
      role="application"
      aria-label={own.pad}
      tabIndex={0}
      ref={pad}
      onKeyDown={(down) => {
        if (down.ctrlKey || down.metaKey || down.altKey) return;
        if (take(down.key)) down.preventDefault();
      }}
    >
      <div class="key-now">
        <p class="key-title" aria-live="polite">
          {now ? place.nameOf(now.place) : own.fullDecide}
        </p>
        {now && (
          <ul class="key-choices">
            {place.choices(now.place).map(([sign, meaning]) => (
              <li key={sign}>
                <button
                  type="button"
                  tabIndex={-1}
                  onMouseDown={(click) => click.preventDefault()}
                  onClick={() => take(sign)}
                >
                  <kbd>{sign === '-' ? '–' : sign}</kbd> {meaning}
                </button>
              </li>
            ))}
          </ul>
        )}
        <p class="key-fault" role="alert">
          {fault}
        </p>
        <p class="help">{own.helpDecide}</p>
      </div>
      <ul class="key-differences">
        {differences.map((difference, i) => (
          <li key={difference.place} class={difference === now ? 'now' : ''}>
            <span>{place.nameOf(difference.place)}</span>
            <small>
              {own.first} {writeKeyed(difference.first)}; {own.secondEntry} {writeKeyed(difference.second)}
            </small>
            <b>{i < decided.length ? writeKeyed(decided[i]!) : ''}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
