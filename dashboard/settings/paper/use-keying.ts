import { useEffect, useState } from 'preact/hooks';
import type { Keying } from '../../../shared/wire/paper.ts';
import type { Refusal } from '../../server-link.ts';
import type { PaperLink } from './paper-link.ts';

/** What is needed to key a batch, asked once. */
export function useKeying(
  link: PaperLink,
  id: string,
  last: string | null,
  ended: () => void,
): Keying | Refusal | null {
  const [keying, setKeying] = useState<Keying | Refusal | null>(null);
  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      const answer = await link.begin(id, last);
      if (isOver) return;
      if (answer.kind === 'problem' && answer.code === 'no-session') ended();
      else setKeying(answer.kind === 'ok' ? answer.value : answer);
    };
    void ask();
    return () => {
      isOver = true;
    };
  }, [link, id]);
  return keying;
}

const LAST = 'sipas-paper-last';

/**
 * The id of a form that was sent and not answered, and never what was keyed: when the page is opened again, the server
 * says whether it was kept.
 */
export const lastSent = {
  of(batch: string): string | null {
    try {
      const [of, id] = (localStorage.getItem(LAST) ?? '').split(' ');
      return of === batch && id !== undefined ? id : null;
    } catch {
      return null; // storage is switched off
    }
  },
  set(batch: string, id: string | null): void {
    try {
      if (id === null) localStorage.removeItem(LAST);
      else localStorage.setItem(LAST, `${batch} ${id}`);
    } catch {
      // then nobody is told after a break: the pile and the count on the page say the same
    }
  },
};
