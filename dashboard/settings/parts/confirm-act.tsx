import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { SettingsForm } from './settings-form.tsx';
import type { SettingsFormProps } from './settings-form.tsx';

interface ConfirmActProps<T> extends Omit<SettingsFormProps<T>, 'cancel' | 'done' | 'go'> {
  /** Words of the button that opens it, and of its heading. */
  readonly open: string;
  /** What will happen, before it does: counts, days, what stays. */
  readonly what: ComponentChildren;
  readonly go: string;
  /** Called once it is done and the panel has closed. */
  readonly done: (value: T) => void;
}

/** One act: a button that opens a panel, which says what will happen, asks for what it needs, and asks once. */
export function ConfirmAct<T>({ open, what, done, children, danger = false, ...form }: ConfirmActProps<T>) {
  const [isOpen, setOpen] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const id = useId();
  useEffect(() => {
    if (isOpen) heading.current?.focus();
    // whoever came by keyboard goes on where they were when it closes
    else if (wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (!isOpen) {
    return (
      <button
        type="button"
        ref={opener}
        class={danger ? 'quiet-button danger' : 'quiet-button'}
        onClick={() => setOpen(true)}
      >
        {open}
      </button>
    );
  }
  return (
    <section
      class={danger ? 'act-panel danger' : 'act-panel'}
      aria-labelledby={id}
      onKeyDown={(press) => {
        if (press.key === 'Escape') setOpen(false);
      }}
    >
      <h3 id={id} tabIndex={-1} ref={heading}>
        {open}
      </h3>
      <div class="what">{what}</div>
      <SettingsForm
        {...form}
        danger={danger}
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
