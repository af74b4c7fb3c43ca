import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FaultAt } from '../../../shared/wire/problem.ts';
import type { Answer } from '../../server-link.ts';
import { isStale, sayRefusal } from '../../text/say-refusal.ts';
import { useSettingsWords } from '../../text/use-settings-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { FormFaultsContext, isAt } from './form-faults.ts';
import { Said } from './said.tsx';
import type { Sentence } from './said.tsx';

export interface SettingsFormProps<T> {
  /** Heading and words above the fields, and above what is wrong with them. */
  readonly head?: ComponentChildren;
  /** Words of the button that sends. */
  readonly go?: string;
  /** What the page itself finds wrong, asked again at each sending; the server decides all the same. */
  readonly check?: () => readonly FaultAt[];
  readonly send: () => Promise<Answer<T>>;
  /** What to do with the answer; a sentence that comes back is said under the form. */
  readonly done: (value: T) => string | void;
  readonly ended: () => void;
  /** Words for a fault of this form where the general ones say too little: by `field`, or `field why`. */
  readonly faultWords?: Readonly<Record<string, string>>;
  /** Where the general advice, to load the page again, would do harm. */
  readonly staleWords?: string;
  readonly danger?: boolean;
  /** Also on Escape; not while the request is under way, when it would be no cancelling. */
  readonly cancel?: () => void;
  readonly children?: ComponentChildren;
}

/**
 * Fields that are sent together. What is wrong stands at its field, and the first such field takes the focus; nothing
 * that was typed is lost when the server says no.
 */
export function SettingsForm<T>(props: SettingsFormProps<T>) {
  const {
    head,
    go,
    check,
    send,
    done,
    ended,
    faultWords,
    staleWords,
    danger = false,
    cancel,
    children,
  } = props;
  const { words, settings, language } = useSettingsWords();
  const [faults, setFaults] = useState<readonly FaultAt[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [said, setSaid] = useState<Sentence | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const fields = useRef(new Set<string>());

  const sayFault = ({ at, why }: FaultAt) => {
    const field = Object.keys(faultWords ?? {}).find((key) => key === `${at} ${why}` || isAt(key, at));
    return faultWords?.[`${at} ${why}`] ?? (field && faultWords?.[field]) ?? settings.faults[why];
  };
  const register = useCallback((name: string) => {
    fields.current.add(name);
    return () => void fields.current.delete(name);
  }, []);
  const context = useMemo(
    () => ({
      register,
      faultOf: (name: string) => {
        const fault = faults.find(({ at }) => isAt(name, at));
        return fault && sayFault(fault);
      },
    }),
    [faults, settings, register, faultWords],
  );
  // faults of no field on the page would be said nowhere
  const elsewhere = faults.filter(({ at }) => ![...fields.current].some((field) => isAt(field, at)));
  useEffect(() => {
    if (faults.length === 0 && error === null) return;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (first ?? form.current?.querySelector<HTMLElement>('.door-error'))?.focus();
  }, [faults, error]);

  async function submit(): Promise<void> {
    if (busy) return;
    const found = check?.() ?? [];
    setFaults(found);
    setError(null);
    setSaid(null);
    if (found.length > 0) return;
    setBusy(true);
    const answer = await send();
    setBusy(false);
    if (answer.kind === 'ok') {
      const text = done(answer.value);
      return setSaid(typeof text === 'string' ? { text } : null);
    }
    if (answer.kind === 'problem' && answer.code === 'no-session') return ended();
    if (answer.kind === 'problem' && answer.faults) return setFaults(answer.faults);
    setError(isStale(answer) ? (staleWords ?? settings.form.stale) : sayRefusal(answer, words));
  }

  return (
    <form
      ref={form}
      class="settings-form"
      noValidate
      onSubmit={(submission) => {
        submission.preventDefault();
        void submit();
      }}
      onKeyDown={(press) => {
        // in a field for searching it empties the field
        const isSearch = press.target instanceof HTMLInputElement && press.target.type === 'search';
        if (press.key === 'Escape' && !isSearch && !busy) cancel?.();
      }}
    >
      {head}
      {error !== null && (
        <p class="door-error" role="alert" tabIndex={-1}>
          {error}
        </p>
      )}
      {faults.length > 0 && (
        <div class="door-error" role="alert" tabIndex={-1}>
          <p>{settings.form.faulty(writeCount(faults.length, language))}</p>
          {elsewhere.map((fault) => (
            <p key={fault.at}>{sayFault(fault)}</p>
          ))}
        </div>
      )}
      <FormFaultsContext.Provider value={context}>{children}</FormFaultsContext.Provider>
      <p class="act-buttons">
        <button type="submit" class={danger ? 'act-go danger' : 'act-go'} aria-disabled={busy}>
          {busy ? settings.form.busy : (go ?? settings.form.save)}
        </button>
        {cancel && (
          <button
            type="button"
            class="quiet-button"
            aria-disabled={busy}
            onClick={() => {
              if (!busy) cancel();
            }}
          >
            {settings.form.cancel}
          </button>
        )}
      </p>
      <Said said={said} />
    </form>
  );
}
