import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../../shared/wire/first-run.ts';
import type { Answer } from '../server-link.ts';
import type { FirstRunLink } from './first-run-link.ts';

/** A pause of the typing after which the draft is kept: a closed page loses half a second of it. */
const KEEP_AFTER_MS = 600;
const RETRY_MS = 5_000;

export type Kept = 'kept' | 'keeping' | 'failed';

/** The draft as it is typed, kept on the server behind the typing, one request after the other. */
export function useDraft(link: FirstRunLink, first: Draft, ended: () => void) {
  const [draft, setDraft] = useState(first);
  const [kept, setKept] = useState<Kept>('kept');
  const newest = useRef(draft);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const keep = useCallback((): Promise<Answer<null>> => {
    const work = last.current.then(() => link.keep(newest.current));
    last.current = work;
    return work;
  }, [link]);
  const change = useCallback((next: Draft) => {
    newest.current = next;
    setDraft(next);
    setKept('keeping');
  }, []);

  useEffect(() => {
    if (kept === 'kept') return;
    const timer = setTimeout(
      async () => {
        const sent = newest.current;
        const answer = await keep();
        if (answer.kind === 'problem' && answer.code === 'no-session') return ended();
        if (newest.current === sent) setKept(answer.kind === 'ok' ? 'kept' : 'failed');
      },
      kept === 'failed' ? RETRY_MS : KEEP_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [draft, kept, keep, ended]);
  return { draft, change, kept, keep };
}
