import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { SettingsForm } from './settings-form.tsx';
import type { SettingsFormProps } from './settings-form.tsx';
import { usePanel } from './use-panel.ts';

interface ConfirmActProps<T> extends Omit<SettingsFormProps<T>, 'cancel' | 'done' | 'go' | 'head'> {
  /** Words of the button that opens it, and of its heading. */
  readonly open: string;
  /** Of one row among several: the name of that button for who does not see the row. */
  readonly label?: string;
  /** What will happen, before it does: counts, days, what stays. */
  readonly what: ComponentChildren;
  readonly go: string;
  /** Called once it is done and the panel has closed. */
  readonly done: (value: T) => void;
  /** What most people come to the page for. */
  readonly primary?: boolean;
}

/** One act: a button that opens a panel, which says what will happen, asks for what it needs, and asks once. */
export function ConfirmAct<T>(props: ConfirmActProps<T>) {
  const { open, label, what, done, children, danger = false, primary = false, ...form } = props;
  const { isOpen, setOpen, heading, opener } = usePanel();
  const id = useId();
  if (!isOpen) {
    return (
      <button
        type="button"
        ref={opener}
        class={primary ? 'act-go' : danger ? 'quiet-button danger' : 'quiet-button'}
        aria-label={label}
        onClick={() => setOpen(true)}
      >
        {open}
      </button>
    );
  }
  return (
    <section class={danger ? 'act-panel danger' : 'act-panel'} aria-labelledby={id}>
      <SettingsForm
        {...form}
        danger={danger}
        head={
          <>
            <h3 id={id} tabIndex={-1} ref={heading}>
              {open}
            </h3>
            <div class="what">{what}</div>
          </>
        }
        cancel={() => setOpen(false)}
        done={(value) => {
          setOpen(false);
          done(value);
        }}
      >
        {children}
      </SettingsForm>
    </section>
  );
}
