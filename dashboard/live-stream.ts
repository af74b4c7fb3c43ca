import { LIVE_KINDS, type LiveKind } from '../shared/wire/live.ts';

/** Hears that something has changed on the server: over one stream for the whole page, while somebody listens. */
export interface Live {
  /** `opened` hears whether the stream stands. Returns what ends listening. */
  listen(kind: LiveKind, heard: () => void, opened: (isOpen: boolean) => void): () => void;
}

/** Where streams are not possible the pages ask by the clock alone. */
export const NO_LIVE: Live = { listen: () => () => {} };

/** Pause after the first failure, and the longest one. */
const AGAIN_MS = { first: 2_000, most: 60_000 } as const;

interface Listener {
  readonly kind: LiveKind;
  readonly heard: () => void;
  readonly opened: (isOpen: boolean) => void;
}

/**
 * A page that nobody looks at has no stream: a browser has few lines to one server, and pages in the background would take
 * them all. Whatever may have been missed is taken as changed once the stream stands again.
 */
export function openLive(
  open: () => EventSource,
  page: Pick<Document, 'visibilityState' | 'addEventListener'>,
  /** From 0 to 1: pages that lost a server together must not all come back at once. */
  chance: () => number,
): Live {
  const listeners = new Set<Listener>();
  let stream: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let [failures, missed] = [0, false];
  const tell = (kinds: readonly string[]) => {
    for (const { kind, heard } of listeners) if (kinds.includes(kind)) heard();
  };

  function close(): void {
    clearTimeout(again);
    again = undefined;
    stream?.close();
    if (stream) for (const { opened } of listeners) opened(false);
    stream = null;
  }
  function follow(): void {
    const isWanted = listeners.size > 0 && page.visibilityState === 'visible';
    if (!isWanted) return close();
    if (stream || again !== undefined) return;
    const own = open();
    stream = own;
    own.addEventListener('open', () => {
      failures = 0;
      for (const { opened } of listeners) opened(true);
      if (missed) tell(LIVE_KINDS);
      missed = true;
    });
    own.addEventListener('moved', ({ data }: MessageEvent<string>) => {
      const { kinds } = JSON.parse(data) as { readonly kinds: readonly string[] };
      tell(kinds);
    });
    // the browser's own trying again knows no pause that grows, and ends at the first refusal
    own.addEventListener('error', () => {
      close();
      const pause = Math.min(AGAIN_MS.first * 2 ** failures++, AGAIN_MS.most);
      again = setTimeout(
        () => {
          again = undefined;
          follow();
        },
        pause * (0.5 + chance() / 2),
      );
    });
  }
  page.addEventListener('visibilitychange', () => {
    failures = 0;
    if (again !== undefined) close();
    follow();
  });
  return {
    listen(kind, heard, opened) {
      const listener = { kind, heard, opened };
      listeners.add(listener);
      if (stream?.readyState === 1) opened(true);
      follow();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        close();
        missed = false;
      };
    },
  };
}
