import { useEffect, useState } from 'preact/hooks';
import type { Place } from '../../shared/wire/first-run.ts';
import type { FirstRunLink } from './first-run-link.ts';

const RETRY_MS = 3_000;

/** Communes of the province that is chosen now; null while they are on their way. */
export function useCommunes(
  link: FirstRunLink,
  province: string,
  ended: () => void,
): readonly Place[] | null {
  const [found, setFound] = useState<{ readonly of: string; readonly places: readonly Place[] } | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (province === '') return undefined;
    const own = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function ask(): Promise<void> {
      const answer = await link.communes(province, own.signal);
      if (own.signal.aborted) return;
      if (answer.kind === 'ok') setFound({ of: province, places: answer.value });
      else if (answer.kind === 'problem' && answer.code === 'no-session') ended();
      else timer = setTimeout(() => setTries((before) => before + 1), RETRY_MS);
    }
    void ask();
    return () => {
      own.abort();
      clearTimeout(timer);
    };
  }, [link, province, tries, ended]);
  return found?.of === province ? found.places : null;
}
