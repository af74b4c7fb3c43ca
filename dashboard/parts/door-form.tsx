import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface DoorFormProps {
  readonly title: string;
  readonly lead: string;
  /** What went wrong, in words. */
  readonly error: string | null;
  /** What happened before, in words. */
  readonly notice?: string | undefined;
  readonly submit: string;
  readonly busy: boolean;
  readonly send: () => void;
  readonly children: ComponentChildren;
  readonly after?: ComponentChildren;
}

/** The frame of the three screens before the figures: sign-in, first account, new password. */
export function DoorForm({ title, lead, error, notice, submit, busy, send, children, after }: DoorFormProps) {
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (error !== null) said.current?.focus();
  }, [error]);
  return (
    <main class="door" id="main">
      <form
        noValidate
        onSubmit={(submission) => {
          submission.preventDefault();
          if (!busy) send();
        }}
      >
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {notice !== undefined && error === null && (
          <p class="door-notice" role="status">
            {notice}
          </p>
        )}
        {error !== null && (
          <p class="door-error" role="alert" tabIndex={-1} ref={said}>
            {error}
          </p>
        )}
        {children}
        <button type="submit" class="main-button" aria-disabled={busy}>
          {submit}
        </button>
        {after}
      </form>
    </main>
  );
}
