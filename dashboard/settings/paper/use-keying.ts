import { useEffect, useState } from 'preact/hooks';
import type { Keying } from '../../../shared/wire/paper.ts';
import type { Refusal } from '../../server-link.ts';
import type { PaperLink } from './paper-link.ts';

/** What is needed to key a batch, asked once; with it what became of the form that `lastSent` names. */
export function useKeying(
  link: PaperLink,
  id: string,
  ended: () => void,
  lastSent?: (batch: string) => Promise<string | null>,
): Keying | Refusal | null {
  const [keying, setKeying] = useState<Keying | Refusal | null>(null);
  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      const answer = await link.begin(id, (await lastSent?.(id)) ?? null);
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
