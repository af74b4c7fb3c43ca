import { useEffect, useState } from 'preact/hooks';
import type { CodeOptions } from '../../../shared/wire/codes.ts';
import type { Refusal } from '../../server-link.ts';
import type { CodesLink } from './codes-link.ts';

/** What codes and tickets can be made for, asked once: a form must not change under the hands of who fills it in. */
export function useOptions(link: CodesLink, ended: () => void): CodeOptions | Refusal | null {
  const [options, setOptions] = useState<CodeOptions | Refusal | null>(null);
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
