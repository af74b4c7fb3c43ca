import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { FigurePassport } from '../../shared/wire/cuts.ts';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import { ScoreText } from '../parts/score-text.tsx';
import type { Choice, ServerLink } from '../server-link.ts';
import '../styles/passport.css';
import { nameGroup } from '../text/name-group.ts';
import { usePassportWords } from '../text/use-passport-words.ts';
import { useFresh } from '../use-fresh.ts';
import { PassportFacts } from './passport-facts.tsx';
import type { AskedPassport } from '../parts/asked-passport.ts';

/** A passport does not change while it is read; what it says carries its time. */
const EVERY_MS = 3_600_000;

/** The number whose passport is asked for. `by` null: of the unit itself. */
interface PassportPanelProps {
  readonly server: ServerLink;
  /** Unit, period, form, day and method of the figures on the page. */
  readonly choice: Choice;
  readonly asked: AskedPassport;
  readonly close: () => void;
  readonly ended: () => void;
}

/** Everything that one number rests on, over the page that shows it; it can be printed by itself. */
export function PassportPanel({ server, choice, asked, close, ended }: PassportPanelProps) {
  const spoken = usePassportWords();
  const { own } = spoken;
  const dialog = useRef<HTMLDialogElement>(null);
  const { unit, period, form, asOf, statistic, aggregation } = choice;
  const query = new URLSearchParams({
    unit,
    period,
    form,
    group: asked.group,
    ...(asked.by && { by: asked.by, value: asked.value }),
    ...(asOf && { asOf }),
    ...(statistic && { statistic }),
    ...(aggregation && { aggregation }),
  }).toString();
  const ask = useCallback(
    (signal: AbortSignal) =>
      server.ask<FigurePassport>('GET', `/api/v1/passport?${query}`, undefined, signal),
    [server, query],
  );
  const fresh = useFresh(ask, EVERY_MS, ended);
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
  }, []);
  useEffect(() => {
    const done = () => document.body.classList.remove('prints-passport');
    globalThis.addEventListener('afterprint', done);
    return () => {
      globalThis.removeEventListener('afterprint', done);
      done();
    };
  }, []);
  function print() {
    document.body.classList.add('prints-passport');
    globalThis.print();
  }
  const passport = fresh.value;
  return (
    <dialog class="passport" ref={dialog} aria-labelledby="passport-title" onClose={close}>
      <header>
        <h2 id="passport-title">{own.title}</h2>
        <div class="tools">
          <button type="button" class="quiet-button" onClick={print}>
            {own.print}
          </button>
          <button type="button" class="quiet-button" onClick={() => dialog.current?.close()}>
            {own.close}
          </button>
        </div>
      </header>
      <FreshNotice fresh={fresh} loading={own.loading} />
      {passport && (
        <>
          <p class="passport-figure">
            <span>
              {[asked.name, nameGroup(asked.group, passport.factors, spoken)].filter(Boolean).join(' – ')}
            </span>
            <ScoreText score={passport.score} why />
          </p>
          <PassportFacts passport={passport} name={asked.name} />
        </>
      )}
    </dialog>
  );
}
