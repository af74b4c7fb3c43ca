import { useEffect, useState } from 'preact/hooks';
import type { Answer, Refusal } from '../../server-link.ts';

/** What something can be made for, asked once: a form must not change under the hands of who fills it in. */
export function useOptions<Options>(
  link: { readonly options: (signal: AbortSignal) => Promise<Answer<Options>> },
  ended: () => void,
): Options | Refusal | null {
  const [options, setOptions] = useState<Options | Refusal | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const ask = async () => {
      const answer = await link.options(abort.signal);
      if (abort.signal.aborted) return;
      if (answer.kind === 'problem' && answer.code === 'no-session') ended();
      else setOptions(answer.kind === 'ok' ? answer.value : answer);
    };
    void ask();
    return () => abort.abort();
  }, [link]);
  return options;
}
