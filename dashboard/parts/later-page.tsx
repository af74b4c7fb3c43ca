import type { ComponentType } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useWords } from '../text/use-words.ts';

interface LaterPageProps<P> {
  /** Must stay the same function while the page is the same. */
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
  /** Stands in a page that is there already. */
  readonly isPart?: boolean;
}

/** A page that comes over the network when it is first opened. */
export function LaterPage<P extends object>({ load, props, isPart = false }: LaterPageProps<P>) {
  const { words } = useWords();
  const [loaded, setLoaded] = useState<{ readonly Shown: ComponentType<P> } | 'failed' | null>(null);
  const start = useCallback(() => {
    setLoaded(null);
    load().then(
      (Shown) => setLoaded({ Shown }),
      () => setLoaded('failed'),
    );
  }, [load]);
  useEffect(start, [start]);
  if (loaded && loaded !== 'failed') return <loaded.Shown {...props} />;
  const said = (
    <div role="status">
      {loaded === null ? (
        <p class="notice">{words.pages.opening}</p>
      ) : (
        <p class="notice warning">
          {words.pages.unopened}{' '}
          <button type="button" class="as-link" onClick={start}>
            {words.state.retry}
          </button>
        </p>
      )}
    </div>
  );
  if (isPart) return said;
  return (
    <main id="main" class="manage">
      {said}
    </main>
  );
}
