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
  // set anew by each request, so that a further failure sets the timer anew
  const [state, setState] = useState<{ readonly kept: Kept }>({ kept: 'kept' });
  const newest = useRef(draft);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const keep = useCallback((): Promise<Answer<null>> => {
    const work = last.current.then(async () => {
      const sent = newest.current;
      const answer = await link.keep(sent);
      if (newest.current === sent) setState({ kept: answer.kind === 'ok' ? 'kept' : 'failed' });
      return answer;
    });
    last.current = work;
    return work;
  }, [link]);
  const change = useCallback((next: Draft) => {
    newest.current = next;
    setDraft(next);
    setState({ kept: 'keeping' });
  }, []);

  useEffect(() => {
    if (state.kept === 'kept') return;
    const timer = setTimeout(
      async () => {
        const answer = await keep();
        if (answer.kind === 'problem' && answer.code === 'no-session') ended();
      },
      state.kept === 'failed' ? RETRY_MS : KEEP_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [draft, state, keep, ended]);
  return { draft, change, kept: state.kept, keep };
}
