import type { Answer } from '../server-link.ts';
import { ActPanel } from './act-panel.tsx';
import { useAct } from './use-act.ts';

interface PlainActProps<T> {
  readonly words: { readonly open: string; readonly what: string; readonly go: string };
  readonly ask: () => Promise<Answer<T>>;
  readonly then: (value: T) => void;
  readonly cancel: () => void;
  readonly ended: () => void;
}

/** An act that needs nothing but to be wanted. */
export function PlainAct<T>({ words, ask, then, cancel, ended }: PlainActProps<T>) {
  const { busy, error, send } = useAct(ended);
  return (
    <ActPanel
      title={words.open}
      what={words.what}
      error={error}
      go={words.go}
      busy={busy}
      cancel={cancel}
      send={() => void send(ask, then)}
    />
  );
}
