import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useManageWords } from '../text/use-manage-words.ts';

interface ActPanelProps {
  readonly title: string;
  /** What will happen, before it does. */
  readonly what: ComponentChildren;
  /** What the server did not accept, in words. */
  readonly error: string | null;
  readonly go: string;
  readonly busy: boolean;
  readonly danger?: boolean;
  readonly send: () => void;
  readonly cancel: () => void;
  readonly children?: ComponentChildren;
}

/** One thing to do: its sentence, its fields, its button. It opens in place and takes the focus. */
export function ActPanel({
  title,
  what,
  error,
  go,
  busy,
  danger = false,
  send,
  cancel,
  children,
}: ActPanelProps) {
  const { manage } = useManageWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    // whoever came by keyboard goes on where they were when it closes
    const opener = document.activeElement;
    heading.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  useEffect(() => {
    if (error !== null) said.current?.focus();
  }, [error]);
  return (
    <form
      class={danger ? 'act-panel danger' : 'act-panel'}
      aria-labelledby={id}
      noValidate
      onSubmit={(submission) => {
        submission.preventDefault();
        if (!busy) send();
      }}
      onKeyDown={(press) => {
        // under way it would be no cancelling
        if (press.key === 'Escape' && !busy) cancel();
      }}
    >
      <h3 id={id} tabIndex={-1} ref={heading}>
        {title}
      </h3>
      <div class="what">{what}</div>
      {error !== null && (
        <p class="door-error" role="alert" tabIndex={-1} ref={said}>
          {error}
        </p>
      )}
      {children}
      <p class="act-buttons">
        <button type="submit" class={danger ? 'act-go danger' : 'act-go'} aria-disabled={busy}>
          {busy ? manage.actions.busy : go}
        </button>
        <button
          type="button"
          class="quiet-button"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) cancel();
          }}
        >
          {manage.actions.cancel}
        </button>
      </p>
    </form>
  );
}
