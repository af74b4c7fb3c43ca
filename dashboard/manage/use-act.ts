import { useState } from 'preact/hooks';
import type { Answer } from '../server-link.ts';
import { isStale, sayRefusal } from '../text/say-refusal.ts';
import { useManageWords } from '../text/use-manage-words.ts';

/** One thing sent to the server: whether it is under way, and what the server said against it; `refused` = what may be. */
export function useAct(ended: () => void, refused?: string) {
  const { words, manage } = useManageWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function send<T>(act: () => Promise<Answer<T>>, then: (value: T) => void): Promise<void> {
    setBusy(true);
    setError(null);
    const answer = await act();
    setBusy(false);
    if (answer.kind === 'ok') return then(answer.value);
    if (answer.kind === 'problem' && answer.code === 'no-session') return ended();
    setError(isStale(answer) ? (refused ?? manage.actions.refused) : sayRefusal(answer, words));
  }
  return { busy, error, send };
}
