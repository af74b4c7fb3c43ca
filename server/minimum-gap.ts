/**
 * Carries work out no more often than `gapMs` of what it found allows; who asks in between hears what it found last, or is
 * finding now.
 */
export function createMinimumGap<T>(gapMs: (found: T) => number, work: () => Promise<T>): () => Promise<T> {
  let under: Promise<T> | undefined;
  let last: { readonly at: number; readonly found: T } | undefined;
  const begin = async () => {
    const at = performance.now();
    try {
      const found = await work();
      last = { at, found };
      return found;
    } finally {
      under = undefined;
    }
  };
  return async () => {
    if (last && performance.now() - last.at < gapMs(last.found)) return last.found;
    return (under ??= begin());
  };
}
